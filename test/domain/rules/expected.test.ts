/** Who is expected at a session, and who else came. */
import { expect, test } from 'vitest';
import { calendarDate } from '../../../src/domain/rules/calendar.ts';
import { expectedLearners, rollOf } from '../../../src/domain/rules/expected.ts';
import { peopleOf } from '../../../src/domain/rules/people.ts';
import { enrolment, learner, learnerId, mark, session } from './samples.ts';

const names = (learners: readonly { readonly name: string }[]) => learners.map((each) => each.name);
const zhang = learner('z', '张伟', { pinyin: 'zhang wei|zw' });
const li = learner('l', '李䶮', { pinyin: 'li yan|ly' });
const people = peopleOf([zhang, li]);

test('active enrolments that began by the date are expected, in the order of pinyin', () => {
  expect(names(expectedLearners(session(1), [enrolment('z'), enrolment('l')], people))).toEqual(['李䶮', '张伟']);
});

test('an enrolment counts from the very day it began, and not the day before', () => {
  const since = calendarDate('2026-11-24');
  expect(expectedLearners(session(1), [enrolment('z', { since })], people)).toEqual([zhang]);
  const dayBefore = session(1, { date: calendarDate('2026-11-23') });
  expect(expectedLearners(dayBefore, [enrolment('z', { since })], people)).toEqual([]);
});

test.each(['completed', 'withdrawn'] as const)('a %s learner is expected only where they are marked', (status) => {
  const enrolments = [enrolment('z', { status })];
  expect(expectedLearners(session(1), enrolments, people)).toEqual([]);
  const roll = rollOf(session(1), enrolments, people, [mark(session(1), 'z', 'present')]);
  expect(roll).toEqual({ expected: [zhang], visitors: [] });
});

test('somebody on the waiting list who came is a visitor', () => {
  const roll = rollOf(session(1), [enrolment('z', { status: 'waiting' })], people, [mark(session(1), 'z', 'present')]);
  expect(roll).toEqual({ expected: [], visitors: [zhang] });
});

test('a mark at another session makes nobody a visitor here', () => {
  expect(rollOf(session(1), [], people, [mark(session(2), 'z', 'present')]).visitors).toEqual([]);
});

test('a duplicate and the person are expected once, as the person', () => {
  const twin = learner('z2', '张伟', { mergedInto: learnerId('z') });
  const folded = peopleOf([zhang, li, twin]);
  expect(expectedLearners(session(1), [enrolment('z'), enrolment('z2')], folded)).toEqual([zhang]);
  const roll = rollOf(session(1), [enrolment('z')], folded, [mark(session(1), 'z2', 'late')]);
  expect(roll).toEqual({ expected: [zhang], visitors: [] });
});

test('a deleted learner is not expected', () => {
  expect(expectedLearners(session(1), [enrolment('gone'), enrolment('z')], people)).toEqual([zhang]);
});

test('at a drop-in activity nobody is expected and everybody who is marked visits', () => {
  const { class: _, ...dropIn } = session(1);
  expect(rollOf(dropIn, [enrolment('l')], people, [mark(session(1), 'z', 'present')])).toEqual({
    expected: [],
    visitors: [zhang],
  });
});

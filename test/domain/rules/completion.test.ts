/** Whether a learner has attended enough, and what is missing. */
import { expect, test } from 'vitest';
import { completionOf } from '../../../src/domain/rules/completion.ts';
import { peopleOf } from '../../../src/domain/rules/people.ts';
import { course, learner, learnerId, mark, session } from './samples.ts';

const wang = learner('wang', '王伟');
const people = peopleOf([wang]);
const sessions = Array.from({ length: 10 }, (_, i) => session(i + 1));
const attended = (count: number) => sessions.slice(0, count).map((each) => mark(each, 'wang', 'present'));
const rule = course({ minAttendancePercent: 80 });

test('80 percent of the minutes are enough, one minute less is not', () => {
  expect(completionOf(wang.id, rule, sessions, attended(8), people)).toMatchObject({
    isMet: true,
    minutes: 720,
    requiredMinutes: 720,
    percent: 80,
  });
  const short = attended(8).map((each, i) => (i === 0 ? { ...each, minutes: 89 } : each));
  expect(completionOf(wang.id, rule, sessions, short, people)).toMatchObject({
    isMet: false,
    minutesShort: 1,
    percent: 79,
  });
});

test('what is missing can be reached while the sessions left suffice', () => {
  expect(completionOf(wang.id, rule, sessions, attended(5), people)).toMatchObject({
    isMet: false,
    minutesShort: 270,
    sessionsLeft: 5,
    minutesLeft: 450,
    isReachable: true,
  });
  const absences = sessions.slice(0, 3).map((each) => mark(each, 'wang', 'absent'));
  expect(completionOf(wang.id, rule, sessions, absences, people)).toMatchObject({ isMet: false, isReachable: false });
});

test('a cancelled session asks for nothing and gives nothing', () => {
  const nine = sessions.map((each) => (each.number === 10 ? { ...each, status: 'cancelled' as const } : each));
  expect(completionOf(wang.id, rule, nine, attended(8), people)).toMatchObject({ totalMinutes: 810, percent: 88 });
});

test('a course without a rule is met by being there at all or not', () => {
  expect(completionOf(wang.id, course(), sessions, [], people)).toMatchObject({ isMet: true, requiredMinutes: 0 });
});

test('a class without sessions is measured by the course’s planned minutes', () => {
  expect(completionOf(wang.id, rule, [], [], people)).toMatchObject({
    isMet: false,
    totalMinutes: 1080,
    requiredMinutes: 864,
    percent: 0,
    sessionsLeft: 12,
    isReachable: true,
  });
});

test('what was attended under a duplicate counts', () => {
  const twin = learner('twin', '王伟', { mergedInto: learnerId('wang') });
  const marks = sessions.map((each, i) => mark(each, i < 4 ? 'twin' : 'wang', 'present'));
  expect(completionOf(wang.id, rule, sessions, marks, peopleOf([wang, twin]))).toMatchObject({
    isMet: true,
    percent: 100,
  });
});

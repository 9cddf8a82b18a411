/** Minutes, counts, and what makes a roll call begun. */
import { expect, test } from 'vitest';
import { counts, hasBegun, isTaken, minutesAttended } from '../../../src/domain/rules/register.ts';
import { learner, mark, register, session } from './samples.ts';

test('who was there attended the session’s minutes unless the mark says fewer; others none', () => {
  const s = session(1);
  expect(minutesAttended(s, { status: 'present' })).toBe(90);
  expect(minutesAttended(s, { status: 'late' })).toBe(90);
  expect(minutesAttended(s, { status: 'leftEarly', minutes: 40 })).toBe(40);
  expect(minutesAttended(s, { status: 'late', minutes: 0 })).toBe(0);
  expect(minutesAttended(s, { status: 'excused', minutes: 40 })).toBe(0);
  expect(minutesAttended(s, { status: 'absent' })).toBe(0);
});

test('minutes beyond the session’s are not contact minutes', () => {
  expect(minutesAttended(session(1), { status: 'present', minutes: 600 })).toBe(90);
});

test('the bar counts the expected, named visitors who were there, and heads without names', () => {
  const s = session(1, { headcount: 7 });
  const marks = [
    mark(s, 'a', 'present'),
    mark(s, 'b', 'excused'),
    mark(s, 'guest', 'late'),
    mark(s, 'other', 'absent'),
  ];
  expect(counts(register(s, marks), [learner('a', '甲'), learner('b', '乙'), learner('c', '丙')])).toEqual({
    present: 1,
    late: 0,
    leftEarly: 0,
    excused: 1,
    absent: 0,
    notTaken: 1,
    expected: 3,
    visitors: 8,
    total: 9,
  });
});

test('a status that only a newer tablet knows is counted as not taken', () => {
  const s = session(1);
  const newer = { ...mark(s, 'a', 'present'), status: 'online' } as unknown as ReturnType<typeof mark>; // as the wire may carry
  expect(counts(register(s, [newer]), [learner('a', '甲')])).toMatchObject({ notTaken: 1, total: 0 });
});

test('an apology in advance does not begin a roll call; an absence or closing does', () => {
  const s = session(1);
  expect(hasBegun([mark(s, 'a', 'excused')])).toBe(false);
  expect(hasBegun([mark(s, 'a', 'excused'), mark(s, 'b', 'absent')])).toBe(true);
  expect(isTaken(s, [])).toBe(false);
  expect(isTaken({ ...s, closedAt: 1 }, [])).toBe(true);
});

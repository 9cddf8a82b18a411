/** Attendance of a class: participations beside distinct learners, the month grid, absentees. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttendanceStatus, attendanceStatuses } from '../../../src/domain/records/attendance.ts';
import { addDays, calendarDate } from '../../../src/domain/rules/calendar.ts';
import { peopleOf } from '../../../src/domain/rules/people.ts';
import { classAttendance, monthGrid, monthsOf } from '../../../src/domain/rules/statistics.ts';
import { enrolment, learner, learnerId, mark, session } from './samples.ts';

const first = calendarDate('2026-09-01');
const weekly = Array.from({ length: 6 }, (_, week) => session(week + 1, { date: addDays(first, 7 * week) }));
const li = learner('li', '李䶮', { pinyin: 'li yan|ly' });
const wang = learner('wang', '王伟', { pinyin: 'wang wei|ww' });
const guest = learner('guest', '𠮷野', { pinyin: '𠮷 ye|𠮷y' });
const people = peopleOf([wang, guest, li]);
const enrolments = [enrolment('wang'), enrolment('li')];
const marksOf = (who: string, statuses: readonly (AttendanceStatus | undefined)[]) =>
  statuses.flatMap((status, i) => {
    const of = weekly[i];
    return status && of ? [mark(of, who, status)] : [];
  });

test('participations count every time, learners once, heads without names apart', () => {
  const marks = [
    ...marksOf('wang', ['present', 'late', 'absent']),
    ...marksOf('li', ['leftEarly']),
    ...marksOf('guest', ['present']),
  ];
  const sessions = weekly.map((each) => (each.number === 2 ? { ...each, headcount: 30 } : each));
  const all = classAttendance({ sessions, enrolments, marks, people });
  expect(all).toMatchObject({ participations: 4, distinctLearners: 3, headcounts: 30, minutes: 360 });
  expect(all.sessions.map((each) => each.counts.total)).toEqual([3, 31, 0, 0, 0, 0]);
});

test('learners come in the order of pinyin, visitors after the enrolled', () => {
  const all = classAttendance({ sessions: weekly, enrolments, marks: marksOf('guest', ['present']), people });
  expect(all.learners.map((each) => [each.learner.name, each.isEnrolled])).toEqual([
    ['李䶮', true],
    ['王伟', true],
    ['𠮷野', false],
  ]);
});

test('percent is of the minutes of sessions with a mark, rounded down; not taken is not absent', () => {
  const [present, absent] = marksOf('wang', ['present', 'absent']);
  const short = weekly[2] ? mark(weekly[2], 'wang', 'late', { minutes: 89 }) : undefined;
  const marks = [present, absent, short].flatMap((each) => each ?? []);
  const all = classAttendance({ sessions: weekly, enrolments, marks, people });
  expect(all.learners[1]).toMatchObject({ taken: 3, attended: 2, minutes: 179, percent: 66, isAbsentee: false });
  expect(all.learners[0]).toMatchObject({ taken: 0, attended: 0, minutes: 0, percent: undefined, isAbsentee: false });
});

test('somebody below 60 percent is pointed out from the third taken session on, and visitors never', () => {
  const absentees = (marks: ReturnType<typeof marksOf>) =>
    classAttendance({ sessions: weekly, enrolments, marks, people })
      .learners.filter((each) => each.isAbsentee)
      .map((each) => each.learner.id);
  expect(absentees(marksOf('wang', ['absent', 'absent']))).toEqual([]);
  expect(absentees(marksOf('wang', ['absent', 'absent', 'present']))).toEqual(['wang']);
  expect(absentees(marksOf('wang', ['present', 'absent', 'present']))).toEqual([]);
  expect(absentees(marksOf('guest', ['absent', 'absent', 'absent']))).toEqual([]);
});

test('the last five are those of taken sessions, oldest first, gaps shown as such', () => {
  const marks = [
    ...marksOf('wang', ['absent', 'present', undefined, 'late', 'present', 'excused']),
    ...marksOf('li', ['present', 'present', 'present', 'present', 'present']),
  ];
  const all = classAttendance({ sessions: weekly, enrolments, marks, people });
  expect(all.learners[1]?.lastFive).toEqual(['absent', 'present', undefined, 'late', 'present']);
});

test('cancelled sessions and apologies for future ones count nowhere', () => {
  const sessions = weekly.map((each) => (each.number === 1 ? { ...each, status: 'cancelled' as const } : each));
  const marks = marksOf('wang', ['present', 'excused']);
  const all = classAttendance({ sessions, enrolments, marks, people });
  expect(all).toMatchObject({ participations: 0, minutes: 0 });
  expect(all.learners[1]).toMatchObject({ taken: 0, percent: undefined });
});

test('a duplicate’s marks are the person’s', () => {
  const twin = learner('twin', '王伟', { mergedInto: learnerId('wang') });
  const marks = [...marksOf('twin', ['present']), ...marksOf('wang', [undefined, 'present'])];
  const all = classAttendance({ sessions: weekly, enrolments, marks, people: peopleOf([wang, li, twin]) });
  expect(all).toMatchObject({ participations: 2, distinctLearners: 1 });
  expect(all.learners[1]).toMatchObject({ taken: 2, attended: 2 });
});

test('the month grid has the month’s sessions across and everybody down', () => {
  expect(monthsOf(weekly)).toEqual(['2026-09', '2026-10']);
  const records = { sessions: weekly.toReversed(), enrolments, marks: marksOf('wang', ['present', 'absent']), people };
  const grid = monthGrid('2026-09', records);
  expect(grid.columns.map((each) => each.session.date)).toEqual([
    '2026-09-01',
    '2026-09-08',
    '2026-09-15',
    '2026-09-22',
    '2026-09-29',
  ]);
  expect(grid.rows.map((row) => row.cells.map((cell) => cell.status))).toEqual([
    [undefined, undefined, undefined, undefined, undefined],
    ['present', 'absent', undefined, undefined, undefined],
  ]);
  expect(grid.rows[1]).toMatchObject({ attended: 1, minutes: 90 });
  expect(monthGrid('2026-12', records)).toEqual({ month: '2026-12', columns: [], rows: [] });
});

test('learners’ attendance, sessions’ counts and the sums always agree', () => {
  const ids = ['wang', 'li', 'guest'];
  const anyMarks = fc.uniqueArray(
    fc.record({
      number: fc.nat(5),
      who: fc.constantFrom(...ids),
      status: fc.constantFrom(...attendanceStatuses),
      minutes: fc.option(fc.nat(90), { nil: undefined }),
    }),
    { selector: (each) => `${each.number} ${each.who}`, maxLength: 18 },
  );
  fc.assert(
    fc.property(anyMarks, (drawn) => {
      const marks = drawn.flatMap(({ number, who, status, minutes }) => {
        const of = weekly[number];
        return of ? [mark(of, who, status, minutes === undefined ? {} : { minutes })] : [];
      });
      const all = classAttendance({ sessions: weekly, enrolments, marks, people });
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      expect(sum(all.learners.map((each) => each.attended))).toBe(all.participations);
      expect(sum(all.sessions.map((each) => each.counts.total))).toBe(all.participations);
      expect(sum(all.learners.map((each) => each.minutes))).toBe(all.minutes);
      expect(all.learners.filter((each) => each.attended > 0)).toHaveLength(all.distinctLearners);
      expect(all.distinctLearners).toBeLessThanOrEqual(all.participations);
    }),
  );
});

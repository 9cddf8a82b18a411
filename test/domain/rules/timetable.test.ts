/** Sessions from a timetable, over the real holidays of 2026. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaDayCalendar } from '../../../src/app/classes/dayCalendar.ts';
import { addDays, calendarDate, weekdayOf } from '../../../src/domain/rules/calendar.ts';
import {
  cancelSession,
  type DayCalendar,
  extend,
  planSessions,
  reinstate,
  reschedule,
  sessionEdits,
} from '../../../src/domain/rules/timetable.ts';
import { at, course, mark, planOf, run, session, whyOf } from './samples.ts';

const date = calendarDate;
const saturdays = [{ weekday: 6, start: at('14:00'), minutes: 60 }];
const topics = ['执笔', '横', '竖', '撇', '捺', '点'];

test('a weekly class meets on its weekday, numbered, with the course’s topics in order', () => {
  const { sessions, warnings } = planSessions(run({ sessions: 3 }), course({ topics }), chinaDayCalendar);
  expect(sessions).toEqual([
    session(1, { date: date('2026-09-01'), topic: '执笔' }),
    session(2, { date: date('2026-09-08'), topic: '横' }),
    session(3, { date: date('2026-09-15'), topic: '竖' }),
  ]);
  expect(warnings).toEqual([]);
});

test('the National Day holiday is skipped, with a warning, and the course goes on after it', () => {
  const { sessions, warnings } = planSessions(run({ starts: date('2026-09-29') }), course(), chinaDayCalendar);
  expect(sessions.map((each) => each.date).slice(0, 3)).toEqual(['2026-09-29', '2026-10-13', '2026-10-20']);
  expect(warnings).toEqual([{ kind: 'holidaySkipped', date: '2026-10-06' }]);
});

test('a Saturday class on the make-up working Saturdays around Spring Festival is planned and pointed out', () => {
  const weekly = run({ starts: date('2026-02-07'), timetable: saturdays, sessions: 3 });
  const { sessions, warnings } = planSessions(weekly, course(), chinaDayCalendar);
  expect(sessions.map((each) => each.date)).toEqual(['2026-02-07', '2026-02-14', '2026-02-28']);
  expect(warnings).toEqual([
    { kind: 'makeUpDay', date: '2026-02-14' },
    { kind: 'holidaySkipped', date: '2026-02-21' },
    { kind: 'makeUpDay', date: '2026-02-28' },
  ]);
});

test('a make-up day that is known to follow a Monday has the Monday class’s hours', () => {
  const known: DayCalendar = { ...chinaDayCalendar, makeUpFollows: (day) => (day === '2026-02-14' ? 1 : undefined) };
  const mondays = run({
    starts: date('2026-02-10'),
    timetable: [{ weekday: 1, start: at('10:00'), minutes: 45 }],
    sessions: 1,
  });
  expect(planSessions(mondays, course(), known).sessions[0]).toMatchObject({
    date: '2026-02-14',
    start: '10:00',
    minutes: 45,
  });
  const weekend = run({ starts: date('2026-02-14'), timetable: saturdays, sessions: 1 });
  expect(planSessions(weekend, course(), known).sessions[0]).toMatchObject({ date: '2026-02-14', start: '14:00' });
});

test('past the last year of announced holidays there is one warning, at the first date', () => {
  const { sessions, warnings } = planSessions(
    run({ starts: date('2026-12-22'), sessions: 4 }),
    course(),
    chinaDayCalendar,
  );
  expect(sessions.map((each) => each.date)).toEqual(['2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12']);
  expect(warnings).toEqual([{ kind: 'beyondKnownHolidays', date: '2027-01-05' }]);
});

test('two meetings on one day are two sessions, in the order of their hours', () => {
  const hours = [
    { weekday: 2, start: at('14:00'), minutes: 45 },
    { weekday: 2, start: at('09:00'), minutes: 45 },
  ];
  const { sessions } = planSessions(run({ timetable: hours, sessions: 3 }), course(), chinaDayCalendar);
  expect(sessions.map((each) => `${each.date} ${each.start}`)).toEqual([
    '2026-09-01 09:00',
    '2026-09-01 14:00',
    '2026-09-08 09:00',
  ]);
});

test('a class never plans more sessions than its course has, and an empty timetable none', () => {
  expect(planSessions(run({ sessions: 40 }), course({ sessions: 5 }), chinaDayCalendar).sessions).toHaveLength(5);
  expect(planSessions(run({ timetable: [] }), course(), chinaDayCalendar)).toEqual({ sessions: [], warnings: [] });
});

test('planning again adds only what is lacking, after what exists, and moves nothing', () => {
  const existing = [session(1, { status: 'held', date: date('2026-09-03') }), session(2, { date: date('2026-09-22') })];
  const { sessions } = planSessions(run({ sessions: 3 }), course(), chinaDayCalendar, existing);
  expect(sessions).toEqual([session(3, { date: date('2026-09-29') })]);
  expect(planSessions(run({ sessions: 2 }), course(), chinaDayCalendar, existing).sessions).toEqual([]);
});

test('a cancelled session is made up for at the end, with its topic', () => {
  const planned = planSessions(run({ sessions: 3 }), course({ topics }), chinaDayCalendar).sessions;
  const existing = planned.map((each) => (each.number === 2 ? { ...each, status: 'cancelled' as const } : each));
  const { sessions } = planSessions(run({ sessions: 3 }), course({ topics }), chinaDayCalendar, existing);
  expect(sessions).toEqual([session(4, { date: date('2026-09-22'), topic: '横' })]);
});

test('any timetable gives sessions on its weekdays, off holidays, in strict order, the same each time', () => {
  const hours = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: fc.integer({ min: 8, max: 20 }).map((hour) => at(`${String(hour).padStart(2, '0')}:00`)),
    minutes: fc.constant(45),
  });
  const timetables = fc.uniqueArray(hours, {
    selector: (each) => `${each.weekday} ${each.start}`,
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      timetables,
      fc.integer({ min: 0, max: 364 }),
      fc.integer({ min: 1, max: 40 }),
      (timetable, day, count) => {
        const weekly = run({ timetable, starts: addDays(date('2026-01-01'), day), sessions: count });
        const { sessions } = planSessions(weekly, course({ sessions: 40 }), chinaDayCalendar);
        expect(sessions).toHaveLength(count);
        const times = sessions.map((each) => `${each.date} ${each.start}`);
        expect(times).toEqual([...new Set(times)].sort());
        for (const each of sessions) {
          expect(chinaDayCalendar.kindOf(each.date)).not.toBe('holiday');
          expect(timetable.map((slot) => slot.weekday)).toContain(weekdayOf(each.date));
        }
        expect(planSessions(weekly, course({ sessions: 40 }), chinaDayCalendar).sessions).toEqual(sessions);
      },
    ),
  );
});

test('planned sessions are created by edits of their own, with ids that two tablets share', () => {
  const plan = planOf(sessionEdits(planSessions(run({ sessions: 1 }), course(), chinaDayCalendar).sessions));
  expect(plan).toEqual([
    {
      kind: 'session',
      id: 'c1~1',
      fields: { class: 'c1', number: 1, date: '2026-09-01', start: '09:00', minutes: 90, status: 'planned' },
    },
  ]);
});

test('a class is extended up to its course’s number, and no further', () => {
  const existing = planSessions(run({ sessions: 2 }), course(), chinaDayCalendar).sessions;
  const plan = planOf(extend(run({ sessions: 2 }), course(), chinaDayCalendar, existing, 3));
  expect(plan.map((edit) => edit.id)).toEqual(['c1', 'c1~3']);
  expect(plan[0]?.fields).toEqual({ sessions: 3 });
  expect(whyOf(extend(run(), course(), chinaDayCalendar, existing, 13))).toBe('moreThanCourse');
  expect(whyOf(extend(run(), course(), chinaDayCalendar, existing, 1))).toBe('fewerThanPlanned');
});

test('one session moves to a free hour until it is held or somebody is marked', () => {
  const first = session(1, { date: date('2026-09-01') });
  const second = session(2, { date: date('2026-09-08') });
  const to = { date: date('2026-09-08'), start: at('14:00') };
  expect(planOf(reschedule(first, to, [first, second], []))[0]?.fields).toEqual({
    date: '2026-09-08',
    start: '14:00',
    minutes: 90,
  });
  expect(planOf(reschedule(first, first, [first], []))).toEqual([]);
  expect(whyOf(reschedule(first, second, [first, second], []))).toBe('slotTaken');
  expect(whyOf(reschedule({ ...first, status: 'held' }, to, [], []))).toBe('alreadyHeld');
  expect(whyOf(reschedule(first, to, [], [mark(first, 'a', 'absent')]))).toBe('alreadyHeld');
  expect(whyOf(reschedule({ ...first, status: 'cancelled' }, to, [], []))).toBe('sessionCancelled');
});

test('a session is called off while nobody is marked, apologies aside, and called on again', () => {
  expect(planOf(cancelSession(session(1), [mark(session(1), 'a', 'excused')]))[0]?.fields).toEqual({
    status: 'cancelled',
  });
  expect(whyOf(cancelSession(session(1), [mark(session(1), 'a', 'present')]))).toBe('alreadyHeld');
  expect(whyOf(cancelSession(session(1, { status: 'held' }), []))).toBe('alreadyHeld');
  expect(planOf(reinstate(session(1, { status: 'cancelled' })))[0]?.fields).toEqual({ status: 'planned' });
});

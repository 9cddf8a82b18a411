import { describe, expect, test } from 'vitest';
import { Class } from '../../../src/domain/records/class.ts';
import { calendarDate } from '../../../src/domain/rules/calendar.ts';
import { addSession, closeClass, newTeacherId, openClass, reopenClass } from '../../../src/domain/rules/newClass.ts';
import type { DayCalendar } from '../../../src/domain/rules/timetable.ts';
import { at, classId, course, planOf, run, session, whyOf } from './samples.ts';

const ordinary: DayCalendar = { kindOf: () => 'ordinary', lastKnownYear: 2030 };
const always: DayCalendar = { kindOf: () => 'holiday', lastKnownYear: 2030 };

describe('opening a class', () => {
  test('writes the new teacher, the class and every session in one plan', () => {
    const teacher = { id: newTeacherId('t1'), name: '张秀兰', kind: 'volunteer' } as const;
    const plan = planOf(openClass(run({ sessions: 3 }), course(), ordinary, teacher));
    expect(plan.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'teacher t1',
      'class c1',
      'session c1~1',
      'session c1~2',
      'session c1~3',
    ]);
    expect(plan.slice(1).every(({ fields }) => fields['teacher'] === 't1')).toBe(true);
  });

  test('is refused where no session can be planned', () => {
    expect(whyOf(openClass(run(), course(), always))).toBe('noSessions');
  });
});

describe('an extra session', () => {
  const when = { date: calendarDate('2026-12-05'), start: at('14:00'), minutes: 60 };

  test('takes the number after the highest, cancelled ones counted', () => {
    const existing = [session(1), session(2, { status: 'cancelled', date: calendarDate('2026-12-01') })];
    const [edit] = planOf(addSession(run(), course(), existing, when));
    expect(edit).toMatchObject({ kind: 'session', id: `${classId}~3`, fields: { number: 3, date: '2026-12-05' } });
  });

  test('raises the number of sessions that the class says, never above the course’s', () => {
    const plan = planOf(addSession(run({ sessions: 1 }), course({ sessions: 2 }), [session(1)], when));
    expect(plan.find(({ kind }) => kind === Class.name)?.fields).toEqual({ sessions: 2 });
    expect(whyOf(addSession(run({ sessions: 1 }), course({ sessions: 1 }), [session(1)], when))).toBe('moreThanCourse');
  });

  test('is refused at an hour at which the class meets already', () => {
    const taken = { date: session(1).date, start: session(1).start, minutes: 60 };
    expect(whyOf(addSession(run(), course(), [session(1)], taken))).toBe('slotTaken');
  });
});

describe('the end of a class', () => {
  test('can be taken back', () => {
    const [closed] = planOf(closeClass(run()));
    expect(closed?.fields).toEqual({ status: 'closed' });
    const [opened] = planOf(reopenClass(run({ status: 'closed' })));
    expect(opened?.fields).toEqual({ status: 'open' });
  });
});

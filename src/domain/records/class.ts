/** One run of a course at a facility: its timetable, teacher, room. */
import { choice, date, group, integer, list, optional, ref, text, time } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';

export const Class = record(
  'class',
  {
    course: ref('course'),
    /** A name of its own, where two runs of one course must be told apart. */
    title: optional(text({ max: 40 })),
    teacher: optional(ref('teacher')),
    room: optional(text({ max: 40 })),
    /** 2026 autumn is `2026-2`: year, then 1 spring, 2 autumn. */
    term: text({ max: 8 }),
    starts: date(),
    /** Weekly hours: weekday 1 Monday … 7 Sunday, start, minutes. */
    timetable: list(
      group({
        weekday: integer({ min: 1, max: 7 }),
        start: time(),
        minutes: integer({ min: 5, max: 720 }),
      }),
      { max: 14 },
    ),
    sessions: integer({ min: 1, max: 200 }),
    capacity: optional(integer({ min: 1, max: 1000 })),
    status: choice(['planned', 'open', 'closed']),
  },
  { indexes: ['course', 'status'], scope: 'facility' },
);
export type Class = Row<typeof Class>;

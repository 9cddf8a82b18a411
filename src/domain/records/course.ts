/** What can be taught: its titles, length and rule of completion. A class is one run of it. */
import { choice, flag, integer, list, optional, ref, text } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';

export const levels = [
  'preschool',
  'school',
  'adult',
  'olderPeople',
  'newcomer',
  'disadvantaged',
  'enterprise',
] as const;
export type Level = (typeof levels)[number];

export const Course = record(
  'course',
  {
    programme: ref('programme'),
    zh: text({ max: 40 }),
    en: text({ max: 80 }),
    level: choice(levels),
    /** Planned contact minutes of the whole course. */
    minutes: integer({ min: 0, max: 60_000 }),
    sessions: integer({ min: 1, max: 200 }),
    /** Share of the sessions' minutes that completion asks for, in percent. */
    minAttendancePercent: optional(integer({ min: 0, max: 100 })),
    assessment: flag(),
    /** Lesson topics in order. */
    topics: optional(list(text({ max: 80 }), { max: 200 })),
  },
  { indexes: ['programme'], scope: 'city' },
);
export type Course = Row<typeof Course>;

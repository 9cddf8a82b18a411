/**
 * The columns of the course tables: one line a course, so that a table can be read at a glance. `courses.ts` turns
 * lines into courses; nothing else reads them.
 */
import type { Level } from '../../domain/records/course.ts';

export type CourseRow = readonly [
  id: string,
  zh: string,
  en: string,
  level: Level,
  sessions: number,
  minutesEach: number,
  minAttendancePercent: number | undefined,
  assessment: boolean,
];

/** Course lines by the id of their programme. */
export type CourseTable = Readonly<Record<string, readonly CourseRow[]>>;

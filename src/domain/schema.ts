/**
 * The only registry of record kinds. Adding a kind is one file in `records/`, one line here, a higher `version`, and
 * a portal migration (docs/adding-a-record-kind.md). The version counts additive steps; nothing is ever renamed.
 */

import type { RecordKind, Row } from './kit/record.ts';
import { Attendance } from './records/attendance.ts';
import { Class } from './records/class.ts';
import { Course } from './records/course.ts';
import { Enrolment } from './records/enrolment.ts';
import { Facility } from './records/facility.ts';
import { Learner } from './records/learner.ts';
import { Programme } from './records/programme.ts';
import { Session } from './records/session.ts';
import { Teacher } from './records/teacher.ts';

export const schemaVersion = 1;

/** Referred-to kinds come before those that refer to them. */
export const kinds = {
  facility: Facility,
  programme: Programme,
  course: Course,
  teacher: Teacher,
  learner: Learner,
  class: Class,
  enrolment: Enrolment,
  session: Session,
  attendance: Attendance,
} as const;

export type Kinds = typeof kinds;
export type KindName = keyof Kinds;
export type RowOf<K extends KindName> = Row<Kinds[K]>;

/** In the order of `kinds`. */
export const kindNames = Object.keys(kinds) as readonly KindName[]; // the keys of a closed literal

export function kindNamed(name: string): RecordKind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name as KindName] : undefined; // checked in the same line
}

/**
 * One meeting: of a class, or a drop-in activity. `date` and `start` are the facility's calendar and clock as the
 * coordinator confirmed them, never the device's instant.
 */

import { assert } from '../kit/assert.ts';
import { choice, date, instant, integer, optional, ref, text, time } from '../kit/field.ts';
import { type IdOf, isIdPart, type Row, record } from '../kit/record.ts';

export const Session = record(
  'session',
  {
    class: optional(ref('class')),
    /** Of a drop-in activity, which has no class. */
    title: optional(text({ max: 40 })),
    /** The how-manieth of its class. */
    number: optional(integer({ min: 1, max: 400 })),
    date: date(),
    start: time(),
    minutes: integer({ min: 5, max: 720 }),
    topic: optional(text({ max: 80 })),
    teacher: optional(ref('teacher')),
    status: choice(['planned', 'held', 'cancelled']),
    /** People counted without names: visitors of a class, or everybody at a lecture. */
    headcount: optional(integer({ min: 0, max: 20_000 })),
    /** When the roll call was last said to be finished; absent while it is open. */
    closedAt: optional(instant()),
  },
  { indexes: ['class', 'date'], scope: 'facility' },
);
export type Session = Row<typeof Session>;

/**
 * The identity of a class's n-th session: the same on two tablets that make the timetable apart, so that one meeting
 * cannot become two.
 */
export function sessionId(classId: string, number: number): IdOf<typeof Session> {
  const id = `${classId}~${number}`;
  assert(isIdPart(id), `session id ${id}`);
  return id as IdOf<typeof Session>; // checked above
}

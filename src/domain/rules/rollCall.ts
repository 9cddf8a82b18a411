/**
 * Marking: what may be written in a register, and how it is taken back. Nothing here overwrites without a trace, and
 * nothing fills a mark that somebody made. A closed roll call is corrected with a reason; a cancelled session takes no
 * marks; a future one only apologies. A cleared mark is a tombstone. Every mark says `deleted: false`, so that of a mark
 * and a clearing made apart the later one holds; marking again after a clearing writes every field anew, so that
 * nothing of the old mark comes back with it.
 */
import { type Edit, editOf, type Patch } from '../kit/edit.ts';
import type { CalendarDate } from '../kit/field.ts';
import type { Parsed } from '../kit/parse.ts';
import { deletedField, naturalId } from '../kit/record.ts';
import { Attendance, type AttendanceStatus } from '../records/attendance.ts';
import type { Learner } from '../records/learner.ts';
import { type Outcome, planned, plannedIfValid, refused } from './outcome.ts';
import { type LearnerId, personOf } from './people.ts';
import { allMarksOf, markOf, marksByPerson, precedes, type Register, wasThere } from './register.ts';

export type MarkRefusal =
  | 'sessionCancelled'
  | 'inFuture'
  | 'reasonNeeded'
  | 'notThere'
  | 'moreThanSession'
  | 'invalidFields';

/** When, by the facility's calendar, and why, once the roll call is closed. */
export interface MarkContext {
  readonly today: CalendarDate;
  readonly reason?: string;
}

export interface MarkInput extends MarkContext {
  readonly learner: LearnerId;
  readonly status: AttendanceStatus;
  readonly minutes?: number;
  /** Empty to remove the remark. */
  readonly note?: string;
}

export const defaultCycle: readonly AttendanceStatus[] = ['present', 'late', 'absent'];

/** The status that one more tap gives; excused and left early are reached by choice only. */
export function cycle(
  status: AttendanceStatus | undefined,
  order: readonly AttendanceStatus[] = defaultCycle,
): AttendanceStatus {
  const next = status === undefined ? 0 : order.indexOf(status) + 1; // not in the order: from the start
  return order[next] ?? order[0] ?? 'present';
}

/** Marks one person; minutes of the old status do not outlive it. */
export function markAttendance(register: Register, input: MarkInput): Outcome<MarkRefusal> {
  const before = markOf(register, input.learner);
  const wish = wishedPatch(before, input);
  const refusal = refusalOf(register, input, wish, input.status);
  if (refusal) return refused(refusal);
  if (Object.keys(wish).length === 0) return planned([]);
  return plannedIfValid([markEdit(register, input.learner, before, wish, input.reason)]);
}

/** Sets the minutes somebody attended; undefined: the session's. */
export function setMinutes(
  register: Register,
  input: MarkContext & { readonly learner: LearnerId; readonly minutes: number | undefined },
): Outcome<MarkRefusal> {
  const before = markOf(register, input.learner);
  if (!before || !wasThere(before.status)) return refused('notThere');
  const wish = before.minutes === input.minutes ? {} : { minutes: input.minutes };
  const refusal = refusalOf(register, input, wish, before.status);
  if (refusal) return refused(refusal);
  if (Object.keys(wish).length === 0) return planned([]);
  return plannedIfValid([markEdit(register, input.learner, before, wish, input.reason)]);
}

/** Gives a status to the expected who have no mark; never touches a mark that exists. */
export function fillBlanks(
  register: Register,
  expected: readonly Pick<Learner, 'id'>[],
  status: AttendanceStatus,
  context: MarkContext,
): Outcome<MarkRefusal> {
  const marks = marksByPerson(register);
  const blank = [...new Set(expected.map((learner) => personOf(register.people, learner.id)))].filter(
    (id) => !marks.has(id),
  );
  const refusal = refusalOf(register, context, blank.length > 0 ? { status } : {}, status);
  if (refusal) return refused(refusal);
  return plannedIfValid(blank.map((id) => markEdit(register, id, undefined, { status }, context.reason)));
}

/** Back to *not taken*, of a future session too: an apology may be withdrawn. */
export function clearMark(
  register: Register,
  input: { readonly learner: LearnerId; readonly reason?: string },
): Outcome<MarkRefusal> {
  return undo(register, [{ learner: input.learner, previous: undefined }], input.reason);
}

/** What one person's mark was before an action; undefined: not taken. */
export interface UndoStep {
  readonly learner: LearnerId;
  readonly previous: Attendance | undefined;
}

/** Gives back what was before; one step for a tap, many for *fill blanks*. A new change, like every other. */
export function undo(register: Register, steps: readonly UndoStep[], reason?: string): Outcome<MarkRefusal> {
  if (register.session.status === 'cancelled') return refused('sessionCancelled');
  const edits = steps.flatMap((step) => restore(register, step, reason));
  if (edits.length > 0 && needsReason(register, reason)) return refused('reasonNeeded');
  return plannedIfValid(edits);
}

function restore(register: Register, step: UndoStep, reason: string | undefined): readonly Parsed<Edit>[] {
  const person = personOf(register.people, step.learner);
  const marks = allMarksOf(register, person);
  const previous = step.previous;
  if (!previous) return marks.map((mark) => clearing(register, mark, reason));
  const inTheWay = marks.filter((mark) => precedes(mark, previous, person));
  const wish = difference(
    marks.find((mark) => mark.id === previous.id),
    previous,
  );
  const restored = wish ? [restoring(register, previous, wish, reason)] : [];
  return [...restored, ...inTheWay.map((mark) => clearing(register, mark, reason))];
}

function wishedPatch(before: Attendance | undefined, input: MarkInput): Patch<typeof Attendance> {
  const isNewStatus = before?.status !== input.status;
  const minutes = input.minutes ?? (isNewStatus ? undefined : before?.minutes);
  const note = input.note ?? before?.note;
  return {
    ...(isNewStatus ? { status: input.status } : {}),
    ...(minutes === before?.minutes ? {} : { minutes }),
    ...(note === before?.note || (note === '' && before?.note === undefined) ? {} : { note }),
  };
}

function refusalOf(
  register: Register,
  context: MarkContext,
  wish: Patch<typeof Attendance>,
  status: AttendanceStatus,
): MarkRefusal | undefined {
  const { session } = register;
  if (session.status === 'cancelled') return 'sessionCancelled';
  if (session.date > context.today && status !== 'excused') return 'inFuture';
  if (wish.minutes !== undefined && !wasThere(status)) return 'notThere';
  if (wish.minutes !== undefined && wish.minutes > session.minutes) return 'moreThanSession';
  if (Object.keys(wish).length > 0 && needsReason(register, context.reason)) return 'reasonNeeded';
  return undefined;
}

function needsReason(register: Register, reason: string | undefined): boolean {
  return register.session.closedAt !== undefined && (reason ?? '').trim() === '';
}

/** The edit of the mark where it lies; a new one goes to the person themselves. */
function markEdit(
  register: Register,
  learner: LearnerId,
  before: Attendance | undefined,
  wish: Patch<typeof Attendance>,
  reason: string | undefined,
): Parsed<Edit> {
  const person = personOf(register.people, learner);
  const id = before?.id ?? naturalId(Attendance, register.session.id, person);
  const why = reasonPatch(register, before, reason);
  if (before || !register.cleared.has(id)) return lifted(editOf(Attendance, id, before, { ...wish, ...why }));
  const whole = { minutes: undefined, note: undefined, reason: undefined, ...wish, ...why };
  return lifted(editOf(Attendance, id, undefined, whole));
}

/** A reason belongs to the correction it was given for: a later change in an open roll call drops it. */
function reasonPatch(
  register: Register,
  before: Attendance | undefined,
  reason: string | undefined,
): Patch<typeof Attendance> {
  if (register.session.closedAt !== undefined) return { reason };
  return before?.reason === undefined ? {} : { reason: undefined };
}

function clearing(register: Register, mark: Attendance, reason: string | undefined): Parsed<Edit> {
  return withTombstone(editOf(Attendance, mark.id, mark, reasonPatch(register, mark, reason)), true);
}

function lifted(edit: Parsed<Edit>): Parsed<Edit> {
  return withTombstone(edit, false);
}

function withTombstone(edit: Parsed<Edit>, isDeleted: boolean): Parsed<Edit> {
  if (!edit.ok) return edit;
  return { ok: true, value: { ...edit.value, fields: { ...edit.value.fields, [deletedField]: isDeleted } } };
}

function difference(now: Attendance | undefined, previous: Attendance): Patch<typeof Attendance> | undefined {
  const { status, minutes, note, reason } = previous;
  if (!now) return { status, minutes, note, reason };
  const wish: Patch<typeof Attendance> = {
    ...(now.status === status ? {} : { status }),
    ...(now.minutes === minutes ? {} : { minutes }),
    ...(now.note === note ? {} : { note }),
    ...(now.reason === reason ? {} : { reason }),
  };
  return Object.keys(wish).length > 0 ? wish : undefined;
}

function restoring(
  register: Register,
  previous: Attendance,
  wish: Patch<typeof Attendance>,
  reason: string | undefined,
): Parsed<Edit> {
  const now = register.marks.find((mark) => mark.id === previous.id);
  const why = register.session.closedAt === undefined ? {} : { reason };
  const edit = editOf(Attendance, previous.id, now, { ...wish, ...why });
  return now || !register.cleared.has(previous.id) ? edit : lifted(edit);
}

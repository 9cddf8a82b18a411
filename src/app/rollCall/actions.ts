/**
 * What the roll call writes: rule → plan → `device.save`. Every action decides on the register as it is in the
 * database at that moment (two quick taps are two steps of the cycle), and answers how it is undone.
 */
import type { AttendanceStatus } from '../../domain/records/attendance.ts';
import type { Learner } from '../../domain/records/learner.ts';
import type { Session } from '../../domain/records/session.ts';
import { type ClosingRefusal, closeRollCall, reopen, setHeadcount } from '../../domain/rules/closing.ts';
import type { Outcome } from '../../domain/rules/outcome.ts';
import type { LearnerId, People } from '../../domain/rules/people.ts';
import { markOf, marksByPerson, type Register } from '../../domain/rules/register.ts';
import {
  clearMark,
  fillBlanks,
  type MarkRefusal,
  markAttendance,
  type UndoStep,
  undo,
} from '../../domain/rules/rollCall.ts';
import { newLearnerId, quickAdd } from '../../domain/rules/walkIn.ts';
import { rollCallWords } from '../../i18n/words/rollCall.ts';
import type { Device } from '../shell/device.ts';
import { pinyinFor } from '../shell/pinyin.ts';
import { readRegister } from './queries.ts';

/** How an action is taken back. */
export type Undo =
  | { readonly kind: 'marks'; readonly steps: readonly UndoStep[] }
  | { readonly kind: 'headcount'; readonly previous: number | undefined }
  | { readonly kind: 'closed' };

export type Refusal = MarkRefusal | ClosingRefusal;

export type Acted =
  | { readonly kind: 'saved'; readonly undo: Undo | undefined; readonly changes: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** The frame shows it; or the session is gone. */
  | { readonly kind: 'trouble' };

/** Where an action is done. */
export interface Place {
  readonly device: Device;
  readonly session: Session['id'];
  readonly people: People;
}

export interface MarkWish {
  /** The new status, by the one before. */
  readonly status: (before: AttendanceStatus | undefined) => AttendanceStatus;
  readonly minutes?: number;
  readonly note?: string;
  readonly reason?: string;
}

export function mark(place: Place, learner: LearnerId, { status, ...rest }: MarkWish): Promise<Acted> {
  const today = place.device.today();
  return act(place, (register) => {
    const previous = markOf(register, learner);
    const outcome = markAttendance(register, { learner, status: status(previous?.status), today, ...rest });
    return { outcome, undo: { kind: 'marks', steps: [{ learner, previous }] } };
  });
}

/** Back to *not taken*. */
export function clear(place: Place, learner: LearnerId, reason?: string): Promise<Acted> {
  return act(place, (register) => ({
    outcome: clearMark(register, { learner, ...(reason === undefined ? {} : { reason }) }),
    undo: { kind: 'marks', steps: [{ learner, previous: markOf(register, learner) }] },
  }));
}

/** Everybody expected who has no mark is present; excuses and marks stay as they are. */
export function fillRest(place: Place, expected: readonly Learner[]): Promise<Acted> {
  const today = place.device.today();
  return act(place, (register) => {
    const marks = marksByPerson(register);
    const blank = expected.filter((learner) => !marks.has(learner.id));
    const steps = blank.map((learner) => ({ learner: learner.id, previous: undefined }));
    return { outcome: fillBlanks(register, expected, 'present', { today }), undo: { kind: 'marks', steps } };
  });
}

/** A learner whom nobody knew yet: added by name alone and marked present, in one step. */
export async function addNewVisitor(place: Place, name: string): Promise<Acted> {
  const { device } = place;
  const pinyin = await pinyinFor(name).catch(() => undefined); // without the dictionary the name alone is enough
  const id = device.newId();
  const learner = newLearnerId(id);
  return act(place, (register) => ({
    outcome: quickAdd(
      register,
      id,
      { name, pinyin: pinyin || undefined },
      { status: 'present', today: device.today() },
    ),
    undo: { kind: 'marks', steps: [{ learner, previous: undefined }] },
  }));
}

export function countHeads(place: Place, next: (before: number | undefined) => number | undefined): Promise<Acted> {
  const today = place.device.today();
  return act(place, ({ session }) => ({
    outcome: setHeadcount(session, next(session.headcount), today),
    undo: { kind: 'headcount', previous: session.headcount },
  }));
}

export function finish(place: Place): Promise<Acted> {
  const { device } = place;
  return act(place, ({ session }) => ({
    outcome: closeRollCall(session, device.nowMs(), device.today()),
    undo: { kind: 'closed' },
  }));
}

export function openAgain(place: Place): Promise<Acted> {
  return act(place, ({ session, marks }) => ({ outcome: reopen(session, marks), undo: undefined }));
}

/** Takes an action back, as a change of its own. */
export function takeBack(place: Place, what: Undo): Promise<Acted> {
  if (what.kind === 'closed') return openAgain(place);
  return act(place, (register) => ({ outcome: undoing(register, what, place), undo: undefined }));
}

function undoing(register: Register, what: Exclude<Undo, { kind: 'closed' }>, { device }: Place): Outcome<Refusal> {
  if (what.kind === 'headcount') return setHeadcount(register.session, what.previous, device.today());
  const reason = register.session.closedAt === undefined ? undefined : rollCallWords.undoReason();
  return undo(register, what.steps, reason);
}

async function act(
  { device, session, people }: Place,
  decide: (register: Register) => { readonly outcome: Outcome<Refusal>; readonly undo: Undo | undefined },
): Promise<Acted> {
  const register = await readRegister(device.db, session, people);
  if (!register) return { kind: 'trouble' };
  const { outcome, undo } = decide(register);
  if (outcome.kind === 'refused') return { kind: 'refused', why: outcome.why };
  if (outcome.plan.length === 0) return { kind: 'unchanged' };
  const saved = await device.save(outcome.plan);
  return saved.kind === 'saved' ? { kind: 'saved', undo, changes: outcome.plan.length } : { kind: 'trouble' };
}

/** What Today writes: a drop-in activity, of which only heads are counted. */
import { editOf } from '../../domain/kit/edit.ts';
import type { CalendarDate, TimeOfDay } from '../../domain/kit/field.ts';
import type { FieldError } from '../../domain/kit/parse.ts';
import { Session } from '../../domain/records/session.ts';
import { type Outcome, plannedIfValid } from '../../domain/rules/outcome.ts';
import type { Device } from '../shell/device.ts';

export interface NewActivity {
  readonly title: string;
  readonly date: CalendarDate;
  readonly start: string;
  readonly minutes: number;
}

export type AddOutcome =
  | Extract<Outcome<'invalidFields'>, { kind: 'refused' }>
  | { readonly kind: 'saved' | 'trouble' };

/** Adds the activity, or says which field is wrong. */
export async function addActivity(device: Device, { start, ...activity }: NewActivity): Promise<AddOutcome> {
  const patch = { ...activity, start: start as TimeOfDay, status: 'planned' as const }; // the parser checks the time
  const outcome = plannedIfValid([editOf(Session, device.newId(), undefined, patch)]);
  const errors = [...titleErrors(activity.title), ...(outcome.kind === 'refused' ? (outcome.errors ?? []) : [])];
  if (outcome.kind === 'refused' || errors.length > 0) return { kind: 'refused', why: 'invalidFields', errors };
  return { kind: (await device.save(outcome.plan)).kind };
}

/** A session of a class needs no title, so its declaration cannot ask for one; an activity has nothing else. */
function titleErrors(title: string): readonly FieldError[] {
  return title.trim() === '' ? [{ field: 'title', code: 'missing' }] : [];
}

/** What can be done to a learner: add, change, merge, remove, and each of these taken back. */
import { type Edit, removalOf } from '../../domain/kit/edit.ts';
import { deletedField } from '../../domain/kit/record.ts';
import { Learner } from '../../domain/records/learner.ts';
import type { LearnerId, People } from '../../domain/rules/people.ts';
import { type MergeRefusal, mergeDuplicate, unmerge } from '../../domain/rules/walkIn.ts';
import type { CommitOutcome } from '../../store/commit.ts';
import type { Device } from '../shell/device.ts';

/** Writes the form's edit; nothing where nothing was changed. */
export function saveLearner(device: Device, edit: Edit): Promise<CommitOutcome> {
  return device.save(Object.keys(edit.fields).length === 0 ? [] : [edit]);
}

/** Says that two records are one person; a refusal when the rule does. */
export async function mergeLearners(
  device: Device,
  from: LearnerId,
  to: LearnerId,
  people: People,
): Promise<CommitOutcome | { readonly kind: 'refused'; readonly why: MergeRefusal }> {
  const outcome = mergeDuplicate(from, to, people);
  return outcome.kind === 'refused' ? outcome : device.save(outcome.plan);
}

/** Takes a merge back. */
export function unmergeLearner(device: Device, learner: Learner): Promise<CommitOutcome> {
  const outcome = unmerge(learner);
  return device.save(outcome.kind === 'plan' ? outcome.plan : []);
}

/** The tombstone: leaves the record's history, takes it off every list. */
export function removeLearner(device: Device, learner: Learner): Promise<CommitOutcome> {
  return device.save([removalOf(Learner, learner.id)]);
}

/** Lifts the tombstone. */
export function restoreLearner(device: Device, learner: Learner): Promise<CommitOutcome> {
  return device.save([{ kind: Learner.name, id: learner.id, fields: { [deletedField]: false } }]);
}

/**
 * Walk-ins and duplicates: a person added with one field during roll call, and two records found to be one person.
 * Merging is a pointer: marks and enrolments stay where they are and are read through it (people.ts), so that
 * `unmerge` gives everything back.
 */
import { assert } from '../kit/assert.ts';
import { editOf, type Patch, sureEdit } from '../kit/edit.ts';
import { isIdPart } from '../kit/record.ts';
import { Learner } from '../records/learner.ts';
import { type Outcome, planned, plannedIfValid, refused } from './outcome.ts';
import { type LearnerId, type People, personOf } from './people.ts';
import type { Register } from './register.ts';
import { type MarkInput, type MarkRefusal, markAttendance } from './rollCall.ts';

/** What is known of a new learner: the name is enough. */
export type NewLearner = Omit<Patch<typeof Learner>, 'name' | 'mergedInto'> & { readonly name: string };

/** The identity of a learner who is being added; `id` is a fresh UUIDv7. */
export function newLearnerId(id: string): LearnerId {
  assert(isIdPart(id), `learner id ${id}`);
  return id as LearnerId; // checked above
}

/** A new learner, marked at this session in the same plan. `id` is a fresh UUIDv7. */
export function quickAdd(
  register: Register,
  id: string,
  learner: NewLearner,
  mark: Omit<MarkInput, 'learner'>,
): Outcome<MarkRefusal> {
  const learnerId = newLearnerId(id);
  const added = plannedIfValid([editOf(Learner, learnerId, undefined, learner)]);
  if (added.kind === 'refused') return added;
  const marked = markAttendance(register, { ...mark, learner: learnerId });
  return marked.kind === 'refused' ? marked : planned([...added.plan, ...marked.plan]);
}

export type MergeRefusal = 'samePerson' | 'alreadyMerged' | 'unknownLearner';

/** Says that `from` (a walk-in, a duplicate) is the person `to`. */
export function mergeDuplicate(from: LearnerId, to: LearnerId, people: People): Outcome<MergeRefusal> {
  const row = people.byId.get(from);
  const target = personOf(people, to);
  if (!row || !people.byId.has(target)) return refused('unknownLearner');
  if (personOf(people, from) === target) return refused('samePerson');
  if (row.mergedInto !== undefined) return refused('alreadyMerged');
  return planned([sureEdit(Learner, from, row, { mergedInto: target })]);
}

/** Takes a merge back: everything that was written on the learner is theirs again. */
export function unmerge(learner: Learner): Outcome<never> {
  return planned(
    learner.mergedInto === undefined ? [] : [sureEdit(Learner, learner.id, learner, { mergedInto: undefined })],
  );
}

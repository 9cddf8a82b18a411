/**
 * What every rule answers: a plan to be written in one transaction, or a refusal with its reason. An empty plan means
 * that all is already as wished. Rules never write, never throw for what a person did.
 */
import type { Edit, Plan } from '../kit/edit.ts';
import type { FieldError, Parsed } from '../kit/parse.ts';

export interface Refusal<Why extends string> {
  readonly kind: 'refused';
  readonly why: Why;
  /** With `invalidFields`: which fields, and which limit they broke. */
  readonly errors?: readonly FieldError[];
}

export type Outcome<Why extends string> = { readonly kind: 'plan'; readonly plan: Plan } | Refusal<Why>;

/** The outcome that goes ahead with these edits. */
export function planned(plan: Plan): { readonly kind: 'plan'; readonly plan: Plan } {
  return { kind: 'plan', plan };
}

/** The outcome that refuses. */
export function refused<Why extends string>(why: Why): Refusal<Why> {
  return { kind: 'refused', why };
}

/** A plan of edits made from what a person typed; refused when one of them breaks a limit. */
export function plannedIfValid(edits: readonly Parsed<Edit>[]): Outcome<'invalidFields'> {
  const errors = edits.flatMap((edit) => (edit.ok ? [] : edit.errors));
  if (errors.length > 0) return { kind: 'refused', why: 'invalidFields', errors };
  return planned(edits.flatMap((edit) => (edit.ok ? [edit.value] : [])));
}

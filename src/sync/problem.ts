/**
 * Problems (RFC 9457): every refusal on a border, for a machine by its type, for a person by its words. The closed list
 * is here; the words are in i18n. A problem never means that what was sent is lost: the sender keeps it.
 */

import * as v from 'valibot';
import type { FieldError } from '../domain/kit/parse.ts';

/** Type → HTTP status. A type is written as the address `/problems/<type>`. */
export const problemStatus = {
  malformed: 400,
  'bad-signature': 401,
  'device-unknown': 401,
  'device-revoked': 403,
  'wrong-facility': 403,
  'signed-out': 401,
  'not-allowed': 403,
  'not-found': 404,
  'device-forked': 409,
  gap: 409,
  'too-large': 413,
  'unsupported-media': 415,
  'unsupported-version': 426,
  'invalid-fields': 422,
  'unknown-kind': 422,
  'unknown-reference': 422,
  'not-yours': 422,
  'clock-ahead': 422,
  'wrong-code': 422,
  'wrong-password': 422,
  'too-many': 429,
  internal: 500,
  busy: 503,
} as const;

export type ProblemType = keyof typeof problemStatus;

export interface Problem {
  readonly type: ProblemType;
  /** Which fields, for `invalid-fields`; where the input broke, for `malformed`. */
  readonly errors?: readonly (FieldError | { readonly field: string; readonly code: string })[];
  /** `gap`: the number that the portal waits for; `clock-ahead`: the portal's UTC ms. */
  readonly expected?: number;
}

const prefix = '/problems/';

/** The document's members that a machine reads; title and detail are added in the reader's language. */
export function problemDocument(problem: Problem, words: { readonly title: string; readonly detail: string }) {
  return {
    type: prefix + problem.type,
    status: problemStatus[problem.type],
    title: words.title,
    detail: words.detail,
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...(problem.expected === undefined ? {} : { expected: problem.expected }),
  };
}

const documentShape = v.object({
  type: v.string(),
  errors: v.optional(v.array(v.object({ field: v.string(), code: v.string() }))),
  expected: v.optional(v.number()),
});

/** A document from the wire; a type that this build does not know is `internal`. */
export function readProblem(document: unknown): Problem | undefined {
  const parsed = v.safeParse(documentShape, document);
  if (!parsed.success || !parsed.output.type.startsWith(prefix)) return undefined;
  const type = parsed.output.type.slice(prefix.length);
  const { errors, expected } = parsed.output;
  return {
    type: isProblemType(type) ? type : 'internal',
    ...(errors ? { errors } : {}),
    ...(expected === undefined ? {} : { expected }),
  };
}

export function isProblemType(type: string): type is ProblemType {
  return Object.hasOwn(problemStatus, type);
}

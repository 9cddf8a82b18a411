/**
 * Whether the portal can take one change, and if not, why (a problem that names what is wrong). Pure; run by the portal
 * and by the device before it writes, so that what a screen accepts the portal accepts.
 */

import { canonicalText } from '../domain/kit/json.ts';
import { missingFields, parseChangeFields } from '../domain/kit/parse.ts';
import { deletedField, isIdFor, keyValues, type RecordKind } from '../domain/kit/record.ts';
import { codePoints, hasControlCharacters } from '../domain/kit/text.ts';
import { kindNamed } from '../domain/schema.ts';
import type { Change, Held } from './change.ts';
import { clockParts } from './hlc.ts';
import type { Problem } from './problem.ts';
import { limits } from './protocol.ts';

export interface Reference {
  readonly kind: string;
  readonly id: string;
}

export function judge(
  change: Change,
  held: Held | undefined,
  device: string,
  exists: (reference: Reference) => boolean,
): Problem | undefined {
  const kind = kindNamed(change.kind);
  if (!kind) return { type: 'unknown-kind', errors: [{ field: 'kind', code: 'notAllowed' }] };
  if (kind.writer !== 'device') return { type: 'not-yours', errors: [{ field: 'kind', code: 'notAllowed' }] };
  if (!isIdFor(kind, change.id)) return { type: 'invalid-fields', errors: [{ field: 'id', code: 'wrongType' }] };
  if (clockParts(change.clock).device !== device)
    return { type: 'not-yours', errors: [{ field: 'clock', code: 'notAllowed' }] };
  if (codePoints(change.by) > limits.byCodePoints)
    return { type: 'invalid-fields', errors: [{ field: 'by', code: 'tooLong' }] };
  if (hasControlCharacters(change.by))
    return { type: 'invalid-fields', errors: [{ field: 'by', code: 'controlCharacters' }] };
  if (Object.keys(change.fields).length === 0)
    return { type: 'invalid-fields', errors: [{ field: 'fields', code: 'missing' }] };
  const parsed = parseChangeFields(kind, change.fields, 'wire');
  if (!parsed.ok) return { type: 'invalid-fields', errors: parsed.errors };
  // A value that its own parser would write otherwise (untrimmed, not NFC) would differ between holders.
  if (canonicalText(parsed.value) !== canonicalText(change.fields))
    return { type: 'invalid-fields', errors: [{ field: 'fields', code: 'notAllowed' }] };
  const isTombstone = change.fields[deletedField] === true;
  // Held records count too: one of which only the tombstone ever arrived would come back without what is required.
  const missing = isTombstone ? [] : missingFields(kind, { ...held?.values, ...change.fields });
  if (missing.length > 0) return { type: 'invalid-fields', errors: missing };
  const dangling = isTombstone ? undefined : referencesOf(change).find((reference) => !exists(reference));
  return dangling ? { type: 'unknown-reference', errors: [{ field: dangling.kind, code: 'notAllowed' }] } : undefined;
}

/** Everything that a change points at: the parts of its key and its reference fields. */
export function referencesOf(change: Pick<Change, 'kind' | 'id' | 'fields'>): readonly Reference[] {
  const kind = kindNamed(change.kind);
  if (!kind) return [];
  return [...Object.entries(keyValues(kind, change.id)), ...Object.entries(change.fields)].flatMap(([name, value]) =>
    reference(kind, name, value),
  );
}

function reference(kind: RecordKind, name: string, value: unknown): readonly Reference[] {
  const shape = kind.fields[name]?.shape;
  return shape?.type === 'ref' && typeof value === 'string' ? [{ kind: shape.kind, id: value }] : [];
}

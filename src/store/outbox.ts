/** Outbox entries: one action's numbered changes, kept as the wire's columns. */
import { assert } from '../domain/kit/assert.ts';
import type { Change } from '../sync/change.ts';
import { decodeChanges } from '../sync/codec.ts';
import type { OutboxEntry } from './database.ts';

/** In order; the first has the entry's number. */
export function changesOf(entry: OutboxEntry): readonly Change[] {
  const changes = decodeChanges(JSON.parse(entry.columns));
  assert(changes.ok, `outbox entry ${entry.n} cannot be read`);
  return changes.value;
}

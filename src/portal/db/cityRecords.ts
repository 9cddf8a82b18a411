/**
 * Records that the portal itself writes (catalogue, facilities; the demo city's past): edits become states with the
 * portal's clock and the scope's next versions, merged like any other, in statements a kind.
 */
import type { Kysely } from 'kysely';
import { assert } from '../../domain/kit/assert.ts';
import type { Edit } from '../../domain/kit/edit.ts';
import { groupedBy } from '../../domain/kit/groupedBy.ts';
import { kindNamed } from '../../domain/schema.ts';
import type { Held } from '../../sync/change.ts';
import { portalDevice, tick } from '../../sync/hlc.ts';
import { mergeChange } from '../../sync/merge.ts';
import { selectRows, upsertRows } from './heldRows.ts';
import type { PortalSchema } from './schema.ts';
import { lockScope, setScopeVersion } from './scopeVersion.ts';

/** Inside a transaction. `nowMs`: the wall time of the writing. */
export async function writeCityRecords(
  trx: Kysely<PortalSchema>,
  scope: string,
  edits: readonly Edit[],
  nowMs: number,
): Promise<void> {
  if (edits.length === 0) return;
  let version = await lockScope(trx, scope);
  const byKind = groupedBy(edits, (edit) => edit.kind);
  for (const [name, kindEdits] of byKind) {
    const kind = kindNamed(name);
    assert(kind !== undefined, `no kind ${name}`);
    const ids = [...new Set(kindEdits.map((edit) => edit.id))];
    const stored = await selectRows(trx, kind, scope, ids);
    const before = new Map<string, Held>(stored.map(({ held }) => [held.id, held]));
    for (const { id, fields } of kindEdits) {
      const held = before.get(id);
      const clock = tick(held?.clock, nowMs, portalDevice);
      const change = { kind: name, id, fields, clock, base: held?.clock ?? null, by: 'portal' };
      before.set(id, mergeChange(kind, held, change).held);
    }
    const rows = [...before.values()].map((held) => ({ scope, held, version: ++version, writer: null }));
    await upsertRows(trx, kind, rows);
  }
  await setScopeVersion(trx, scope, version);
}

/** News for a device: the records of its scopes that are newer than its cursors and that it does not hold already. */
import { type Kysely, sql } from 'kysely';
import { assert } from '../../domain/kit/assert.ts';
import { groupedBy } from '../../domain/kit/groupedBy.ts';
import type { RecordKind } from '../../domain/kit/record.ts';
import { kindNamed, kinds } from '../../domain/schema.ts';
import type { VersionedState } from '../../sync/codec.ts';
import type { News } from '../../sync/portal.ts';
import { selectRows } from './heldRows.ts';
import type { PortalSchema } from './schema.ts';

interface Place {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** Kinds of a facility live in its scope; the others in the city's or a district's. */
function kindsIn(scope: string): readonly RecordKind[] {
  const isFacility = scope.startsWith('facility:');
  return Object.values(kinds).filter((kind: RecordKind) => (kind.scope === 'facility') === isFacility);
}

export async function newsSince(
  db: Kysely<PortalSchema>,
  device: string,
  scopes: readonly string[],
  cursors: { readonly [scope: string]: number },
  max: number,
): Promise<News> {
  const states: VersionedState[] = [];
  const next: { [scope: string]: number } = {};
  let more = false;
  for (const scope of scopes) {
    const cursor = cursors[scope] ?? 0;
    // The version is read first: what is written meanwhile has a later one, and waits for the next exchange.
    const current = await currentVersion(db, scope);
    const room = max - states.length;
    const places = current > cursor ? await placesSince(db, device, scope, cursor, current, room + 1) : [];
    const page = places.slice(0, room);
    states.push(...(await statesAt(db, scope, page)));
    const isWhole = places.length <= room;
    more ||= !isWhole;
    // A cursor beyond the scope's version was given by another database: it starts again.
    next[scope] = isWhole ? current : (page.at(-1)?.version ?? cursor);
  }
  return { states, cursors: next, more };
}

async function currentVersion(db: Kysely<PortalSchema>, scope: string): Promise<number> {
  const row = await db.selectFrom('scope_version').where('scope', '=', scope).select('version').executeTakeFirst();
  return row?.version ?? 0;
}

async function placesSince(
  db: Kysely<PortalSchema>,
  device: string,
  scope: string,
  cursor: number,
  current: number,
  max: number,
): Promise<readonly Place[]> {
  const parts = kindsIn(scope).map(
    (kind) => sql`(select ${sql.lit(kind.name)} as kind, id, version from ${sql.table(kind.name)}
      where scope = ${scope} and version > ${cursor} and version <= ${current} and writer is distinct from ${device}
      order by version limit ${max})`,
  );
  const found = await sql<Place>`select kind, id, version from (${sql.join(parts, sql` union all `)}) as places
    order by version limit ${max}`.execute(db);
  return found.rows;
}

async function statesAt(
  db: Kysely<PortalSchema>,
  scope: string,
  places: readonly Place[],
): Promise<readonly VersionedState[]> {
  const states: VersionedState[] = [];
  for (const [name, group] of groupedBy(places, (place) => place.kind)) {
    const kind = kindNamed(name);
    assert(kind !== undefined, `no kind ${name}`);
    const rows = await selectRows(
      db,
      kind,
      scope,
      group.map((place) => place.id),
    );
    states.push(...rows.map(({ held, version }) => ({ ...held, kind: name, version })));
  }
  return states.sort((a, b) => a.version - b.version);
}

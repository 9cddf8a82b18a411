/** The tables of record kinds: derived, additive, led by scope, and what goes in comes out. */
import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { integer, list, optional, text } from '../../../src/domain/kit/field.ts';
import { type RecordKind, record } from '../../../src/domain/kit/record.ts';
import { kinds } from '../../../src/domain/schema.ts';
import { createRecordTable, fieldColumns, tableDdl } from '../../../src/portal/db/ddl.ts';
import { heldFrom, selectRows, upsertRows } from '../../../src/portal/db/heldRows.ts';
import { migrateToLatest } from '../../../src/portal/db/migrate.ts';
import { migrations } from '../../../src/portal/db/migrations/all.ts';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import type { Held } from '../../../src/sync/change.ts';
import { mergeChange } from '../../../src/sync/merge.ts';
import { changesOf, closeClocks } from '../../fixtures/arbitraries.ts';
import tables from '../../fixtures/tables/columns.json' with { type: 'json' };
import { eachDatabase } from './databases.ts';

const everyKind: readonly RecordKind[] = Object.values(kinds);
const partsOf = (kind: RecordKind) => [
  ...fieldColumns(kind).map(({ name, type }) => `${name} ${type}`),
  ...kind.indexes.map((field) => `index ${field}`),
];

describe('a record table’s DDL', () => {
  test('leads every key with the scope', () => {
    for (const kind of everyKind) {
      const keys = tableDdl(kind).flatMap((statement) => [...statement.matchAll(/(?:primary key|on "\w+") \((\w+)/g)]);
      expect(keys.length).toBe(2 + kind.indexes.length);
      expect(keys.map(([, first]) => first)).toEqual(keys.map(() => 'scope'));
    }
  });

  test('only ever adds: no statement drops, renames, retypes or checks', () => {
    for (const statement of everyKind.flatMap(tableDdl))
      expect(statement).not.toMatch(/\b(drop|rename|alter column|check|enum|references)\b/i);
  });

  test('is promised by a migration for every field and index that is declared', () => {
    const promised: { readonly [migration: string]: { readonly [kind: string]: readonly string[] } } = tables;
    const names = Object.keys(promised);
    expect(names.filter((name) => !Object.hasOwn(migrations, name))).toEqual([]);
    const brought = Object.assign({}, ...names.sort().map((name) => promised[name]));
    const declared = Object.fromEntries(everyKind.map((kind) => [kind.name, partsOf(kind)]));
    const lesson =
      'write a migration that calls createRecordTable for the kind, and add its columns to columns.json under the migration’s name';
    expect(brought, lesson).toEqual(declared);
  });
});

const roomBefore = record('room', { name: text({ max: 20 }) }, { scope: 'facility' });
const roomAfter = record(
  'room',
  {
    name: text({ max: 20 }),
    seats: optional(integer({ min: 0, max: 500 })),
    tools: optional(list(text({ max: 9 }), { max: 5 })),
  },
  { scope: 'facility', indexes: ['seats'] },
);

eachDatabase<PortalSchema>('record tables', ({ database }) => {
  beforeAll(async () => {
    const migrated = await migrateToLatest(database().db, migrations);
    if (migrated.kind === 'failed') throw migrated.error;
  });

  test('a field that is declared later gets its column, and what was there before stays', async () => {
    const db = database().db as unknown as Kysely<unknown>; // the table is not of the schema
    await createRecordTable(db, roomBefore);
    await sql`insert into room (scope, id, version, deleted, clock, name) values ('s', 'r1', 1, false, 'c', '教室')`.execute(
      db,
    );
    await createRecordTable(db, roomAfter);
    await createRecordTable(db, roomAfter);
    const { rows } = await sql<{ [column: string]: unknown }>`select * from room`.execute(db);
    expect(rows).toMatchObject([{ id: 'r1', name: '教室', seats: null, tools: null }]);
    expect(heldFrom(roomAfter, rows[0] ?? {}).values).toEqual({ name: '教室', deleted: false });
  });

  test.each(everyKind.map((kind) => [kind.name, kind] as const))(
    'a %s comes out as it went in: cleared is not unset, and each field keeps its clock',
    async (_name, kind) => {
      const { db } = database();
      let scopes = 0;
      const histories = fc.array(fc.array(changesOf(kind, closeClocks), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 20,
      });
      await fc.assert(
        fc.asyncProperty(histories, async (records) => {
          scopes += 1;
          const scope = `test:${scopes}`;
          const byId = new Map<string, Held>();
          for (const change of records.flat()) byId.set(change.id, mergeChange(kind, byId.get(change.id), change).held);
          const rows = [...byId.values()].map((held, i) => ({
            scope,
            held,
            version: i + 1,
            writer: i % 2 ? 'a1' : null,
          }));
          await upsertRows(db, kind, rows);
          const found = await selectRows(db, kind, scope, [...byId.keys()]);
          expect([...found].sort((a, b) => a.version - b.version)).toEqual(rows);
        }),
        { numRuns: 25 },
      );
    },
  );
});

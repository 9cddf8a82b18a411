import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { openDatabase, storeVersion } from '../../src/store/database.ts';
import { childrenOf, getRow } from '../../src/store/queries.ts';
import { workState } from '../../src/store/workState.ts';
import history from '../fixtures/stores/versions.json' with { type: 'json' };

/** Every store version that was ever shipped, with a few rows as it wrote them: each must open and read today. */
for (const { version, stores, rows } of history) {
  test(`a database of store version ${version} opens, keeps its records and its queue`, async () => {
    const name = `upgrade-${version}`;
    const old = new Dexie(name);
    old.version(version).stores(stores);
    for (const [store, items] of Object.entries(rows)) await old.table(store).bulkPut(items);
    old.close();
    const db = openDatabase(name);
    expect(await getRow(db, 'learner', 'l1')).toMatchObject({ name: '王伟' });
    expect((await childrenOf(db, 'attendance', 's1')).rows).toMatchObject([{ learner: 'l1', status: 'present' }]);
    expect(await workState(db)).toMatchObject({ enrolled: true, pending: 2 });
    expect(db.verno).toBe(storeVersion);
  });
}

test('the current version’s stores are recorded: raise storeVersion and add an entry when they change', async () => {
  const db = openDatabase('current-stores');
  await db.open();
  const current = Object.fromEntries(
    db.tables.map((table) => [
      table.name,
      [table.schema.primKey, ...table.schema.indexes].map((each) => each.src).join(','),
    ]),
  );
  expect(history.at(-1)).toMatchObject({ version: storeVersion, stores: current });
});

test('an open database lets go when another tab wants to upgrade it', async () => {
  const name = 'upgrade-while-open';
  const db = openDatabase(name);
  await db.open();
  const newer = new Dexie(name);
  newer.version(storeVersion + 1).stores({ meta: 'id' });
  await newer.open();
  expect(newer.isOpen()).toBe(true);
  expect(db.isOpen()).toBe(false);
});

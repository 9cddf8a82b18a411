import { describe, expect, test, vi } from 'vitest';
import { naturalId } from '../../src/domain/kit/record.ts';
import { kinds } from '../../src/domain/schema.ts';
import { commit } from '../../src/store/commit.ts';
import { openDatabase, sequenceOf } from '../../src/store/database.ts';
import { readThenWrite } from '../../src/store/handWrite.ts';
import { watch } from '../../src/store/live.ts';
import { childrenOf, rowsWhere } from '../../src/store/queries.ts';
import { sessionHistory, workState } from '../../src/store/workState.ts';
import { enrolledDatabase, learnerEdit, markEdit } from '../fixtures/deviceDatabase.ts';

const writer = async () => ({ db: await enrolledDatabase(), nowMs: () => 1_700_000_000_000, by: '1' });

/** What a live query has shown last. */
function shown<T>(query: () => Promise<T>) {
  let latest: T | undefined;
  const stop = watch(
    query,
    (value) => {
      latest = value;
    },
    (trouble) => expect(trouble).toBeUndefined(),
  );
  return { latest: () => latest, stop };
}

describe('live queries hear of a commit', () => {
  test('that changed the register they read', async () => {
    const one = await writer();
    const view = shown(async () => (await childrenOf(one.db, 'attendance', 's1')).rows.length);
    await vi.waitFor(() => expect(view.latest()).toBe(0));
    await commit(one, [markEdit('s1', 'l1', 'present')]);
    await vi.waitFor(() => expect(view.latest()).toBe(1));
    view.stop();
  });

  test('that brought a row to the index they read', async () => {
    const one = await writer();
    const enrolment = {
      kind: 'enrolment',
      id: naturalId(kinds.enrolment, 'c1', 'l1'),
      fields: { status: 'active', since: '2026-09-01' },
    };
    const view = shown(async () => (await rowsWhere(one.db, 'enrolment', 'class', 'c1')).length);
    await vi.waitFor(() => expect(view.latest()).toBe(0));
    await commit(one, [enrolment]);
    await vi.waitFor(() => expect(view.latest()).toBe(1));
    view.stop();
  });

  test('that took a row out of the index they read', async () => {
    const one = await writer();
    const card = (number: string) => ({ kind: 'learner', id: 'l1', fields: { card: number } });
    await commit(one, [learnerEdit('l1', '王伟'), card('100')]);
    const view = shown(async () => (await rowsWhere(one.db, 'learner', 'card', '100')).length);
    await vi.waitFor(() => expect(view.latest()).toBe(1));
    await commit(one, [card('200')]);
    await vi.waitFor(() => expect(view.latest()).toBe(0));
    view.stop();
  });

  test('in the count of what waits and in the history of its session', async () => {
    const one = await writer();
    const pending = shown(async () => (await workState(one.db)).pending);
    const history = shown(async () => (await sessionHistory(one.db, 's1')).length);
    await vi.waitFor(() => expect([pending.latest(), history.latest()]).toEqual([0, 0]));
    await commit(one, [markEdit('s1', 'l1', 'present')]);
    await vi.waitFor(() => expect([pending.latest(), history.latest()]).toEqual([1, 1]));
    pending.stop();
    history.stop();
  });
});

describe('a write by hand', () => {
  const sequence = [{ store: 'meta', key: 'sequence' }];

  test('that finds a row where none may be writes nothing and says why', async () => {
    const { db } = await writer();
    const entry = { n: 1, count: 1, about: [], at: 0, columns: '' };
    await db.outbox.add(entry);
    const writing = readThenWrite(db, ['meta', 'outbox'], sequence, ([row]) => ({
      result: undefined,
      put: [{ store: 'meta', rows: [{ ...(row as object), nextN: 99 }] }],
      add: [{ store: 'outbox', rows: [entry] }],
    }));
    await expect(writing).rejects.toMatchObject({ name: 'ConstraintError' });
    expect((await sequenceOf(db))?.nextN).toBe(1);
  });

  test('whose decision throws writes nothing and throws the same', async () => {
    const { db } = await writer();
    const writing = readThenWrite(db, ['meta'], sequence, () => {
      throw new Error('a bug');
    });
    await expect(writing).rejects.toThrow('a bug');
    expect((await sequenceOf(db))?.nextN).toBe(1);
  });

  test('in a tab that let go of the database for a newer version is refused', async () => {
    const one = await writer();
    one.db.close();
    expect(await commit(one, [markEdit('s1', 'l1', 'present')])).toEqual({
      kind: 'trouble',
      trouble: 'newerVersionOpen',
    });
  });

  test('opens the database again where the browser dropped the connection', async () => {
    const one = await writer();
    one.db.backendDB().close();
    expect(await commit(one, [markEdit('s1', 'l1', 'present')])).toMatchObject({ kind: 'saved' });
    expect((await childrenOf(one.db, 'attendance', 's1')).rows).toHaveLength(1);
  });

  test('opens a database that was not open yet', async () => {
    const one = await writer();
    const other = { ...one, db: openDatabase(one.db.name) };
    expect(await commit(other, [markEdit('s1', 'l1', 'present')])).toMatchObject({ kind: 'saved' });
  });
});

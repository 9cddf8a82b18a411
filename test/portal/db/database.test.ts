/** The contract of an open database, held by both kinds. */
import { type Generated, sql } from 'kysely';
import { expect, test } from 'vitest';
import { eachDatabase } from './databases.ts';

type Schema = {
  counter: { id: number; value: number };
  note: { id: Generated<number>; title: string; parent: number | null };
};

eachDatabase<Schema>('an open database', (given) => {
  const prepared = async () => {
    const { db } = given.database();
    await sql`drop table if exists note, counter`.execute(db);
    await sql`create table counter (id int4 primary key, value int8 not null)`.execute(db);
    await sql`create table note (
      id int8 generated always as identity primary key,
      title text not null constraint note_title_unique unique,
      parent int8 constraint note_parent_known references note
    )`.execute(db);
    return db;
  };

  test('[DB1] int8 comes back as a number', async () => {
    const { db } = given.database();
    const { rows } = await sql`select 9007199254740991::int8 as large, array[1::int8, null] as some`.execute(db);
    expect(rows).toEqual([{ large: 9007199254740991, some: [1, null] }]);
  });

  test('[DB1] an int8 that a number cannot hold is an error, and the next query works', async () => {
    const { db } = given.database();
    await expect(sql`select 9007199254740993::int8`.execute(db)).rejects.toThrow(/does not fit/);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  test('[DB2] dates and times stay the text that the database wrote', async () => {
    const { db } = given.database();
    const { rows } = await sql`select
      '2025-03-01'::date as day, array['2025-03-01'::date] as days,
      '2025-03-01 08:30:00.123456+08'::timestamptz as instant,
      '2025-03-01 08:30'::timestamp as local,
      interval '90 minutes' as length, 12345678901234567890.25::numeric as exact`.execute(db);
    expect(rows).toEqual([
      {
        day: '2025-03-01',
        days: ['2025-03-01'],
        instant: '2025-03-01 00:30:00.123456+00',
        local: '2025-03-01 08:30:00',
        length: '01:30:00',
        exact: '12345678901234567890.25',
      },
    ]);
  });

  test('[DB2] every kind of parameter arrives as it was given', async () => {
    const { db } = given.database();
    const { rows } = await sql`select
      ${'学习 "驿站" \\ 𠮷'}::text as words, ${null}::text as nothing, ${true}::bool as flag, ${1.5}::float8 as real,
      ${-7}::int4 as small, ${2 ** 53 - 1}::int8 as large, ${{ a: [1, 'ü'] }}::jsonb as object,
      ${new Uint8Array([0, 1, 255])}::bytea as bytes, ${['a"b', 'c\\d', null, '', 'NULL', '{,}']}::text[] as texts,
      ${[1, 2]}::int8[] as numbers, ${[[1, 2], [3, 4]]}::int4[] as grid, ${[true, false]}::bool[] as flags,
      ${new Date(Date.UTC(2025, 0, 2))}::timestamptz as instant`.execute(db);
    expect(rows).toEqual([
      {
        words: '学习 "驿站" \\ 𠮷',
        nothing: null,
        flag: true,
        real: 1.5,
        small: -7,
        large: 2 ** 53 - 1,
        object: { a: [1, 'ü'] },
        bytes: new Uint8Array([0, 1, 255]),
        texts: ['a"b', 'c\\d', null, '', 'NULL', '{,}'],
        numbers: [1, 2],
        grid: [
          [1, 2],
          [3, 4],
        ],
        flags: [true, false],
        instant: '2025-01-02 00:00:00+00',
      },
    ]);
  });

  test('a set of rows written by jsonb_to_recordset and by unnest reads back', async () => {
    const db = await prepared();
    const rows = Array.from({ length: 500 }, (_, id) => ({ id, value: id * 2 }));
    await sql`insert into counter
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row(id int4, value int8)`.execute(db);
    await sql`insert into counter select * from unnest(${[1000, 1001]}::int4[], ${[7, 8]}::int8[])`.execute(db);
    const { count } = await db
      .selectFrom('counter')
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(502);
    const { numUpdatedRows } = await db
      .updateTable('counter')
      .set({ value: 0 })
      .where('id', '>', 400)
      .executeTakeFirst();
    expect(numUpdatedRows).toBe(101n);
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const db = await prepared();
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('counter').values({ id: 1, value: 1 }).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.selectFrom('counter').selectAll().execute()).toEqual([]);
  });

  test('a savepoint undoes a part of a transaction', async () => {
    const db = await prepared();
    const transaction = await db.startTransaction().setIsolationLevel('repeatable read').execute();
    await transaction.insertInto('counter').values({ id: 1, value: 1 }).execute();
    const saved = await transaction.savepoint('here').execute();
    await saved.insertInto('counter').values({ id: 2, value: 2 }).execute();
    await (await saved.rollbackToSavepoint('here').execute()).commit().execute();
    expect(await db.selectFrom('counter').selectAll().execute()).toEqual([{ id: 1, value: 1 }]);
  });

  test('[DB6] fifty transactions at once that each add one add fifty', async () => {
    const db = await prepared();
    await db.insertInto('counter').values({ id: 1, value: 0 }).execute();
    const increment = () =>
      db.transaction().execute(async (transaction) => {
        const { value } = await transaction
          .selectFrom('counter')
          .select('value')
          .where('id', '=', 1)
          .forUpdate()
          .executeTakeFirstOrThrow();
        await transaction
          .updateTable('counter')
          .set({ value: value + 1 })
          .where('id', '=', 1)
          .execute();
      });
    await Promise.all(Array.from({ length: 50 }, increment));
    expect(await db.selectFrom('counter').selectAll().execute()).toEqual([{ id: 1, value: 50 }]);
  });

  test('a refused statement says by code and constraint what it broke', async () => {
    const db = await prepared();
    await db.insertInto('note').values({ title: 'one', parent: null }).execute();
    const twice = db.insertInto('note').values({ title: 'one', parent: null }).execute();
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'note_title_unique', table: 'note' });
    const orphan = db.insertInto('note').values({ title: 'two', parent: 99 }).execute();
    await expect(orphan).rejects.toMatchObject({ code: '23503', constraint: 'note_parent_known' });
    await expect(sql`select from nowhere`.execute(db)).rejects.toMatchObject({ code: '42P01' });
  });

  test('a listener hears what is committed, and only on its channel', async () => {
    const { db, listen } = given.database();
    const heard: string[] = [];
    const { promise, resolve } = deferred();
    const unlisten = await listen('Facility', (payload) => {
      heard.push(payload);
      if (payload === 'last') resolve();
    });
    const rolledBack = db.transaction().execute(async (transaction) => {
      await sql`select pg_notify('Facility', 'never')`.execute(transaction);
      throw new Error('undone');
    });
    await expect(rolledBack).rejects.toThrow('undone');
    await sql`select pg_notify('other', 'elsewhere')`.execute(db);
    await sql`select pg_notify('Facility', ${'学员'})`.execute(db);
    await sql`select pg_notify('Facility', 'last')`.execute(db);
    await promise;
    expect(heard).toEqual(['学员', 'last']);
    await unlisten();
  });

  test('a listener that has ended hears nothing, while the other one on its channel still does', async () => {
    const { db, listen } = given.database();
    const first: string[] = [];
    const { promise, resolve } = deferred();
    const unlistenFirst = await listen('shared', (payload) => first.push(payload));
    const unlistenSecond = await listen('shared', () => resolve());
    await unlistenFirst();
    await sql`select pg_notify('shared', 'x')`.execute(db);
    await promise;
    await unlistenSecond();
    expect(first).toEqual([]);
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

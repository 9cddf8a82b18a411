/** Migrations: forward only, in order, once, whoever comes first. */
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Migrations, migrateToLatest } from '../../../src/portal/db/migrate.ts';
import { eachDatabase } from './databases.ts';

const running = (statement: string) => ({
  up: async (db: Kysely<unknown>) => {
    await sql.raw(statement).execute(db);
  },
});

const FIRST: Migrations = {
  '0001_room': running('create table room (id int4 primary key)'),
  '0002_room_name': running('alter table room add name text'),
};

eachDatabase<{ room: { id: number; name: string } }>('migrations', ({ database, another }) => {
  test('three portals that start at once migrate once between them', async () => {
    const portals = [database(), await another(), await another()];
    const outcomes = await Promise.all(portals.map(({ db }) => migrateToLatest(db, FIRST)));
    const applied = outcomes.map((outcome) => (outcome.kind === 'migrated' ? outcome.applied : outcome.error));
    expect(applied.filter((names) => !Array.isArray(names) || names.length > 0)).toEqual([
      ['0001_room', '0002_room_name'],
    ]);
    await database().db.insertInto('room').values({ id: 1, name: '一' }).execute();
  });

  test('a migration that fails is named, and leaves nothing of its run behind', async () => {
    const failing = {
      ...FIRST,
      '0003_floor': running('alter table room add floor int4'),
      '0004_wrong': running('alter table nowhere add floor int4'),
    };
    const outcome = await migrateToLatest(database().db, failing);
    expect(outcome).toMatchObject({ kind: 'failed', migration: '0004_wrong', error: { code: '42P01' } });
    await expect(sql`select floor from room`.execute(database().db)).rejects.toMatchObject({ code: '42703' });
  });

  test('only what is missing is run', async () => {
    const more = { ...FIRST, '0003_floor': running('alter table room add floor int4') };
    expect(await migrateToLatest(database().db, more)).toEqual({ kind: 'migrated', applied: ['0003_floor'] });
    expect(await migrateToLatest(database().db, more)).toEqual({ kind: 'migrated', applied: [] });
  });

  test('a database newer than the build is refused', async () => {
    expect(await migrateToLatest(database().db, FIRST)).toMatchObject({ kind: 'failed', migration: undefined });
  });

  test('a migration whose name gives it no place is a bug', async () => {
    await expect(migrateToLatest(database().db, { someday: running('select 1') })).rejects.toThrow(/assertion failed/);
  });
});

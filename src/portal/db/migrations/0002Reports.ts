/** What the reports need to stay fast over years: each index names the report that walks it. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // citySyncHealth and clashes: only what is open, however much was settled.
  'create index clash_open on clash (scope, at) where settled_at is null',
  // refusedChanges: a facility's newest.
  'create index refused_change_at on refused_change (facility, at)',
  // recordHistory: a facility's batches from the newest backwards.
  'create index batch_log_received on batch_log (facility, received_at)',
];

export const reports = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

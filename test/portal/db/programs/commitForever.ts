/** A process that commits number after number into the data folder it is told, and prints each once acknowledged. */
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '../../../../src/portal/db/open.ts';

const dataDir = process.argv[2] ?? '';
const database = await openDatabase<Record<string, never>>({
  dataDir,
  onTrouble: (kind, error) => {
    throw new Error(kind, { cause: error });
  },
});
if (database.kind === 'refused') throw new Error(database.message);
const { db } = database;
await sql`create table if not exists number (n int8 primary key)`.execute(db);
const last = await sql<{ n: number }>`select coalesce(max(n), 0) as n from number`.execute(db);
for (let n = (last.rows[0]?.n ?? 0) + 1; ; n += 1) {
  await sql`insert into number values (${n})`.execute(db);
  writeSync(1, `${n}\n`);
}

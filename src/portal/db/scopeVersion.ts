/** A scope's sequence of versions: taken under its row's lock, so that no reader ever sees 7 without 6. */
import { type Kysely, sql } from 'kysely';
import type { PortalSchema } from './schema.ts';

/** Locks the scope until the transaction ends; its version. */
export async function lockScope(db: Kysely<PortalSchema>, scope: string): Promise<number> {
  await sql`insert into scope_version (scope, version) values (${scope}, 0) on conflict do nothing`.execute(db);
  const row = await db
    .selectFrom('scope_version')
    .where('scope', '=', scope)
    .select('version')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function setScopeVersion(db: Kysely<PortalSchema>, scope: string, version: number): Promise<void> {
  await db.updateTable('scope_version').set({ version }).where('scope', '=', scope).execute();
}

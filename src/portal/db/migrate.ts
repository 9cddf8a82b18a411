/**
 * Brings a database to the latest schema: explicit migrations, forward only, each in the order of its name.
 * Safe when several portals start at once: Kysely takes a lock in the database, one of them migrates and the others
 * find it done. All that is missing runs in one transaction, so a failure leaves the schema as it was.
 * Owns no migrations: they live in `migrations/`, and come in as a record.
 */
import { type Kysely, type Migration, Migrator } from 'kysely';
import { assert } from '../../domain/kit/assert.ts';

/** Migrations by name, `0001_what_it_does`; there is no way down. */
export type Migrations = Readonly<Record<string, Pick<Migration, 'up'>>>;

/** The names applied now (none when all was done before), or what failed: a migration by name, or the run as such. */
export type MigrateOutcome =
  | { readonly kind: 'migrated'; readonly applied: readonly string[] }
  | { readonly kind: 'failed'; readonly migration: string | undefined; readonly error: Error };

const NAME = /^\d{4}_[a-z0-9_]+$/;

/** Runs the migrations that this database has not seen; a database newer than the build is a failure, and untouched. */
export async function migrateToLatest<Schema>(db: Kysely<Schema>, migrations: Migrations): Promise<MigrateOutcome> {
  for (const name of Object.keys(migrations)) assert(NAME.test(name), `migration name ${name} is not like 0001_name`);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === 'Error');
    return {
      kind: 'failed',
      migration: failed?.migrationName,
      error: error instanceof Error ? error : new Error(String(error)),
    };
  }
  return { kind: 'migrated', applied: results.map(({ migrationName }) => migrationName) };
}

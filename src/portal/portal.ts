/** What the portal's parts are handed by its root: the database, time, randomness, the log, the settings. */
import type { Kysely } from 'kysely';
import type { Config } from './config.ts';
import type { Database } from './db/open.ts';
import type { PortalSchema } from './db/schema.ts';

/** A log line: facts without names, bodies or tokens. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface Portal {
  readonly db: Kysely<PortalSchema>;
  readonly database: Database<PortalSchema>;
  /** UTC ms. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly log: Log;
  readonly config: Config;
}

/** The portal's settings, read from the environment once, by the root; a value or what is wrong with it, in words. */

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The folder of the built app; none: the one that was built with the portal. */
  readonly appDir: string | undefined;
  /** A PostgreSQL server; none: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The demo city is put into an empty database. */
  readonly demo: boolean;
  /** Behind a reverse proxy, whose forwarded address and protocol are believed. */
  readonly trustProxy: boolean;
  /** Exchanges that may wait for the database at once; more are asked to come again. */
  readonly exchangesMax: number;
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = { readonly [name: string]: string | undefined };

export function readConfig(env: Environment): ReadConfig {
  const port = wholeNumber(env, 'PORT', 8080, 0, 65_535);
  const exchangesMax = wholeNumber(env, 'EXCHANGES_MAX', 64, 1, 10_000);
  const problems = [port, exchangesMax].flatMap((each) => (typeof each === 'string' ? [each] : []));
  if (typeof port === 'string' || typeof exchangesMax === 'string') return { ok: false, problems };
  return {
    ok: true,
    config: {
      port,
      // All interfaces: tablets in the room must reach it. HOST=127.0.0.1 keeps it to this machine.
      host: env['HOST'] || '0.0.0.0',
      dataDir: env['DATA_DIR'] || './data',
      appDir: env['APP_DIR'] || undefined,
      databaseUrl: env['DATABASE_URL'] || undefined,
      demo: env['DEMO'] !== '0',
      trustProxy: env['TRUST_PROXY'] === '1',
      exchangesMax,
    },
  };
}

/** The number, or the sentence that says what is wrong. */
function wholeNumber(env: Environment, name: string, otherwise: number, min: number, max: number): number | string {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  const isFit = Number.isInteger(value) && value >= min && value <= max;
  return isFit ? value : `${name} must be a whole number from ${min} to ${max}, and is “${text}”.`;
}

/** The portal's settings: sensible where nothing is said, and a sentence for each that is wrong. */
import { expect, test } from 'vitest';
import { readConfig } from '../../src/portal/config.ts';

const configOf = (env: { readonly [name: string]: string }) => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join());
  return read.config;
};

test('nothing said: the embedded database, the demo city, port 8080', () => {
  expect(configOf({})).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: './data',
    appDir: undefined,
    databaseUrl: undefined,
    demo: true,
    trustProxy: false,
    exchangesMax: 64,
  });
});

test('an empty setting is none', () => {
  expect(
    configOf({ PORT: '', HOST: '', DATA_DIR: '', APP_DIR: '', DATABASE_URL: '', DEMO: '', EXCHANGES_MAX: '' }),
  ).toEqual(configOf({}));
});

test('what is said holds', () => {
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    APP_DIR: '/app',
    DATABASE_URL: 'postgres://db',
    DEMO: '0',
    TRUST_PROXY: '1',
  };
  expect(configOf(env)).toMatchObject({
    port: 0,
    host: '127.0.0.1',
    appDir: '/app',
    databaseUrl: 'postgres://db',
    demo: false,
    trustProxy: true,
  });
});

test('every wrong setting is named, with what it may be', () => {
  for (const port of ['65536', '-1', '80.5', 'http', '8080 '])
    expect(readConfig({ PORT: port }).ok).toBe(port === '8080 ');
  expect(readConfig({ PORT: 'x', EXCHANGES_MAX: '0' })).toEqual({
    ok: false,
    problems: [
      'PORT must be a whole number from 0 to 65535, and is “x”.',
      'EXCHANGES_MAX must be a whole number from 1 to 10000, and is “0”.',
    ],
  });
});

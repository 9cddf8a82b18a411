/** The built portal as a process: it starts, says where it is and why it cannot, serves the app beside it, ends cleanly. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { type BuiltPortal, buildPortal, type RunningPortal, runPortal, startPortal } from './builtPortal.ts';
import { embeddedPlace } from './db/databases.ts';

describe('the built portal', () => {
  let built: BuiltPortal;
  let place: Awaited<ReturnType<typeof embeddedPlace>>;
  let portal: RunningPortal;
  beforeAll(async () => {
    built = await buildPortal();
    mkdirSync(join(built.folder, 'app'));
    writeFileSync(join(built.folder, 'app/index.html'), '<!doctype html><title>学习驿站</title>');
    place = await embeddedPlace();
    portal = await startPortal(built, { DATA_DIR: place.options.dataDir });
  });
  afterAll(async () => {
    await portal.end('SIGKILL');
    await place.remove();
    built.remove();
  });
  const portOf = () => new URL(portal.url).port;
  const otherFolder = () => mkdtempSync(join(tmpdir(), 'waystation-data-'));

  test('answers once it is ready, with its version', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(portal.url + path)).status).toBe(200);
    const version = await fetch(`${portal.url}/version.json`);
    expect([version.headers.get('cache-control'), await version.json()]).toEqual([
      'no-store',
      { version: packageFile.version },
    ]);
  });

  test('serves the app that lies beside it', async () => {
    const page = await fetch(`${portal.url}/today`, { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>学习驿站</title>']);
  });

  test('ends with a sentence where another portal has the folder', async () => {
    const { errors, code } = await runPortal(built, { DATA_DIR: place.options.dataDir });
    expect(code).toBe(1);
    expect(errors).toContain('Another portal');
    expect(errors).not.toContain('    at ');
  });

  test('ends with a sentence where the port is taken, and lets go of its own folder', async () => {
    const spare = await embeddedPlace();
    const settings = { DATA_DIR: spare.options.dataDir, PORT: portOf() };
    const { errors, code } = await runPortal(built, settings);
    expect(code).toBe(1);
    expect(errors).toContain(`cannot listen on port ${portOf()}`);
    expect(errors).not.toContain('    at ');
    const later = await startPortal(built, { DATA_DIR: spare.options.dataDir });
    expect(await later.end('SIGTERM')).toBe(0);
    await spare.remove();
  });

  test('ends with a sentence for each setting that is wrong, before it touches anything', async () => {
    const dataDir = otherFolder();
    const { errors, code } = await runPortal(built, { DATA_DIR: dataDir, PORT: 'eighty', EXCHANGES_MAX: '0' });
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      'PORT must be a whole number from 0 to 65535, and is “eighty”.',
      'EXCHANGES_MAX must be a whole number from 1 to 10000, and is “0”.',
    ]);
    rmSync(dataDir, { recursive: true });
  });

  test('ends with a sentence where the server of DATABASE_URL does not answer', async () => {
    const { errors, code } = await runPortal(built, { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(errors).toContain('DATABASE_URL');
    expect(errors).not.toContain('secret');
  });

  test('answers what is on its way when it is told to stop, and takes nothing new', async () => {
    const slow = connect(Number(portOf()), '127.0.0.1');
    const answer = text(slow);
    const body = '{"code":"none"}';
    slow.write('POST /api/enrol HTTP/1.1\r\nHost: portal\r\nContent-Type: application/json\r\n');
    slow.write(`Content-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`);
    await fetch(`${portal.url}/healthz`); // the first request has been seen by now
    const ended = portal.end('SIGTERM');
    await untilRefused(portal.url);
    slow.write(body.slice(5));
    expect(await answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*"\/problems\/malformed"/);
    expect(await ended).toBe(0);
    portal = await startPortal(built, { DATA_DIR: place.options.dataDir });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly at %s, and starts again on its data', async (signal) => {
    expect(await portal.end(signal)).toBe(0);
    portal = await startPortal(built, { DATA_DIR: place.options.dataDir });
    expect((await fetch(`${portal.url}/healthz`)).status).toBe(200);
  });
});

/** Until nobody listens any more: what a process does about a signal can only be asked for. */
async function untilRefused(url: string): Promise<void> {
  for (;;) {
    const isOpen = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    );
    if (!isOpen) return;
  }
}

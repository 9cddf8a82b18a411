/** The app's files and the headers that every answer carries. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/portal/db/open.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { buildServer } from '../../src/portal/http/server.ts';
import { embeddedPlace, openOrThrow } from './db/databases.ts';
import { type TestPortal, testPortal } from './portalFixture.ts';

const script = 'export const greeting = "学习";\n'.repeat(50);
const page = '<!doctype html><title>学习驿站</title>';

describe('the app', () => {
  let folder: string;
  let place: Awaited<ReturnType<typeof embeddedPlace>>;
  let database: Database<PortalSchema>;
  let city: TestPortal;
  let server: FastifyInstance;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waystation-app-'));
    mkdirSync(join(folder, 'assets'));
    for (const [name, content] of [
      ['index.html', page],
      ['sw.js', script],
      ['manifest.webmanifest', '{"name":"学习驿站"}'],
      ['assets/main-B1x2.js', script],
      ['assets/main-B1x2.js.br', brotliCompressSync(script)],
      ['assets/main-B1x2.js.gz', gzipSync(script)],
    ] as const)
      writeFileSync(join(folder, name), content);
    place = await embeddedPlace();
    database = await openOrThrow<PortalSchema>(place.options);
    city = await testPortal(database);
    server = await buildServer(city.portal, { appFolder: folder, version: '1.2.3' });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });
  const get = (url: string, headers: { readonly [name: string]: string } = {}) =>
    server.inject({ method: 'GET', url, headers });
  const navigate = (url: string) => get(url, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });

  test('opens at any address that is a screen’s', async () => {
    for (const url of ['/', '/index.html', '/today', '/classes/0192f0d1-1000?tab=register']) {
      const answer = await navigate(url);
      expect([url, answer.statusCode, answer.body]).toEqual([url, 200, page]);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  test('always asks anew for what names the build, and never again for what a hash names', async () => {
    for (const url of ['/sw.js', '/manifest.webmanifest'])
      expect((await get(url)).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/main-B1x2.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('comes compressed where it was compressed ahead', async () => {
    const brotli = await get('/assets/main-B1x2.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(script);
    expect((await get('/assets/main-B1x2.js', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    const plain = await get('/assets/main-B1x2.js');
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, script]);
  });

  test('is not sent again while it is the same', async () => {
    const { etag } = (await get('/sw.js')).headers;
    expect((await get('/sw.js', { 'if-none-match': String(etag) })).statusCode).toBe(304);
  });

  test('is no answer to what is not a screen: files, the API, other methods', async () => {
    const answers = [
      await navigate('/api/none'),
      await navigate('/assets/old-Z9.js'),
      await get('/api/none', { accept: 'application/json' }),
      await get('/today', { accept: 'application/json' }),
      await server.inject({ method: 'POST', url: '/today', headers: { accept: 'text/html' } }),
      await get('/../package.json'),
      await get('/%2e%2e/%2e%2e/etc/passwd'),
    ];
    for (const answer of answers) {
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
      expect(answer.json()).toMatchObject({ type: '/problems/not-found', status: 404 });
    }
  });

  test('runs under a policy that admits only its own scripts, as every answer says', async () => {
    for (const url of ['/', '/sw.js', '/api/none', '/healthz', '/version.json']) {
      const { headers } = await navigate(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('sends JSON of at most 64 KB', async () => {
    const payload = JSON.stringify({ code: 'x'.repeat(64 * 1024) });
    const headers = { 'content-type': 'application/json' };
    const answer = await server.inject({ method: 'POST', url: '/api/enrol', payload, headers });
    expect([answer.statusCode, answer.json().type]).toEqual([413, '/problems/too-large']);
  });

  test('hears of a fault of the portal as a problem, and the log tells where, but not what was sent', async () => {
    const broken = await buildServer(city.portal, { appFolder: folder, version: '1.2.3' });
    broken.post('/api/broken', async () => {
      throw new Error('the disk is full');
    });
    const payload = JSON.stringify({ name: '王芳' });
    const headers = { 'content-type': 'application/json' };
    const answer = await broken.inject({ method: 'POST', url: '/api/broken', payload, headers });
    expect([answer.statusCode, answer.json().type]).toEqual([500, '/problems/internal']);
    expect(answer.body).not.toContain('disk');
    expect(city.logged).toEqual([
      expect.objectContaining({ route: '/api/broken', method: 'POST', error: 'the disk is full' }),
    ]);
    expect(JSON.stringify(city.logged)).not.toContain('王芳');
    await broken.close();
  });
});

/**
 * What the benchmarks' browser visits, on one port of 127.0.0.1: pages of one bundle each, built by vite as for
 * production, and the built app where a benchmark wants it. The headers give `performance.now()` its finest resolution.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build, type Rollup } from 'vite';

/** npm starts every script in the project's root. */
const root = process.cwd();

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface Site {
  readonly url: string;
  close(): void;
}

/** Serves every source (a path from the project's root) at `/<file name without ending>`, and `folder` for the rest. */
export async function serve(sources: readonly string[], folder?: string): Promise<Site> {
  const scripts = new Map<string, string>();
  for (const source of sources) scripts.set(pageName(source), await bundled(source));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [page = '', ending] = pathname.slice(1).split('.');
    const script = scripts.get(page);
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    if (script !== undefined)
      answer(response, ending === 'js' ? '.js' : '.html', ending === 'js' ? script : html(page));
    else if (folder === undefined || pathname.startsWith('/api/')) response.writeHead(503).end();
    else answerFile(response, folder, pathname);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Builds the app as `npm start` does, into a folder of the benchmarks' own. Apart, because the build talks on stdout. */
export function buildApp(): string {
  const folder = join(root, 'dist/bench/app');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return folder;
}

const html = (name: string) =>
  `<!doctype html><meta charset="utf-8"><ul id="list"></ul><script type="module" src="/${name}.js"></script>`;

function answer(response: ServerResponse, ending: string, body: string | Uint8Array): void {
  response.setHeader('content-type', types[ending] ?? 'application/octet-stream');
  response.setHeader('cache-control', 'no-cache');
  response.end(body);
}

/** Every address that is no file is the app's own. */
function answerFile(response: ServerResponse, folder: string, pathname: string): void {
  const file = join(folder, normalize(pathname));
  const isFile = extname(file) !== '' && existsSync(file);
  answer(response, isFile ? extname(file) : '.html', readFileSync(isFile ? file : join(folder, 'index.html')));
}

function pageName(source: string): string {
  return source.replace(/^.*\//, '').replace(/\.ts$/, '');
}

async function bundled(source: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } }, // as in vite.config.ts
    build: { write: false, target: 'es2022', modulePreload: false, rollupOptions: { input: join(root, source) } },
  });
  const [chunk, ...others] = (built as Rollup.RollupOutput).output; // one configuration, no watching
  if (others.length > 0) throw new Error(`${source} became ${others.length + 1} files`);
  return chunk.code;
}

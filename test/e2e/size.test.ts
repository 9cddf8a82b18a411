/** What a coordinator's phone must fetch: the built app is weighed as its web server and its worker would send it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { projectRoot } from './portalProcess.ts';

const app = join(projectRoot, 'dist/app');
const firstRouteBytesMax = 60 * 1024;
const precacheBytesMax = 600 * 1024;

const textOf = (file: string) => readFileSync(join(app, file), 'utf8');
const zippedBytes = (file: string) => gzipSync(readFileSync(join(app, file)), { level: 9 }).length;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** The scripts that run before anything is drawn: index.html's own, and whatever those import statically. */
function firstScripts(): readonly string[] {
  const html = textOf('index.html');
  const named = [
    ...html.matchAll(/<script[^>]+src="\/([^"]+)"/g),
    ...html.matchAll(/<link[^>]+rel="modulepreload"[^>]+href="\/([^"]+)"/g),
  ].map(([, file]) => file ?? '');
  const scripts = new Set(named);
  for (const script of scripts) for (const next of staticImportsOf(script)) scripts.add(next); // a set grows while walked
  return [...scripts];
}

/** `import … from "./x.js"` and `export … from`, not `import("./x.js")`: those come later. */
function staticImportsOf(script: string): readonly string[] {
  const imports = textOf(script).matchAll(
    /(?:^|[;}\s])(?:import|export)(?:[\w*{}\s,$]+from)?\s*["'](\.[^"']+\.js)["']/g,
  );
  return [...imports].map(([, path]) => join(dirname(script), path ?? ''));
}

function precached(): readonly string[] {
  const urls = [...textOf('sw.js').matchAll(/["']?url["']?\s*:\s*["'`]([^"'`]+)["'`]/g)].map(([, url]) => url ?? '');
  return urls.filter((url) => url !== '');
}

test('the first screen needs at most 60 KB of script, gzipped', () => {
  const sizes = firstScripts().map((script) => ({ script, bytes: zippedBytes(script) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const detail = sizes.map(({ script, bytes }) => `${script} ${kilobytes(bytes)}`).join(', ');
  expect(sizes.length).toBeGreaterThan(0);
  expect(total, `${kilobytes(total)}: ${detail}`).toBeLessThanOrEqual(firstRouteBytesMax);
});

test('all that the worker keeps for offline is at most 600 KB, gzipped', () => {
  const sizes = precached().map((file) => ({ file, bytes: zippedBytes(file) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const heaviest = [...sizes].sort((a, b) => b.bytes - a.bytes).slice(0, 8);
  const detail = heaviest.map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`).join(', ');
  expect(sizes.map(({ file }) => file)).toContain('index.html');
  expect(total, `${kilobytes(total)} in ${sizes.length} files; heaviest: ${detail}`).toBeLessThanOrEqual(
    precacheBytesMax,
  );
});

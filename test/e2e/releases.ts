/**
 * Releases of the app to deploy: the one that was built, and later ones made of it, of which every file has another name
 * and content, so that a mixture of two would be seen. A broken one throws before it paints.
 */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };
import { projectRoot } from './portalProcess.ts';

/** The folder of the app as it was built, and its version. */
export const builtRelease = join(projectRoot, 'dist/app');
export const builtVersion = packageFile.version;

export interface ReleaseOptions {
  readonly version: string;
  readonly isBroken?: boolean;
}

/** Makes a release in a new folder; its files are named after its version. */
export function makeRelease(folder: string, { version, isBroken = false }: ReleaseOptions): string {
  cpSync(builtRelease, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  for (const name of names) renameSync(join(assets, name), join(assets, renamed(name, version)));
  const files = [...names.map((name) => join(assets, renamed(name, version))), join(folder, 'index.html')];
  for (const file of files) edit(file, (text) => rewritten(text, names, version));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  if (isBroken) edit(join(folder, entryOf(page)), (text) => `throw new Error('a broken release');${text}`);
  edit(join(folder, 'sw.js'), (text) => withRevisionOf(page, rewritten(text, names, version)));
  return folder;
}

/** Whether an asset's address is of that release. */
export function isOfRelease(url: string, version: string): boolean {
  const tag = /\.v([\d.]+)\.\w+$/.exec(new URL(url).pathname)?.[1];
  return (tag ?? builtVersion) === version;
}

function renamed(name: string, version: string): string {
  return name.replace(/(\.\w+)$/, `.v${version}$1`);
}

function rewritten(text: string, names: readonly string[], version: string): string {
  const named = names.reduce((result, name) => result.replaceAll(name, renamed(name, version)), text);
  return named.replaceAll(`\`${builtVersion}\``, `\`${version}\``).replaceAll(`"${builtVersion}"`, `"${version}"`);
}

function entryOf(page: string): string {
  const entry = /<script type="module"[^>]* src="\/(assets\/[^"]+)"/.exec(page)?.[1];
  if (!entry) throw new Error('the page names no entry script');
  return entry;
}

function withRevisionOf(page: string, worker: string): string {
  const revision = createHash('md5').update(page).digest('hex');
  return worker.replace(/\{"revision":"\w+","url":"index\.html"\}/, `{"revision":"${revision}","url":"index.html"}`);
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

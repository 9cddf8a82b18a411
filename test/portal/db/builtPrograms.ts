/**
 * Test support: programs which tests start as threads or processes, built as the portal is, since Node 20 runs no
 * TypeScript. They are built once for each state of the sources, into node_modules/.cache, so that test files which
 * start at once share the work. The worker lies beside the others, as in the built portal.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAMS = join(ROOT, 'test/portal/db/programs');
const SOURCES = join(ROOT, 'src/portal/db');
/** Kept in the checkout, from where built programs still find their packages. */
export const CACHE = join(ROOT, 'node_modules/.cache/waystation');

/** The URL of a built program: `pgliteWorker`, or one of `programs/`. */
export async function builtProgram(name: string): Promise<URL> {
  return pathToFileURL(join(await builtFolder(), `${name}.js`));
}

async function builtFolder(): Promise<string> {
  const folder = join(CACHE, `programs-${sourcesHash()}`);
  if (!existsSync(folder)) await onceInPlace(folder, buildInto);
  return folder;
}

/** Makes a folder aside and renames it, so that whoever comes at the same time sees all of it or nothing. */
export async function onceInPlace(folder: string, make: (aside: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}.`);
  await make(aside);
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else somebody was faster
  }
}

async function buildInto(outDir: string): Promise<void> {
  const programs = readdirSync(PROGRAMS).map((file) => [file.replace(/\.ts$/, ''), join(PROGRAMS, file)]);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: { ...Object.fromEntries(programs), pgliteWorker: join(SOURCES, 'pgliteWorker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const folder of [SOURCES, PROGRAMS]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(folder, entry.name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** The portal as it is shipped: built by the project's own configuration, run by plain Node in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CACHE } from './db/builtPrograms.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BuiltPortal {
  /** The folder that a deployment has, with `portal` in it; `app` may be put beside it. */
  readonly folder: string;
  remove(): void;
}

export interface RunningPortal {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it and waits; the exit code, or null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Built within the checkout, from where it finds its packages. */
export async function buildPortal(): Promise<BuiltPortal> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'portal-'));
  const outDir = join(folder, 'portal');
  await build({ root, mode: 'portal', logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export type Settings = { readonly [name: string]: string };

function spawnPortal({ folder }: BuiltPortal, settings: Settings): ChildProcess {
  const environment = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DEMO: '0', ...settings };
  return spawn(process.execPath, [join(folder, 'portal/main.js')], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts it at a free port, and waits for the address that it prints once it listens. */
export async function startPortal(built: BuiltPortal, settings: Settings): Promise<RunningPortal> {
  const child = spawnPortal(built, settings);
  let complaints = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaints += text.toString('utf8');
  });
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume(); // what it prints later is not waited for
    return { url: `http://127.0.0.1:${port}`, process: child, end: (signal) => end(child, signal) };
  }
  throw new Error(`the portal did not start: ${complaints}`);
}

/** Runs it to its own end: what it printed as errors, and its exit code. */
export async function runPortal(built: BuiltPortal, settings: Settings): Promise<{ errors: string; code: number }> {
  const child = spawnPortal(built, settings);
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => {
    errors += text.toString('utf8');
  });
  const [code] = await once(child, 'close');
  return { errors, code };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return code;
}

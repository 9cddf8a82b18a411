/** The built portal as its own process, as `npm start` runs it: started, stopped, killed, started again on its data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

export interface PortalProcess {
  readonly port: number;
  readonly url: string;
  /** Everything that it printed so far. */
  printed(): string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export interface PortalOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly env?: { readonly [name: string]: string };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export async function startPortal({ port, dataDir, env }: PortalOptions): Promise<PortalProcess> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/portal/main.js')], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, () => printed);
  return {
    port,
    url,
    printed: () => printed,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

const pollMs = 100;
const startMsMax = 120_000;

async function untilHealthy(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (let waited = 0; waited < startMsMax; waited += pollMs) {
    if (child.exitCode !== null) throw new Error(`the portal ended while starting:\n${printed()}`);
    const healthy = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy && printed().includes('Waystation: http')) return; // healthy, and has said how to sign in
    await new Promise((again) => setTimeout(again, pollMs)); // no event comes across the process: the port is polled
  }
  child.kill('SIGKILL');
  throw new Error(`the portal was not healthy after ${startMsMax} ms:\n${printed()}`);
}

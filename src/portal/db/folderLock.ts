/**
 * Keeps a data folder to one process at a time: PGlite lets two processes open one folder, and both then corrupt it.
 * The lock is a socket in the folder that its owner listens on. The kernel closes it however the owner ends, SIGKILL
 * included, so a socket that answers is a live owner and one that does not is left over: no process numbers are
 * compared, which get reused, and which mean nothing between two containers that share a folder.
 * [DB7] Announce first, look second: each opener listens on a name of its own, then looks for others that answer.
 *       Of two that start at once at least one sees the other and withdraws; both may, never neither.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder is ours until `release`, or it is somebody else's, with a sentence for the operator. */
export type FolderLock =
  | { readonly kind: 'locked'; release(): Promise<void> }
  | { readonly kind: 'inUse'; readonly message: string };

const PREFIX = 'lock-';
const SOCKET = 's';
/** Shortest limit of the systems that matter (macOS: 104 bytes with the closing zero). */
const SOCKET_PATH_BYTES_MAX = 103;

/** Takes the folder, which must exist, for this process. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const meetingPlace = meetingPlaceOf(folder);
  mkdirSync(meetingPlace, { recursive: true });
  const own = mkdtempSync(join(meetingPlace, `${PREFIX}${process.pid}-`));
  const server = await listen(socketPath(own));
  const release = async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(own, { recursive: true, force: true });
  };
  for (const name of readdirSync(meetingPlace)) {
    const other = join(meetingPlace, name);
    if (!name.startsWith(PREFIX) || other === own) continue;
    if (await isAnswering(socketPath(other))) {
      await release();
      return { kind: 'inUse', message: inUseMessage(folder, name) };
    }
    rmSync(other, { recursive: true, force: true });
  }
  return { kind: 'locked', release };
}

function inUseMessage(folder: string, name: string): string {
  const owner = name.slice(PREFIX.length).split('-')[0];
  return (
    `Another portal (process ${owner}) is using the data folder ${folder}, so this one did not open it. ` +
    'Nothing was changed and all records are safe. ' +
    'Use the portal that is running, or stop it and start this one again; ' +
    'to run several portals at once, give them a PostgreSQL server by DATABASE_URL.'
  );
}

/** In the folder, so that containers sharing it meet; by its identity in the system's own folder where a path is too long. */
function meetingPlaceOf(folder: string): string {
  const inside = join(realpathSync(folder), 'locks');
  const longest = socketPath(join(inside, `${PREFIX}${process.pid}-XXXXXX`));
  if (process.platform === 'win32' || Buffer.byteLength(longest) <= SOCKET_PATH_BYTES_MAX) return inside;
  const { dev, ino } = statSync(folder);
  return join(tmpdir(), `waystation-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)}`);
}

/** On Windows a pipe has a name of its own, which ends with its owner, and the folder only announces it. */
function socketPath(announcement: string): string {
  if (process.platform !== 'win32') return join(announcement, SOCKET);
  return `\\\\.\\pipe\\waystation-${createHash('sha256').update(announcement).digest('hex').slice(0, 32)}`;
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once('error', reject);
    server.listen(path, () => {
      server.unref(); // holding the lock is no reason to go on living
      resolve(server);
    });
  });
}

/** Only a definite "nobody listens" counts as left over; every doubt counts as a live owner. */
function isAnswering(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect(path);
    visitor.once('connect', () => {
      visitor.destroy();
      resolve(true);
    });
    visitor.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT');
    });
  });
}

/**
 * A disk that can lose its power: an ext4 file system in a file, mounted by loop. What programs wrote and did not flush
 * is only in this machine's memory; a copy of the file, mounted, is what a machine finds after a power cut (the journal
 * is replayed at mounting). Needs root on Linux.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Disk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Writes all that is only in memory. */
  flush(): void;
  /** What a power cut at this moment leaves, as a disk of its own. */
  copyAfterPowerCut(): Promise<Disk>;
  /** Takes it away with all that is on it; more than once does no harm. */
  remove(): void;
}

const size = '1G'; // sparse: takes what is written

export function newDisk(): Disk {
  const place = mkdtempSync(join(tmpdir(), 'waystation-image-'));
  try {
    run('truncate', '-s', size, imageIn(place));
    run('mkfs.ext4', '-q', '-F', imageIn(place));
    return mounted(place);
  } catch (failure) {
    rmSync(place, { recursive: true, force: true });
    throw failure;
  }
}

/** Why this machine cannot do it; undefined if it can. */
export function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root, to mount a disk image';
  try {
    newDisk().remove();
    return undefined;
  } catch (failure) {
    return `no disk image could be mounted: ${String(failure).split('\n').slice(0, 2).join(' ')}`;
  }
}

const imageIn = (place: string) => join(place, 'disk.img');

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

function mounted(place: string): Disk {
  const folder = join(place, 'mounted');
  mkdirSync(folder);
  run('mount', '-o', 'loop', imageIn(place), folder);
  let isThere = true;
  return {
    folder,
    flush: () => run('sync', '-f', folder),
    async copyAfterPowerCut() {
      const other = mkdtempSync(join(tmpdir(), 'waystation-image-'));
      await promisify(execFile)('cp', ['--sparse=always', imageIn(place), imageIn(other)]);
      return mounted(other);
    },
    remove() {
      if (!isThere) return;
      isThere = false;
      try {
        run('umount', folder);
      } catch {
        run('umount', '-l', folder); // a dying process still holds it: it goes when that does
      }
      rmSync(place, { recursive: true, force: true });
    },
  };
}

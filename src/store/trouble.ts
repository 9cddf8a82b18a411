/**
 * Troubles: the ways in which the world (disk, browser, other tabs) can fail a write or a read. A closed list that
 * i18n turns into: what happened, what is safe, what to do.
 */
import Dexie from 'dexie';

export type Trouble = 'diskFull' | 'diskFailed' | 'newerVersionOpen' | 'notEnrolled';

/** By the failure's causes: Dexie wraps the browser's, up to some levels deep. */
export function troubleOf(failure: unknown): Trouble {
  const causes = causesOf(failure);
  if (causes.some(saysFull)) return 'diskFull';
  const root = causes.at(-1)?.name ?? '';
  return supersededNames.includes(root) ? 'newerVersionOpen' : 'diskFailed';
}

/** Whether it was the database that failed, and not the program. */
export function isStoreFailure(failure: unknown): boolean {
  const names: readonly string[] = Object.values(Dexie.errnames);
  return failure instanceof Error && 'inner' in failure && names.includes(failure.name);
}

const supersededNames = ['DatabaseClosedError', 'VersionError'];
const depthMax = 4;

function causesOf(failure: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let cause = failure; cause instanceof Error && causes.length < depthMax; ) {
    causes.push(cause);
    cause = 'inner' in cause ? cause.inner : undefined;
  }
  return causes;
}

/** Chromium's quota; or, on a disk that is really full, its file system's own word within an unknown error. */
function saysFull({ name, message }: Error): boolean {
  return name === 'QuotaExceededError' || message.includes('FILE_ERROR_NO_SPACE');
}

/**
 * Troubles: the ways in which the world (disk, browser, other tabs) can fail a write or a read. A closed list that
 * i18n turns into: what happened, what is safe, what to do.
 */
export type Trouble = 'diskFull' | 'diskFailed' | 'newerVersionOpen' | 'notEnrolled';

/** Dexie wraps the browser's failure; a full disk may be two levels down. */
export function troubleOf(failure: unknown): Trouble {
  for (let cause = failure, depth = 0; cause instanceof Error && depth < 4; depth++) {
    if (cause.name === 'QuotaExceededError') return 'diskFull';
    if (cause.name === 'DatabaseClosedError' || cause.name === 'VersionError') return 'newerVersionOpen';
    cause = 'inner' in cause ? cause.inner : undefined;
  }
  return 'diskFailed';
}

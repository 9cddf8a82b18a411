/**
 * What fails between this page and its database: one trouble at a time, shown by the frame until a write succeeds. After
 * a refused write nothing counts as saved until the browser has opened the database again and settled it
 * (store/freshLog.ts); that is tried until it succeeds. A database that another window upgraded stays closed.
 */
import { type Signal, signal } from '@preact/signals';
import type { DeviceDatabase } from '../../store/database.ts';
import { isLogTorn, noteTornLog } from '../../store/persistence.ts';
import type { Trouble } from '../../store/trouble.ts';

export interface Troubles {
  readonly trouble: Signal<Trouble | undefined>;
  /** Set while nothing may be called saved. */
  unsound(): Trouble | undefined;
  fail(what: Trouble): void;
  /** A write succeeded. */
  clear(): void;
}

const mendEveryMs = 2_000;

export function troublesOf(db: DeviceDatabase): Troubles {
  const trouble = signal<Trouble | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let standing: Trouble | undefined;

  async function mend(): Promise<void> {
    try {
      if (!db.isOpen()) await db.open();
      const { startFreshLog } = await import('../../store/freshLog.ts');
      await startFreshLog();
      noteTornLog(false);
      standing = undefined;
      timer = undefined;
    } catch {
      if (standing !== 'newerVersionOpen') timer = setTimeout(() => void mend(), mendEveryMs); // still no room
    }
  }

  db.on('versionchange', () => {
    clearTimeout(timer);
    standing = 'newerVersionOpen';
    trouble.value = standing;
  });

  if (isLogTorn()) {
    standing = 'diskFailed'; // by an earlier page
    void mend();
  }

  return {
    trouble,
    unsound: () => standing,
    fail(what) {
      // Once a disk is full the browser only says that nothing opens: what was understood first stays said.
      const isKnown = standing === 'newerVersionOpen' || (standing === 'diskFull' && what === 'diskFailed');
      trouble.value = isKnown ? standing : what;
      if (what === 'notEnrolled' || standing === 'newerVersionOpen') return;
      standing = trouble.value;
      noteTornLog(true);
      timer ??= setTimeout(() => void mend(), mendEveryMs);
    },
    clear() {
      trouble.value = undefined;
    },
  };
}

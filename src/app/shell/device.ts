/**
 * The device as screens see it: its database, clock, identities of new records, and the one way to save. Made once by
 * the root, handed down by context; no screen touches a platform global instead.
 */
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { assert } from '../../domain/kit/assert.ts';
import type { Plan } from '../../domain/kit/edit.ts';
import type { CalendarDate } from '../../domain/kit/field.ts';
import { uuidv7 } from '../../domain/kit/uuid.ts';
import { localDateOf } from '../../domain/rules/calendar.ts';
import type { CommitOutcome } from '../../store/commit.ts';
import { type DeviceDatabase, sequenceOf } from '../../store/database.ts';
import { watch } from '../../store/live.ts';
import type { Trouble } from '../../store/trouble.ts';
import type { SyncDriver } from './syncDriver.ts';
import { troublesOf } from './troubles.ts';

export interface Platform {
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly appVersion: string;
}

export interface Device {
  readonly db: DeviceDatabase;
  readonly platform: Platform;
  readonly driver: SyncDriver;
  /** UTC ms, corrected by the last measured offset to the portal. */
  nowMs(): number;
  today(): CalendarDate;
  newId(): string;
  /** Resolves after the strict transaction: only then may a screen say "saved". A trouble is also shown by the frame. */
  save(plan: Plan): Promise<CommitOutcome>;
  readonly trouble: Signal<Trouble | undefined>;
  /** The database failed outside of `save`: the frame says so. */
  fail(what: Trouble): void;
}

/** Which coordinator acts: one a device until devices have several people (security.md). */
const onlyCoordinator = '1';

export async function createDevice(db: DeviceDatabase, platform: Platform, driver: SyncDriver): Promise<Device> {
  let offsetMs = (await sequenceOf(db))?.offsetMs ?? 0;
  const { trouble, fail, clear, unsound } = troublesOf(db);
  watch(
    () => sequenceOf(db),
    (sequence) => {
      offsetMs = sequence?.offsetMs ?? 0;
    },
    fail,
  );
  const nowMs = () => platform.nowMs() + offsetMs;
  return {
    db,
    platform,
    driver,
    trouble,
    fail,
    nowMs,
    today: () => localDateOf(nowMs()),
    newId: () => uuidv7(nowMs(), platform.randomBytes(10)),
    async save(plan) {
      const standing = unsound();
      if (standing !== undefined) {
        fail(standing);
        return { kind: 'trouble', trouble: standing };
      }
      const { commit } = await import('../../store/commit.ts'); // fetched when the page is idle (main.tsx)
      const outcome = await commit({ db, nowMs: platform.nowMs, by: onlyCoordinator }, plan);
      if (outcome.kind === 'trouble') fail(outcome.trouble);
      else {
        clear();
        driver.poke();
      }
      return outcome;
    },
  };
}

export const DeviceContext = createContext<Device | undefined>(undefined);

export function useDevice(): Device {
  const device = useContext(DeviceContext);
  assert(device !== undefined, 'a screen outside of the device context');
  return device;
}

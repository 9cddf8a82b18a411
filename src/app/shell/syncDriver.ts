/**
 * When the page exchanges with the portal: on load, when a link appears, when it becomes visible, shortly after a
 * commit, on a button, every few minutes; after a failure by back-off. The worker does the same from the browser's
 * events; the lock in store/exchange.ts lets one of them through at a time.
 */
import { type Signal, signal } from '@preact/signals';
import { onFailure, requestBackgroundSync, requestPeriodicSync } from '../../store/backgroundSync.ts';
import type { DeviceDatabase } from '../../store/database.ts';
import type { Reason } from '../../store/exchange.ts';
import { retryDelayMs } from '../../sync/backoff.ts';
import type { SyncOutcome } from '../../sync/ports.ts';
import type { Platform } from './device.ts';

export interface SyncDriver {
  readonly working: Signal<boolean>;
  /** Whether the browser will send with the app closed. */
  readonly sendsWhenClosed: Signal<boolean | undefined>;
  start(): void;
  /** Something was saved. */
  poke(): void;
  /** The button: now, whatever the back-off says. */
  now(): Promise<SyncOutcome>;
}

/** Marks of one roll call go together. */
const gatherMs = 1_500;
const firstWakeMs = 250;
const wakeMsMax = 5 * 60_000;
const newsEveryMs = 5 * 60_000;
/** An open page notices a portal's return within seconds; `Retry-After` spreads the herd when it is busy. */
const unreachableMsMax = 8_000;

export function createSyncDriver(db: DeviceDatabase, platform: Platform, random: () => number): SyncDriver {
  const openedMs = platform.nowMs();
  const working = signal(false);
  const sendsWhenClosed = signal<boolean | undefined>(undefined);
  let running: Promise<SyncOutcome> | undefined;
  let again: Reason | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wakeTimer: ReturnType<typeof setTimeout> | undefined;
  let wakes = 0;

  function wakeWorker(): void {
    void requestBackgroundSync(`${openedMs.toString(36)}-${wakes}`).then((granted) => {
      sendsWhenClosed.value = granted;
    });
  }

  /** Leaves a tag that has not failed yet for when this page is closed; ever more seldom, for each is tried thrice. */
  function wakeAgainLater(): void {
    clearTimeout(wakeTimer);
    wakeTimer = setTimeout(wakeAgain, Math.min(wakeMsMax, firstWakeMs * 4 ** wakes));
  }

  function wakeAgain(): void {
    clearTimeout(wakeTimer);
    wakeTimer = undefined;
    wakes += 1;
    wakeWorker();
  }

  function schedule(delayMs: number, reason: Reason): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(reason), delayMs);
  }

  function run(reason: Reason): Promise<SyncOutcome> {
    if (running) {
      again = again === 'all' ? 'all' : reason;
      return running;
    }
    clearTimeout(timer);
    working.value = true;
    running = import('../../store/exchange.ts')
      .then(({ exchange }) => exchange(db, reason, platform))
      .finally(() => {
        running = undefined;
        working.value = false;
      });
    void running.then(planNext, () => planNext({ kind: 'waiting', why: 'portalTrouble' }));
    return running;
  }

  function planNext(outcome: SyncOutcome): void {
    const next = again;
    again = undefined;
    if (outcome.kind === 'waiting') {
      failures += 1;
      const bound = outcome.why === 'busy' ? undefined : unreachableMsMax;
      schedule(retryDelayMs(failures, random(), outcome.retryAfterMs, bound), 'all');
      return;
    }
    failures = 0;
    if (next) void run(next);
    else if (outcome.kind === 'delivered') schedule(newsEveryMs, 'all');
  }

  return {
    working,
    sendsWhenClosed,
    start() {
      addEventListener('online', () => void run('all'));
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void run('all');
        else if (wakeTimer !== undefined) wakeAgain(); // the last tag failed, and this may be the end of the page
      });
      onFailure(wakeAgainLater);
      wakeWorker(); // what an earlier opening left may be sent even if this one is closed at once
      void run('all');
      void requestPeriodicSync();
    },
    poke() {
      wakeWorker();
      if (failures === 0) schedule(gatherMs, 'queue');
    },
    now: () => run('all'),
  };
}

/**
 * Slows down guessing: after a few free attempts each further one of the same key must wait, twice as long each time.
 * An attempt counts before it is judged, so that many at once gain nothing; success forgives the key. Kept in memory:
 * several portals each keep their own, and a restart forgives all, which is a delay less and never an open door.
 */

export interface ThrottleRule {
  /** Attempts without a delay. */
  readonly free: number;
  /** The first delay; it doubles with each attempt. */
  readonly firstMs: number;
  readonly mostMs: number;
  /** A key that made no attempt for so long is forgotten. */
  readonly forgetMs: number;
  /** Keys remembered; beyond, the one seen longest ago goes. */
  readonly keysMax: number;
}

export interface Throttle {
  /** Counts an attempt: 0 lets it through, more is how many milliseconds it must wait (and it was not counted). */
  attempt(key: string, nowMs: number): number;
  /** Forgets the attempts of a key that proved itself. */
  forgive(key: string): void;
}

interface Tries {
  readonly count: number;
  readonly last: number;
}

/** A throttle by one rule. */
export function throttle(rule: ThrottleRule): Throttle {
  const tries = new Map<string, Tries>(); // in the order of the last attempt
  return {
    attempt(key, nowMs) {
      const known = tries.get(key);
      const before = known !== undefined && nowMs - known.last < rule.forgetMs ? known : { count: 0, last: nowMs };
      const waitMs = before.count === 0 ? 0 : before.last + delayAfter(rule, before.count) - nowMs;
      if (waitMs > 0) return waitMs;
      tries.delete(key);
      tries.set(key, { count: before.count + 1, last: nowMs });
      for (const oldest of tries.keys()) {
        if (tries.size <= rule.keysMax) break;
        tries.delete(oldest);
      }
      return 0;
    },
    forgive(key) {
      tries.delete(key);
    },
  };
}

function delayAfter({ free, firstMs, mostMs }: ThrottleRule, count: number): number {
  return count < free ? 0 : Math.min(mostMs, firstMs * 2 ** Math.min(count - free, 30));
}

/**
 * How many exchanges may be inside at once: beyond that the portal says honestly that it is busy, with a time to come
 * again that spreads the herd. Nothing waits here without bound.
 */
export interface Turnstile {
  /** Runs `work`, or `busy` when too many are inside. */
  enter<T>(work: () => Promise<T>): Promise<{ kind: 'done'; value: T } | { kind: 'busy'; retryAfterSeconds: number }>;
}

const retrySecondsMin = 1;
const retrySecondsSpread = 8;

/** `random` is uniform in [0, 1). */
export function openTurnstile(insideMax: number, random: () => number): Turnstile {
  let inside = 0;
  return {
    async enter(work) {
      if (inside >= insideMax)
        return { kind: 'busy', retryAfterSeconds: retrySecondsMin + Math.floor(random() * retrySecondsSpread) };
      inside += 1;
      try {
        return { kind: 'done', value: await work() };
      } finally {
        inside -= 1;
      }
    },
  };
}

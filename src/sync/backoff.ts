/**
 * When to try again: full jitter (each wait is uniform between nothing and a bound that doubles), so that three hundred
 * devices that lost one portal do not come back together. `Retry-After` is a floor.
 */
const firstMsMax = 2_000;
const defaultMsMax = 60_000;

/** `attempt` counts failures in a row from 1; `random` is uniform in [0, 1); `msMax` bounds the wait. */
export function retryDelayMs(attempt: number, random: number, retryAfterMs = 0, msMax = defaultMsMax): number {
  const bound = Math.min(msMax, firstMsMax * 2 ** Math.min(attempt - 1, 10));
  return retryAfterMs + Math.round(random * bound);
}

/** How far this device's clock is off the portal's, in words. A network's delay is not called an error. */
import { moreWords as w } from '../../i18n/words/more.ts';

const toleratedMs = 30_000;

const units = [
  [86_400_000, w.days],
  [3_600_000, w.hours],
  [60_000, w.minutes],
  [1_000, w.seconds],
] as const;

/** `offsetMs`: portal clock − device clock; undefined: never compared. */
export function clockWords(offsetMs: number | undefined): string {
  if (offsetMs === undefined) return w.clockUnknown();
  const by = Math.abs(offsetMs);
  if (by <= toleratedMs) return w.clockRight();
  const [size, words] = units.find(([size]) => by >= size) ?? units[3];
  const amount = words(Math.round(by / size));
  return offsetMs > 0 ? w.clockSlow(amount) : w.clockFast(amount);
}

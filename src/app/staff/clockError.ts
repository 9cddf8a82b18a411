/** How far a device's clock is off, in words. The time that a message is under way is not called an error. Pure. */
import { staffWords as w } from '../../i18n/words/staff.ts';

const toleratedMs = 30_000;

const units = [
  [86_400_000, w.units.days],
  [3_600_000, w.units.hours],
  [60_000, w.units.minutes],
  [1_000, w.units.seconds],
] as const;

/** `offsetMs`: portal clock − device clock; null: never compared. */
export function clockErrorWords(offsetMs: number | null): string {
  if (offsetMs === null) return w.unknown();
  if (isClockRight(offsetMs)) return w.clockRight();
  const by = Math.abs(offsetMs);
  const [size, words] = units.find(([size]) => by >= size) ?? units[3];
  const amount = words(Math.round(by / size));
  return offsetMs > 0 ? w.clockSlow(amount) : w.clockFast(amount);
}

export function isClockRight(offsetMs: number): boolean {
  return Math.abs(offsetMs) <= toleratedMs;
}

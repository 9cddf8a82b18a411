/** Results for a person: one line each, aligned; written as the results come. */
import type { Result } from './benchmark.ts';

/** A line of the table. */
export function tableLine({ name, value, unit, peer, ratio }: Result): string {
  const measured = `${name.padEnd(24)}${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit.padEnd(6)}`;
  return ratio === undefined ? measured.trimEnd() : `${measured} ${ratio.toFixed(2).padStart(6)} × ${peer ?? ''}`;
}

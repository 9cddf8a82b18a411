/**
 * What a decoded message may cost. Columns repeat values by reference, so a small message can announce gigabytes, and
 * JSON may nest deeper than a stack: both are measured here, before anything copies, hashes or stores the values.
 */
import type { Json } from '../domain/kit/json.ts';

/** UTF-16 units, and eight for any other value; four times the largest inflated message. */
export const weightMax = 16 * 1024 * 1024;
/** Groups within lists within groups, and room to grow. */
export const depthMax = 8;

/** Whether all values together are within the limits. Shared values are measured once and counted at every place. */
export function weigh(values: readonly Json[]): boolean {
  const known = new Map<Json, number>();
  let total = 0;
  for (const value of values) {
    total += weightOf(value, 0, known);
    if (total > weightMax) return false;
  }
  return true;
}

function weightOf(value: Json, depth: number, known: Map<Json, number>): number {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object') return 8;
  if (depth > depthMax) return Number.POSITIVE_INFINITY;
  const before = known.get(value);
  if (before !== undefined) return before;
  let weight = 8;
  for (const [name, member] of Object.entries(value)) weight += name.length + weightOf(member, depth + 1, known);
  known.set(value, weight);
  return weight;
}

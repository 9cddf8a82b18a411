/**
 * Chance that is none: the same numbers for the same seed (the generator Mulberry32), so that the demo city is the
 * same at every place that builds it on the same day.
 */
import { assert } from '../../domain/kit/assert.ts';
import type { Id } from '../../domain/kit/field.ts';
import { isIdPart } from '../../domain/kit/record.ts';
import { uuidv7 } from '../../domain/kit/uuid.ts';

/** Gives numbers in [0, 1). */
export type Chance = () => number;

/** A generator of its own for each thing that a text names. */
export function chances(name: string): Chance {
  let state = [...name].reduce((seed, letter) => (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) | 0, 20_261_110);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`. */
export function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1));
}

/** One of a list. */
export function oneOf<T>(chance: Chance, list: readonly T[]): T {
  const chosen = list[Math.floor(chance() * list.length)];
  assert(chosen !== undefined, 'nothing to choose from');
  return chosen;
}

/** An id as a device would have created it at `ms`. */
export function inventId<K extends string>(chance: Chance, ms: number): Id<K> {
  return knownId(
    uuidv7(
      ms,
      Uint8Array.from({ length: 10 }, () => between(chance, 0, 255)),
    ),
  );
}

/** An id of the demo's own tables. */
export function knownId<K extends string>(id: string): Id<K> {
  assert(isIdPart(id), `id ${id}`);
  return id as Id<K>; // checked above
}

/**
 * Hybrid logical clock: owns the order of changes. Knows neither wall time nor storage; both are passed in.
 * A stamp is text whose plain order is the order of changes: 9 base-36 digits of ms, 4 of count, a dot, the device.
 * [H1] Stamps of one device strictly rise, across restarts and clock steps too.
 * [H2] A stamp made after another was seen is later than it.
 */
import { assert } from '../domain/kit/assert.ts';

export type Clock = string & { readonly __brand: 'clock' };

export interface ClockParts {
  /** UTC milliseconds, as the device corrected them. */
  readonly ms: number;
  /** Changes within that millisecond: 16 bits. */
  readonly count: number;
  readonly device: string;
}

const msMax = 36 ** 9 - 1; // the year 5188
const countMax = 0xffff;
const msDigits = 9;
const countDigits = 4;
const clockPattern = /^([0-9a-z]{9})([0-9a-z]{4})\.([0-9a-z]{1,12})$/;

/** Device 0 is the portal. */
export const portalDevice = '0';

export function isDeviceId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-z]{1,12}$/.test(value);
}

export function formatClock({ ms, count, device }: ClockParts): Clock {
  assert(ms >= 0 && ms <= msMax && count >= 0 && count <= countMax, 'clock out of range');
  return `${ms.toString(36).padStart(9, '0')}${count.toString(36).padStart(4, '0')}.${device}` as Clock;
}

/** Undefined for anything that is not a stamp in its one form. */
export function parseClock(value: unknown): ClockParts | undefined {
  const match = typeof value === 'string' ? clockPattern.exec(value) : null;
  if (!match) return undefined;
  const [, ms = '', count = '', device = ''] = match;
  const parts = { ms: Number.parseInt(ms, 36), count: Number.parseInt(count, 36), device };
  return parts.count <= countMax ? parts : undefined;
}

/** For stamps that this program has already let in. */
export function clockParts(clock: Clock): ClockParts {
  assert(clock[msDigits + countDigits] === '.', 'not a clock');
  const ms = Number.parseInt(clock.slice(0, msDigits), 36);
  const count = Number.parseInt(clock.slice(msDigits, msDigits + countDigits), 36);
  return { ms, count, device: clock.slice(msDigits + countDigits + 1) };
}

/** The next stamp of `device` after `last` (any device's newest seen) at wall time `wallMs`. */
export function tick(last: Clock | undefined, wallMs: number, device: string): Clock {
  const seen = last === undefined ? { ms: 0, count: 0 } : clockParts(last);
  const wall = Math.floor(wallMs); // a fraction of the last stamp's millisecond is not after it
  if (wall > seen.ms) return formatClock({ ms: wall, count: 0, device });
  return seen.count < countMax
    ? formatClock({ ms: seen.ms, count: seen.count + 1, device })
    : formatClock({ ms: seen.ms + 1, count: 0, device });
}

export function later(a: Clock | undefined, b: Clock | undefined): Clock | undefined {
  if (a === undefined) return b;
  return b === undefined || a >= b ? a : b;
}

/**
 * Stamps as columns: ms, count and device apart, because each alone is nearly regular. Only stamps in their one form
 * come in.
 */
import { isObject, type Json } from '../domain/kit/json.ts';
import { type Column, malformed, packColumn, type TextTable, unpackColumn } from './columns.ts';
import { type Clock, clockParts, formatClock, isDeviceId, parseClock } from './hlc.ts';

/** Three columns, `name`, `name`c and `name`d; undefined where there is no stamp. */
export function clockColumns(
  name: string,
  clocks: readonly (Clock | undefined)[],
  table: TextTable,
): { readonly [column: string]: Column } {
  const parts = clocks.map((clock) => (clock === undefined ? undefined : clockParts(clock)));
  return {
    [name]: packColumn(
      parts.map((each) => each?.ms),
      table,
    ),
    [`${name}c`]: packColumn(
      parts.map((each) => each?.count),
      table,
    ),
    [`${name}d`]: packColumn(
      parts.map((each) => each?.device),
      table,
    ),
  };
}

export function readClocks(
  name: string,
  group: { readonly [column: string]: unknown },
  count: number,
  texts: readonly string[],
): readonly (Clock | undefined)[] {
  const [ms, counts, devices] = ['', 'c', 'd'].map((part) =>
    unpackColumn(group[name + part], count, texts, name + part),
  );
  return Array.from({ length: count }, (_, i) => {
    if (ms?.[i] === undefined) return undefined;
    const parts = { ms: ms[i], count: counts?.[i], device: devices?.[i] };
    const isInRange = isWithin(parts.ms, 36 ** 9 - 1) && isWithin(parts.count, 0xffff);
    return isInRange && isDeviceId(parts.device)
      ? formatClock({ ms: Number(parts.ms), count: Number(parts.count), device: parts.device })
      : malformed(name);
  });
}

const isWithin = (value: Json | undefined, max: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;

/** The stamps of a state's fields that differ from its newest; at most `fieldsMax` of them. */
export function readApartClocks(value: Json | undefined, fieldsMax: number): { readonly [field: string]: Clock } {
  if (value === undefined) return {};
  if (!isObject(value) || Object.keys(value).length > fieldsMax) return malformed('x');
  return Object.fromEntries(
    Object.entries(value).map(([field, clock]) => {
      const parts = parseClock(clock);
      return [field, parts ? formatClock(parts) : malformed('x')];
    }),
  );
}

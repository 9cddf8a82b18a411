/**
 * Columns: how many values of one field are written (docs/protocol.md, "Columns"). Self-describing, so that kinds and
 * fields this build does not know can be carried whole. A column of n values is one of
 *   {"=": v}                 n times v
 *   {"r": [v, run, …]}       runs of equal values
 *   {"+": [first, step, …]}  integers by differences
 *   {"s": column}            texts, as positions in the message's table of texts
 *   {"p": column, "v": column}  values present only where p holds 1
 *   {"a": [v, …]}            the values themselves
 * [C1] Any input gives values or a `malformed` failure; never more than the announced count, never a throw.
 */
import { isList, isObject, type Json, sameJson } from '../domain/kit/json.ts';

export type Column = Json;

/** The texts of one message, each listed once. */
export interface TextTable {
  readonly texts: string[];
  readonly positions: Map<string, number>;
}

export function emptyTexts(): TextTable {
  return { texts: [], positions: new Map() };
}

function positionOf(table: TextTable, text: string): number {
  const known = table.positions.get(text);
  if (known !== undefined) return known;
  table.positions.set(text, table.texts.length);
  return table.texts.push(text) - 1;
}

export function packColumn(values: readonly (Json | undefined)[], table: TextTable): Column {
  const isEmpty = values.length > 0 && values.every((value) => value === undefined);
  if (isEmpty) return { p: { '=': 0 }, v: { a: [] } };
  const isWhole = !values.includes(undefined);
  const present = isWhole ? (values as readonly Json[]) : values.filter((value) => value !== undefined); // checked
  if (!isWhole) {
    const bits = values.map((value) => (value === undefined ? 0 : 1));
    return { p: packColumn(bits, table), v: packColumn(present, table) };
  }
  const first = present[0];
  if (first !== undefined && present.every((value) => sameJson(value, first))) return { '=': first };
  if (present.length > 0 && present.every((value) => typeof value === 'string'))
    return {
      s: packColumn(
        present.map((text) => positionOf(table, text)),
        table,
      ),
    };
  const starts = present.filter((value, i) => i === 0 || !sameJson(present[i - 1], value)).length;
  if (starts * 2 < present.length) return { r: runsOf(present).flatMap(({ value, run }) => [value, run]) };
  if (present.length > 2 && present.every((value) => Number.isSafeInteger(value))) return stepsOrValues(present);
  return { a: present };
}

function stepsOrValues(present: readonly Json[]): Column {
  const numbers = present.map(Number);
  let before = 0;
  const steps = numbers.map((value) => {
    const step = value - before;
    before = value;
    return step;
  });
  const isExact = steps.every((step) => Number.isSafeInteger(step));
  return isExact && JSON.stringify(steps).length < JSON.stringify(numbers).length ? { '+': steps } : { a: present };
}

function runsOf(values: readonly Json[]): readonly { value: Json; run: number }[] {
  const runs: { value: Json; run: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && sameJson(last.value, value)) last.run += 1;
    else runs.push({ value, run: 1 });
  }
  return runs;
}

/** What a decoder throws and its border turns into a value; never leaves `src/sync`. */
export const malformedName = 'Malformed';

export function malformed(where: string): never {
  const failure = new Error(where);
  failure.name = malformedName;
  throw failure;
}

/** Runs a decoder: its value, or where the input broke the format. */
export function decoded<T>(
  decode: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly where: string } {
  try {
    return { ok: true, value: decode() };
  } catch (failure) {
    if (failure instanceof Error && failure.name === malformedName) return { ok: false, where: failure.message };
    throw failure;
  }
}

export function unpackColumn(
  column: unknown,
  count: number,
  texts: readonly string[],
  where: string,
  depth = 0,
): readonly (Json | undefined)[] {
  if (depth > 3 || !isObject(column)) return malformed(where);
  if ('=' in column) return new Array<Json>(count).fill(column['='] as Json); // came from JSON.parse
  if ('r' in column) return unpackRuns(column['r'], count, where);
  if ('+' in column) return unpackSteps(column['+'], count, where);
  if ('s' in column) {
    const positions = unpackColumn(column['s'], count, texts, where, depth + 1);
    return positions.map((at) => (typeof at === 'number' ? texts[at] : undefined) ?? malformed(where));
  }
  if ('p' in column) return unpackSparse(column, count, texts, where, depth);
  const values = column['a'];
  return isList(values) && values.length === count ? values : malformed(where);
}

function unpackRuns(runs: unknown, count: number, where: string): readonly Json[] {
  if (!isList(runs) || runs.length % 2 !== 0) return malformed(where);
  const values: Json[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const [value, run] = [runs[i], runs[i + 1]];
    if (value === undefined || !Number.isSafeInteger(run)) return malformed(where);
    if (Number(run) < 1 || Number(run) > count - values.length) return malformed(where);
    for (let k = 0; k < Number(run); k++) values.push(value);
  }
  return values.length === count ? values : malformed(where);
}

function unpackSteps(steps: unknown, count: number, where: string): readonly Json[] {
  if (!isList(steps) || steps.length !== count) return malformed(where);
  let sum = 0;
  return steps.map((step) => {
    sum += typeof step === 'number' ? step : Number.NaN;
    return Number.isSafeInteger(sum) ? sum : malformed(where);
  });
}

function unpackSparse(
  column: { readonly [name: string]: unknown },
  count: number,
  texts: readonly string[],
  where: string,
  depth: number,
): readonly (Json | undefined)[] {
  const bits = unpackColumn(column['p'], count, texts, where, depth + 1);
  const present = bits.filter((bit) => bit === 1).length;
  const values = present === 0 ? [] : unpackColumn(column['v'], present, texts, where, depth + 1);
  let next = 0;
  return bits.map((bit) => (bit === 1 ? values[next++] : bit === 0 ? undefined : malformed(where)));
}

/**
 * How column values cross into and out of JavaScript, the same for a PostgreSQL server and for the embedded one.
 * [DB1] int8 is a number, and a value that a number cannot hold is an error, never a rounded number.
 * [DB2] Dates, timestamps, intervals and numerics stay the text that PostgreSQL wrote; jsonb is parsed; bytea is
 *       a Uint8Array; arrays follow their element.
 * Knows nothing of connections, so that both the worker and the pool can import it.
 */
import pg from 'pg';

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;

const ELEMENTS: Readonly<Record<number, Parse>> = {
  17: bytes,
  20: safeInteger,
  1082: asText,
  1114: asText,
  1184: asText,
  1186: asText,
  1700: asText,
};

/** Array type → element type, for the elements above. */
const ARRAYS: Readonly<Record<number, number>> = {
  1001: 17,
  1016: 20,
  1182: 1082,
  1115: 1114,
  1185: 1184,
  1187: 1186,
  1231: 1700,
};

/** Known to `pg`, but its published list of types leaves out all arrays: hence the cast below. */
const TEXT_ARRAY = 1009;

/** The parsers, by type OID, that replace the ones which the two drivers disagree about. */
export const columnParsers: ReadonlyMap<number, Parse> = new Map([
  ...Object.entries(ELEMENTS).map(([oid, parse]): [number, Parse] => [Number(oid), parse]),
  ...Object.entries(ARRAYS).map(([oid, element]): [number, Parse] => [Number(oid), arrayOf(element)]),
]);

/** One parameter as the text that PostgreSQL's wire takes, by the rules that `pg` follows. */
export function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return arrayText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: unknown): string {
  if (Array.isArray(value)) return arrayText(value);
  const text = parameterText(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 value ${text} does not fit a number`);
  return value;
}

function bytes(text: string): Uint8Array {
  // A copy: a Buffer is a view into a shared slab, and posting it to another thread would post the whole slab.
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

function arrayOf(element: number): Parse {
  const split = pg.types.getTypeParser(TEXT_ARRAY as (typeof pg.types.builtins)['TEXT'], 'text');
  const parse = ELEMENTS[element] ?? asText;
  const each = (entry: unknown): unknown =>
    Array.isArray(entry) ? entry.map(each) : typeof entry === 'string' ? parse(entry) : null;
  return (text) => each(split(text));
}

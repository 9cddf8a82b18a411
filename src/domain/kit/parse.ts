/**
 * The parser of every border (wire, form, CSV, bundle), derived from the declarations. Any value gives a value or a
 * list of errors by field; nothing throws. Unknown *choices* are carried on the wire: a newer tablet may know more.
 */

import { never } from './assert.ts';
import { isCalendarDate } from './calendarDate.ts';
import type { Field, Members, Shape } from './field.ts';
import { isList, isObject, type Json } from './json.ts';
import { changeableFields, deletedField, isIdPart, privateFields, type RecordKind, sealedField } from './record.ts';
import { codePoints, hasControlCharacters, tidyText } from './text.ts';

export type FieldErrorCode =
  | 'missing'
  | 'wrongType'
  | 'tooLong'
  | 'tooSmall'
  | 'tooLarge'
  | 'notAllowed'
  | 'controlCharacters'
  | 'unknownField';

export interface FieldError {
  readonly field: string;
  readonly code: FieldErrorCode;
  /** The limit that was passed, in the unit of the field. */
  readonly limit?: number;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Forms take only known choices; the wire carries unknown ones. */
export type Border = 'form' | 'wire';

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const instantMax = 8.64e15; // the range of ECMAScript time values

const fail = (field: string, code: FieldErrorCode, limit?: number): Parsed<never> => ({
  ok: false,
  errors: [limit === undefined ? { field, code } : { field, code, limit }],
});
const pass = (value: Json): Parsed<Json> => ({ ok: true, value });

function parseShape(shape: Shape, value: unknown, path: string, border: Border): Parsed<Json> {
  switch (shape.type) {
    case 'text': {
      if (typeof value !== 'string') return fail(path, 'wrongType');
      const tidy = tidyText(value);
      if (codePoints(tidy) > shape.max) return fail(path, 'tooLong', shape.max);
      return hasControlCharacters(tidy) ? fail(path, 'controlCharacters') : pass(tidy);
    }
    case 'integer':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return fail(path, 'wrongType');
      if (value < shape.min) return fail(path, 'tooSmall', shape.min);
      return value > shape.max ? fail(path, 'tooLarge', shape.max) : pass(value);
    case 'choice':
      if (typeof value !== 'string') return fail(path, 'wrongType');
      if (shape.options.includes(value)) return pass(value);
      return border === 'wire' && isIdPart(value) ? pass(value) : fail(path, 'notAllowed');
    case 'ref':
      return isIdPart(value) ? pass(value) : fail(path, 'wrongType');
    case 'date':
      return typeof value === 'string' && isCalendarDate(value) ? pass(value) : fail(path, 'wrongType');
    case 'time':
      return typeof value === 'string' && timePattern.test(value) ? pass(value) : fail(path, 'wrongType');
    case 'instant':
      return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= instantMax
        ? pass(value)
        : fail(path, 'wrongType');
    case 'flag':
      return typeof value === 'boolean' ? pass(value) : fail(path, 'wrongType');
    case 'list': {
      if (!isList(value)) return fail(path, 'wrongType');
      if (value.length > shape.max) return fail(path, 'tooLong', shape.max);
      return all(value.map((item, i) => parseShape(shape.of, item, `${path}.${i}`, border)));
    }
    case 'group':
      return parseMembers(shape.members, value, `${path}.`, border);
    default:
      return never(shape);
  }
}

function all(parts: readonly Parsed<Json>[]): Parsed<Json> {
  const errors = parts.flatMap((part) => (part.ok ? [] : part.errors));
  return errors.length > 0 ? { ok: false, errors } : pass(parts.flatMap((part) => (part.ok ? [part.value] : [])));
}

function parseMembers(members: Members, value: unknown, prefix: string, border: Border): Parsed<Json> {
  if (!isObject(value)) return fail(prefix.slice(0, -1), 'wrongType');
  const errors: FieldError[] = [];
  const result: { [name: string]: Json } = {};
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(members, name)) errors.push({ field: prefix + name, code: 'unknownField' });
  }
  for (const [name, field] of Object.entries(members)) {
    const parsed = parseField(field, value[name], prefix + name, border);
    if (!parsed.ok) errors.push(...parsed.errors);
    else if (parsed.value !== null) result[name] = parsed.value;
  }
  return errors.length > 0 ? { ok: false, errors } : pass(result);
}

/** Null is how an optional field is cleared. */
function parseField(field: Field<unknown>, value: unknown, path: string, border: Border): Parsed<Json> {
  if (value === undefined || value === null) return field.optional ? pass(null) : fail(path, 'missing');
  const parsed = parseShape(field.shape, value, path, border);
  const isBlank = parsed.ok && field.shape.type === 'text' && parsed.value === '';
  if (!isBlank) return parsed;
  return field.optional ? pass(null) : fail(path, 'missing');
}

/**
 * The fields of one change: only those present are looked at, in the wire's form (private ones inside `sealed`).
 * An unknown field is an error here; who must keep it aside asks `unknownFields` first.
 */
export function parseChangeFields(
  kind: RecordKind,
  fields: { readonly [name: string]: unknown },
  border: Border,
): Parsed<{ readonly [name: string]: Json }> {
  const errors: FieldError[] = unknownFields(kind, fields).map((field) => ({ field, code: 'unknownField' as const }));
  const result: { [name: string]: Json } = {};
  for (const name of changeableFields(kind)) {
    if (!Object.hasOwn(fields, name)) continue;
    const parsed = parseChangeField(kind, name, fields[name], border);
    if (parsed.ok) result[name] = parsed.value;
    else errors.push(...parsed.errors);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: result };
}

function parseChangeField(kind: RecordKind, name: string, value: unknown, border: Border): Parsed<Json> {
  if (name === deletedField) return typeof value === 'boolean' ? pass(value) : fail(name, 'wrongType');
  if (name === sealedField && !isObject(value)) return fail(name, 'wrongType');
  if (name === sealedField) return parseMembers(membersNamed(kind, privateFields(kind)), value, '', border);
  const field = kind.fields[name];
  return field ? parseField(field, value, name, border) : fail(name, 'unknownField');
}

function membersNamed(kind: RecordKind, names: readonly string[]): Members {
  return Object.fromEntries(Object.entries(kind.fields).filter(([name]) => names.includes(name)));
}

export function unknownFields(kind: RecordKind, fields: { readonly [name: string]: unknown }): readonly string[] {
  const known = changeableFields(kind);
  return Object.keys(fields).filter((name) => !known.includes(name));
}

/** The required fields that a new record lacks; [] when it is whole. */
export function missingFields(kind: RecordKind, fields: { readonly [name: string]: Json }): readonly FieldError[] {
  const missing = changeableFields(kind).filter((name) => {
    if (name === deletedField) return false;
    if (name === sealedField)
      return !(sealedField in fields) && privateFields(kind).some((each) => !kind.fields[each]?.optional);
    return !kind.fields[name]?.optional && (fields[name] === undefined || fields[name] === null);
  });
  return missing.map((field) => ({ field, code: 'missing' as const }));
}

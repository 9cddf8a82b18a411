/** Kinds, fields and values of records in words, for histories and disagreements; what is unknown stands as it is. */
import { isObject, type Json } from '../../domain/kit/json.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';

type Words = { readonly [name: string]: (() => string) | undefined };

export function kindWord(kind: string): string {
  const words: Words = w.records;
  return words[kind]?.() ?? kind;
}

export function fieldWord(field: string): string {
  const words: Words = w.fields;
  return words[field]?.() ?? field;
}

/** A value of a field; undefined: not known. */
export function valueWords(field: string, value: Json | undefined): string {
  if (value === null || value === undefined || value === '') return w.nothingThere();
  if (typeof value === 'boolean') return value ? w.yes() : w.no();
  if (field === 'status' && typeof value === 'string') return statusWord(value);
  if (isObject(value) || Array.isArray(value)) return w.hidden();
  return String(value);
}

/** A status of a mark; one of another kind, or of a newer version, stands as it is. */
export function statusWord(status: string): string {
  const words: Words = sessionWords.status;
  return words[status]?.() ?? status;
}

/**
 * The errors of a form as its fields show them. Until somebody tries to save, an empty field is no error yet; every
 * other limit speaks while one types.
 */
import type { FieldError } from '../../domain/kit/parse.ts';
import { fieldErrorWords } from '../../i18n/words/fields.ts';

/** The sentence below one field; undefined when nothing is wrong. */
export type ErrorOf = (field: string) => string | undefined;

export function fieldErrors(errors: readonly FieldError[], triedToSave: boolean): ErrorOf {
  return (field) => {
    const error = errors.find((each) => each.field === field);
    if (!error || (error.code === 'missing' && !triedToSave)) return undefined;
    return fieldErrorWords[error.code](error.limit);
  };
}

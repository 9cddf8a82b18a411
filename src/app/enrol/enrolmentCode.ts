/**
 * The enrolment code as people type it: ten characters and a check character of Crockford's alphabet, shown in groups.
 * Only the form is looked at here; whether the code is right, and its check character, the portal says.
 */

export const codeLength = 11;
const groupEnds = [4, 8];
const looksLike: { readonly [typed: string]: string } = { O: '0', I: '1', L: '1' };
const character = /^[0-9A-HJKMNP-TV-Z]$/;

export type TypedCode =
  | { readonly kind: 'whole'; readonly code: string }
  | { readonly kind: 'short'; readonly typed: number }
  | { readonly kind: 'strange'; readonly what: string };

/** Reads what was typed: small letters, full width, spaces and hyphens, O for 0, I and L for 1 are all understood. */
export function readCode(typed: string): TypedCode {
  const characters = plainCharacters(typed);
  const strange = characters.find((each) => !character.test(each));
  if (strange !== undefined) return { kind: 'strange', what: strange };
  if (characters.length !== codeLength) return { kind: 'short', typed: characters.length };
  return { kind: 'whole', code: characters.join('') };
}

/** The same in groups of four, as on the paper: `K7QM 2P9X 4WD`. */
export function groupedCode(typed: string): string {
  return plainCharacters(typed)
    .map((each, i) => (groupEnds.includes(i) ? ` ${each}` : each))
    .join('');
}

function plainCharacters(typed: string): readonly string[] {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '');
  return [...plain].map((each) => looksLike[each] ?? each);
}

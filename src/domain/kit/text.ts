/**
 * How people's words are kept: NFC (never NFKC, which changes names), trimmed, one canonical middle dot,
 * measured in code points so that 𠮷 counts once.
 */

const middleDotLookAlikes = /[\u30FB\u2022\u2027\u22C5\uFF65]/g; // ・ • ‧ ⋅ ･
const asciiDotBetweenHan = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu; // 买买提.艾力, typed with the only dot at hand
const control = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** What is stored for what was typed. */
export function tidyText(typed: string): string {
  return typed.normalize('NFC').trim().replace(middleDotLookAlikes, '·').replace(asciiDotBetweenHan, '·');
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Control characters, line separators and lone surrogates: they break papers, CSV files and codes. */
export function hasControlCharacters(text: string): boolean {
  return control.test(text.replace(/\n/g, ''));
}

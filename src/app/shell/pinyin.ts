/**
 * Pinyin of names, written at save time so that lists sort and search without a dictionary. The dictionary is large
 * and comes on the first call. Characters that it does not know stand for themselves.
 */
import { codePoints, tidyText } from '../../domain/kit/text.ts';
import { Learner } from '../../domain/records/learner.ts';

const lettersOrDigits = /[\p{L}\p{N}]+/gu;

/** `zhang wei|zw` for 张伟: syllables in small letters (ü as v), a bar, their initials. Empty for an empty name. */
export async function pinyinFor(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const parts = pinyin(tidyText(name), {
    surname: 'all',
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  });
  return fitted(parts.flatMap((part) => part.toLowerCase().match(lettersOrDigits) ?? []));
}

/** As many syllables as the field holds: a very long name is still found by its beginning. */
function fitted(syllables: readonly string[]): string {
  if (syllables.length === 0) return '';
  const written = `${syllables.join(' ')}|${syllables.map((syllable) => [...syllable][0] ?? '').join('')}`;
  return codePoints(written) <= maxCodePoints ? written : fitted(syllables.slice(0, -1));
}

const maxCodePoints = Learner.fields.pinyin.shape.type === 'text' ? Learner.fields.pinyin.shape.max : 0;

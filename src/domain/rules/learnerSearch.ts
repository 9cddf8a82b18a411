/**
 * Finding learners as people type: part of the name, pinyin from any syllable on, pinyin initials (`zw` finds 张伟),
 * part of a card number, the last digits of a phone. Better matches first; equals keep the order they came in.
 */
import { tidyText } from '../kit/text.ts';
import type { Learner } from '../records/learner.ts';

/** Digits a person must type before phone numbers are compared: fewer would find everybody. */
const minPhoneDigits = 4;

/** The learners that match; all of them, in their order, for an empty query. Merged ones are left out. */
export function searchLearners(query: string, learners: readonly Learner[]): readonly Learner[] {
  const people = learners.filter((learner) => learner.mergedInto === undefined);
  const wanted = folded(tidyText(query));
  if (wanted === '') return people;
  return people
    .map((learner) => ({ learner, rank: rankOf(wanted, learner) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .map(({ learner }) => learner);
}

const noMatch = 9;

/** 0 is the name itself; higher is a looser match. */
function rankOf(wanted: string, learner: Learner): number {
  const name = folded(learner.name);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const [spelt = '', initials = ''] = folded(learner.pinyin ?? '', ' ').split('|');
  const syllables = spelt.split(' ').filter((syllable) => syllable !== '');
  if (syllables.join('').startsWith(wanted)) return 2;
  if (initials.startsWith(wanted)) return 3;
  if (name.includes(wanted)) return 4;
  if (syllables.some((_, i) => syllables.slice(i).join('').startsWith(wanted))) return 5;
  if (initials.includes(wanted)) return 6;
  if (folded(learner.card ?? '').includes(wanted)) return 7;
  return endsPhone(wanted, learner.phone) ? 8 : noMatch;
}

function endsPhone(wanted: string, phone: string | undefined): boolean {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return wanted.length >= minPhoneDigits && /^\d+$/.test(wanted) && digits.endsWith(wanted);
}

/** Small letters without spaces, apostrophes and dots; ü, which people type as v or u, is u on both sides. */
function folded(text: string, keep = ''): string {
  const letters = text.toLowerCase().replace(/[üv]/g, 'u');
  return [...letters].filter((letter) => letter === keep || !/[\s'’·-]/.test(letter)).join('');
}

/**
 * Likely duplicates: learners who may be the person being entered, with the reasons, for a warning and never for a
 * refusal. Two people of one name whose years of birth differ are two people, unless a card or phone says otherwise.
 */
import { tidyText } from '../kit/text.ts';
import type { Learner } from '../records/learner.ts';
import { syllablesOf } from './people.ts';
import { phoneEnd } from './tellApart.ts';

export type DuplicateReason = 'sameCard' | 'samePhone' | 'sameName' | 'samePinyin' | 'sameBirthYear';

export interface LikelyDuplicate {
  readonly learner: Learner;
  readonly reasons: readonly DuplicateReason[];
}

/** Whoever is being entered or looked at; the id, when there is one, keeps them from being their own duplicate. */
export type Candidate = Pick<Learner, 'name'> &
  Partial<Pick<Learner, 'id' | 'pinyin' | 'birthYear' | 'phone' | 'card'>>;

/** The most likely first. */
export function likelyDuplicates(candidate: Candidate, learners: readonly Learner[]): readonly LikelyDuplicate[] {
  return learners
    .filter((learner) => learner.id !== candidate.id && learner.mergedInto === undefined)
    .map((learner) => ({ learner, reasons: reasonsFor(candidate, learner) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length);
}

function reasonsFor(candidate: Candidate, learner: Learner): readonly DuplicateReason[] {
  const name = tidyText(candidate.name);
  const hasName = name !== '' && name === learner.name;
  const hasPinyin = isKnownAndSame(syllablesOf(candidate), syllablesOf(learner));
  const hasYear = isKnownAndSame(candidate.birthYear, learner.birthYear);
  const hasCard = isKnownAndSame(candidate.card, learner.card);
  const hasSurname = name !== '' && firstCharacter(name) === firstCharacter(learner.name);
  const hasPhone = isKnownAndSame(phoneEnd(candidate.phone), phoneEnd(learner.phone)) && hasSurname;
  const isOtherYear = !hasYear && candidate.birthYear !== undefined && learner.birthYear !== undefined;
  const isLikely = hasCard || hasPhone || (hasName && !isOtherYear) || (hasPinyin && hasYear);
  if (!isLikely) return [];
  const reasons: readonly (readonly [boolean, DuplicateReason])[] = [
    [hasCard, 'sameCard'],
    [hasPhone, 'samePhone'],
    [hasName, 'sameName'],
    [hasPinyin && !hasName, 'samePinyin'],
    [hasYear, 'sameBirthYear'],
  ];
  return reasons.filter(([holds]) => holds).map(([, reason]) => reason);
}

function isKnownAndSame(a: string | number | undefined, b: string | number | undefined): boolean {
  return a !== undefined && a !== '' && a === b;
}

function firstCharacter(name: string): string {
  return [...name][0] ?? '';
}

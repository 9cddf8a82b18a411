/**
 * The learner form as it is typed, and what it becomes: a patch of the record, checked against the record's own limits.
 * Knows no screen and no database.
 */

import { isCalendarDate } from '../../domain/kit/calendarDate.ts';
import { type Edit, editOf, type Patch } from '../../domain/kit/edit.ts';
import type { Parsed } from '../../domain/kit/parse.ts';
import { Learner } from '../../domain/records/learner.ts';
import { calendarDate, localDateOf } from '../../domain/rules/calendar.ts';
import type { Candidate } from '../../domain/rules/duplicates.ts';

/** The consent form that facilities hand out today. */
export const consentVersion = '2026-1';

export interface LearnerDraft {
  readonly name: string;
  readonly birthYear: string;
  readonly phone: string;
  readonly card: string;
  readonly group: NonNullable<Learner['group']> | '';
  readonly hasConsent: boolean;
  readonly consentDate: string;
}

/** The form of a new learner (`name`: what was searched for), or of one being edited. */
export function draftOf(learner: Learner | undefined, today: string, name = ''): LearnerDraft {
  return {
    name: learner?.name ?? name,
    birthYear: learner?.birthYear?.toString() ?? '',
    phone: learner?.phone ?? '',
    card: learner?.card ?? '',
    group: learner?.group ?? '',
    hasConsent: learner?.consent !== undefined,
    consentDate: learner?.consent ? localDateOf(learner.consent.at) : today,
  };
}

/** The edit that the draft asks for, or what is wrong with it. `before` keeps what the form does not show. */
export function editFrom(
  draft: LearnerDraft,
  id: string,
  before: Learner | undefined,
  pinyin: string | undefined,
): Parsed<Edit> {
  const patch = draftPatch(draft, before, pinyin);
  if (draft.hasConsent && !isCalendarDate(draft.consentDate)) {
    const edit = editOf(Learner, id, before, patch);
    return { ok: false, errors: [{ field: 'consent', code: 'missing' }, ...(edit.ok ? [] : edit.errors)] };
  }
  return editOf(Learner, id, before, before ? changedIn(patch, before) : patch);
}

/** Only what somebody changed is written, so that another tablet's change of another field stays. */
function changedIn(patch: Patch<typeof Learner>, before: Learner): Patch<typeof Learner> {
  const old = new Map<string, unknown>(Object.entries(before));
  const isSame = ([field, value]: readonly [string, unknown]) =>
    JSON.stringify(value === '' ? undefined : value) === JSON.stringify(old.get(field));
  return Object.fromEntries(Object.entries(patch).filter((entry) => !isSame(entry)));
}

/** Who is being entered, for the search for duplicates. */
export function candidateOf(draft: LearnerDraft, before: Learner | undefined, pinyin: string | undefined): Candidate {
  const year = wholeYear(draft.birthYear);
  return {
    name: draft.name,
    ...(before ? { id: before.id } : {}),
    ...(pinyin ? { pinyin } : {}),
    ...(year === undefined || Number.isNaN(year) ? {} : { birthYear: year }),
    phone: draft.phone.trim(),
    card: draft.card.trim(),
  };
}

function draftPatch(
  draft: LearnerDraft,
  before: Learner | undefined,
  pinyin: string | undefined,
): Patch<typeof Learner> {
  return {
    name: draft.name,
    pinyin: pinyin === '' ? undefined : pinyin,
    birthYear: wholeYear(draft.birthYear),
    phone: draft.phone,
    card: draft.card,
    group: draft.group === '' ? undefined : draft.group,
    consent: consentOf(draft, before),
  };
}

function consentOf(draft: LearnerDraft, before: Learner | undefined): Learner['consent'] {
  if (!draft.hasConsent || !isCalendarDate(draft.consentDate)) return undefined;
  const date = calendarDate(draft.consentDate);
  if (before?.consent && localDateOf(before.consent.at) === date) return before.consent;
  return { version: consentVersion, at: Date.parse(`${date}T12:00:00+08:00`) };
}

/** Full-width digits count; what is no number at all is left for the parser to refuse. */
function wholeYear(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return undefined;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
}

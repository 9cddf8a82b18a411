/**
 * How a facility's silence is shown: colour, shape and word together. Within a day is told apart from within a week,
 * which the portal's own count does not. Pure.
 */
import { ago } from '../../i18n/format.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { Contact, FacilityHealth } from '../../portal/http/reportTypes.ts';
import { alert, clock, tick } from '../../ui/icons.ts';
import { circle, dashedCircle } from '../../ui/moreIcons.ts';
import type { Tone } from '../../ui/tone.ts';

export type ContactShade = Contact | 'fresh';

/** From the best to the worst. */
export const contactShades = ['fresh', 'week', 'fortnight', 'silent', 'never'] as const;

const dayMs = 86_400_000;

export function shadeOf({ contact, lastContactAt }: FacilityHealth, nowMs: number): ContactShade {
  return contact === 'week' && lastContactAt !== null && nowMs - lastContactAt <= dayMs ? 'fresh' : contact;
}

export function isContactShade(text: string | undefined): text is ContactShade {
  return contactShades.some((shade) => shade === text);
}

export const shadeLooks: { readonly [shade in ContactShade]: { readonly tone: Tone; readonly d: string } } = {
  fresh: { tone: 'pine', d: tick },
  week: { tone: 'pine', d: circle },
  fortnight: { tone: 'amber', d: clock },
  silent: { tone: 'cinnabar', d: alert },
  never: { tone: 'dashed', d: dashedCircle },
};

/** 3 days ago; or never. */
export function contactWords(lastContactAt: number | null, nowMs: number): string {
  return lastContactAt === null ? w.contactOf.never() : ago(Math.min(lastContactAt, nowMs), nowMs);
}

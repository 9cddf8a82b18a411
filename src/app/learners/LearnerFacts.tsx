/** What is known of a person, as label and value; here the phone number is whole. */
import type { Learner } from '../../domain/records/learner.ts';
import { localDateOf } from '../../domain/rules/calendar.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { groupWords, termOf } from '../../i18n/words/terms.ts';

export function LearnerFacts({ learner }: { readonly learner: Learner }) {
  const { birthYear, phone, card, group, consent } = learner;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [w.birthYear(), birthYear?.toString()],
    [w.phone(), phone],
    [w.card(), card],
    [w.group(), group === undefined ? undefined : termOf(groupWords, group)],
    [w.consentShort(), consent ? w.consentAt(localDateOf(consent.at), consent.version) : w.noConsent()],
  ];
  return (
    <dl class="learners-facts" aria-label={w.details()}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class={value === undefined ? 'w-muted' : 'w-numbers'}>{value ?? w.notGiven()}</dd>
        </div>
      ))}
    </dl>
  );
}

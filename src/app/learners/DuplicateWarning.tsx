/** Who may be the person being entered, and why: a warning that asks for a choice, never a refusal. */
import { useEffect, useRef } from 'preact/hooks';
import type { LikelyDuplicate } from '../../domain/rules/duplicates.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { maskedPhone } from './maskedPhone.ts';

const shownMax = 4; // the likeliest come first

export interface DuplicateWarningProps {
  readonly found: readonly LikelyDuplicate[];
  /** The person found is opened instead; the form may close. */
  readonly onLeave: () => void;
}

export function DuplicateWarning({ found, onLeave }: DuplicateWarningProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found.length > 0) place.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  if (found.length === 0) return null;
  return (
    <div ref={place}>
      <Notice tone="warn" title={w.duplicates()} safe={w.duplicatesSafe()}>
        <ul class="learners-duplicates">
          {found.slice(0, shownMax).map(({ learner, reasons }) => (
            <li key={learner.id}>
              <span>
                <b>{learner.name}</b>{' '}
                {[learner.birthYear, learner.phone && maskedPhone(learner.phone), learner.card]
                  .filter(Boolean)
                  .join(' · ')}
                <br />
                {reasons.map((reason) => w.reasons[reason]()).join(w.listComma())}
              </span>
              <Button href={`/learners/${learner.id}`} onPress={onLeave}>
                {w.openThat()}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

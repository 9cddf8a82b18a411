/** Everybody who learns here, by pinyin: search as people type, add. Phone numbers are masked. */
import { useState } from 'preact/hooks';
import type { Learner } from '../../domain/records/learner.ts';
import { searchLearners } from '../../domain/rules/learnerSearch.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { groupWords, termOf } from '../../i18n/words/terms.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { people } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { personAdd, search as searchIcon } from '../../ui/moreIcons.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useDraft } from '../shell/drafts.ts';
import { Page } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import { LearnerForm } from './LearnerForm.tsx';
import './learners.css';
import { maskedPhone } from './maskedPhone.ts';
import { readLearners } from './queries.ts';

/** Rows drawn at once: a thousand would delay every letter of the search. */
const shownAtOnce = 100;

export function LearnersScreen() {
  const learners = useLive(readLearners, []);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(shownAtOnce);
  const adding = useDraft('learners:adding', false);
  const all = learners?.filter((learner) => learner.mergedInto === undefined) ?? [];
  const found = searchLearners(query, all);
  const add = (
    <Button tone="primary" d={personAdd} onPress={() => adding.set(true)}>
      {w.add()}
    </Button>
  );
  return (
    <Page title={w.learners()} current="learners">
      {learners && all.length === 0 && (
        <EmptyState d={people} title={w.none()} actions={add}>
          {w.noneHelp()}
        </EmptyState>
      )}
      {all.length > 0 && (
        <div class="w-stack">
          <div class="learners-head">
            <TextField
              label={w.search()}
              hint={w.searchHint()}
              type="search"
              value={query}
              onInput={(value) => {
                setQuery(value);
                setShown(shownAtOnce);
              }}
            />
            {add}
          </div>
          <p class="w-muted w-numbers" role="status">
            {query.trim() === '' ? w.count(all.length) : w.found(found.length, all.length)}
          </p>
          {found.length === 0 ? (
            <EmptyState d={searchIcon} title={w.noMatch()}>
              {w.noMatchHelp()}
            </EmptyState>
          ) : (
            <List label={w.learners()}>
              {found.slice(0, shown).map((learner) => (
                <LearnerRow key={learner.id} learner={learner} />
              ))}
            </List>
          )}
          {found.length > shown && (
            <Button wide onPress={() => setShown(shown + shownAtOnce)}>
              {w.showMore(Math.min(shownAtOnce, found.length - shown))}
            </Button>
          )}
        </div>
      )}
      {learners && adding.value && (
        <LearnerForm
          learners={learners}
          name={found.length === 0 && /\p{Script=Han}/u.test(query) ? query.trim() : ''}
          onClose={adding.clear}
        />
      )}
    </Page>
  );
}

function LearnerRow({ learner }: { readonly learner: Learner }) {
  const details = [
    learner.birthYear === undefined ? undefined : sessionWords.born(String(learner.birthYear)),
    learner.phone === undefined ? undefined : maskedPhone(learner.phone),
    learner.card === undefined ? undefined : sessionWords.card(learner.card),
    learner.group === undefined ? undefined : termOf(groupWords, learner.group),
  ].filter((part) => part !== undefined);
  return (
    <Row
      href={`/learners/${learner.id}`}
      title={learner.name}
      second={details.length > 0 ? details.join(' · ') : undefined}
    />
  );
}

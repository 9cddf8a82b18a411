/** One learner: details, classes with attendance, and what can be done: change, merge a duplicate, remove. */
import { useState } from 'preact/hooks';
import type { Learner } from '../../domain/records/learner.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List, Row } from '../../ui/List.tsx';
import { pencil, person } from '../../ui/moreIcons.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { RouteProps } from '../shell/App.tsx';
import { useDevice } from '../shell/device.ts';
import { useDraft } from '../shell/drafts.ts';
import { Page, toast } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import { unmergeLearner } from './actions.ts';
import { LearnerClasses } from './LearnerClasses.tsx';
import { LearnerFacts } from './LearnerFacts.tsx';
import { LearnerForm } from './LearnerForm.tsx';
import './learners.css';
import { MergeSheet } from './MergeSheet.tsx';
import { type LearnerPage, readLearnerPage } from './queries.ts';
import { RemoveSheet } from './RemoveSheet.tsx';

export function LearnerScreen({ id = '' }: RouteProps) {
  const page = useLive((db) => readLearnerPage(db, id), [id]);
  const title = page === undefined || page === 'missing' ? w.learner() : page.learner.name;
  return (
    <Page title={title} current="learners" back="/learners">
      {page === 'missing' && (
        <EmptyState d={person} title={w.gone()} actions={<Button href="/learners">{w.learners()}</Button>}>
          {w.goneHelp()}
        </EmptyState>
      )}
      {page !== undefined && page !== 'missing' && <LearnerView key={page.learner.id} page={page} />}
    </Page>
  );
}

function LearnerView({ page }: { readonly page: LearnerPage }) {
  const { learner, people, mergedInto, mergedHere } = page;
  const editing = useDraft(`learners:editing:${learner.id}`, false);
  const [open, setOpen] = useState<'merge' | 'remove' | undefined>(undefined);
  const learners = [...people.byId.values()];
  return (
    <div class="w-stack">
      {mergedInto && <MergedNotice learner={learner} into={mergedInto} />}
      <section class="w-stack">
        <LearnerFacts learner={learner} />
        <div class="w-actions">
          <Button d={pencil} onPress={() => editing.set(true)}>
            {w.edit()}
          </Button>
          {!mergedInto && <Button onPress={() => setOpen('merge')}>{w.merge()}</Button>}
          <Button tone="danger" onPress={() => setOpen('remove')}>
            {w.remove()}
          </Button>
        </div>
      </section>
      {!mergedInto && <LearnerClasses classes={page.classes} />}
      {mergedHere.length > 0 && (
        <section class="w-stack">
          <h2>{w.mergedHere()}</h2>
          <List>
            {mergedHere.map((each) => (
              <Row
                key={each.id}
                title={each.name}
                href={`/learners/${each.id}`}
                end={<UnmergeButton learner={each} />}
              />
            ))}
          </List>
        </section>
      )}
      {editing.value && <LearnerForm learner={learner} learners={learners} onClose={editing.clear} />}
      {open === 'merge' && <MergeSheet learner={learner} people={people} onClose={() => setOpen(undefined)} />}
      {open === 'remove' && <RemoveSheet learner={learner} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function MergedNotice({ learner, into }: { readonly learner: Learner; readonly into: Learner }) {
  return (
    <Notice
      tone="info"
      title={w.merged(into.name)}
      safe={w.mergedSafe()}
      actions={
        <>
          <Button href={`/learners/${into.id}`}>{w.openMerged()}</Button>
          <UnmergeButton learner={learner} />
        </>
      }
    />
  );
}

function UnmergeButton({ learner }: { readonly learner: Learner }) {
  const device = useDevice();
  async function takeBack(): Promise<void> {
    const outcome = await unmergeLearner(device, learner);
    if (outcome.kind === 'saved') toast.value = { words: w.unmerged() };
  }
  return <Button onPress={() => void takeBack()}>{w.unmerge()}</Button>;
}

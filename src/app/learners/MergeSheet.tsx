/** Picks the person that a duplicate record belongs to. Likely ones stand first; nothing is lost by a wrong pick. */
import { useState } from 'preact/hooks';
import type { Learner } from '../../domain/records/learner.ts';
import { likelyDuplicates } from '../../domain/rules/duplicates.ts';
import { searchLearners } from '../../domain/rules/learnerSearch.ts';
import { byPinyin, type People } from '../../domain/rules/people.ts';
import type { MergeRefusal } from '../../domain/rules/walkIn.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { List, Row } from '../../ui/List.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { mergeLearners, unmergeLearner } from './actions.ts';
import { maskedPhone } from './maskedPhone.ts';

const shownMax = 8;

export interface MergeSheetProps {
  readonly learner: Learner;
  readonly people: People;
  readonly onClose: () => void;
}

export function MergeSheet({ learner, people, onClose }: MergeSheetProps) {
  const device = useDevice();
  const [query, setQuery] = useState('');
  const [refusal, setRefusal] = useState<MergeRefusal | undefined>(undefined);
  const others = [...people.byId.values()].filter((each) => each.id !== learner.id).sort(byPinyin);
  const likely = likelyDuplicates(learner, others).map((each) => each.learner);
  const choices = query.trim() === '' ? likely : searchLearners(query, others);

  async function merge(into: Learner): Promise<void> {
    const outcome = await mergeLearners(device, learner.id, into.id, people);
    if (outcome.kind === 'refused') setRefusal(outcome.why);
    if (outcome.kind !== 'saved') return;
    const undo = () => {
      toast.value = undefined;
      void unmergeLearner(device, { ...learner, mergedInto: into.id });
    };
    toast.value = { words: w.merged(into.name), action: { label: shellWords.undo(), onPress: undo } };
    onClose();
  }

  return (
    <Sheet open title={w.mergeTitle(learner.name)} closeLabel={shellWords.close()} onClose={onClose}>
      <p>{w.mergeHelp()}</p>
      {refusal && <Notice tone="error" title={w.mergeRefusals[refusal]()} />}
      <TextField label={w.search()} hint={w.searchHint()} type="search" value={query} onInput={setQuery} />
      {query.trim() !== '' && choices.length === 0 && <p class="w-muted">{w.noMatch()}</p>}
      {choices.length > 0 && (
        <List label={w.learners()}>
          {choices.slice(0, shownMax).map((each) => (
            <Row
              key={each.id}
              title={each.name}
              second={
                [each.birthYear, each.phone && maskedPhone(each.phone), each.card].filter(Boolean).join(' · ') ||
                undefined
              }
              end={<Button onPress={() => void merge(each)}>{w.mergeInto()}</Button>}
            />
          ))}
        </List>
      )}
    </Sheet>
  );
}

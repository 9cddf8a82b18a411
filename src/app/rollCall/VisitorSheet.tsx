/**
 * Adding who was not expected: found among the learners the facility knows, or new by name alone. Existing people come
 * first, so that nobody is written down twice.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Learner } from '../../domain/records/learner.ts';
import { searchLearners } from '../../domain/rules/learnerSearch.ts';
import { tellApart } from '../../domain/rules/tellApart.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { List, Row } from '../../ui/List.tsx';
import { personAdd } from '../../ui/moreIcons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { detailWords } from '../shell/sessionTitle.ts';
import { useLive } from '../shell/useLive.ts';
import { type Acted, addNewVisitor, mark } from './actions.ts';
import { readLearners } from './queries.ts';
import type { Acting } from './useActing.ts';
import { everybodyOf, type RollCallView } from './view.ts';

interface VisitorSheetProps {
  readonly open: boolean;
  readonly view: RollCallView;
  readonly acting: Acting;
  readonly onClose: () => void;
}

/** More than these nobody reads: one more letter finds fewer. */
const foundMax = 20;

export function VisitorSheet(props: VisitorSheetProps) {
  return props.open ? <OpenVisitorSheet {...props} /> : null;
}

function OpenVisitorSheet({ view, acting, onClose }: VisitorSheetProps) {
  const [query, setQuery] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const busy = useRef(false);
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  const learners = useLive(readLearners, []) ?? [];
  const name = query.trim();
  const found = name === '' ? [] : searchLearners(name, learners).slice(0, foundMax);
  const apart = tellApart(found);
  const here = new Set(everybodyOf(view.roll).map((learner) => learner.id));

  const add = async (who: string, adding: Promise<Acted>) => {
    if (busy.current) return;
    busy.current = true; // a second tap while the first is written would add somebody twice
    const acted = await adding;
    busy.current = false;
    setError(
      acted.kind === 'refused' ? (acted.why === 'invalidFields' ? w.nameWrong() : w.refused[acted.why]()) : undefined,
    );
    if (acted.kind !== 'saved') return;
    onClose();
    acting.tell(w.visitorAdded(who));
  };
  const addKnown = (learner: Learner) =>
    add(
      learner.name,
      acting.run((place) => mark(place, learner.id, { status: () => 'present' })),
    );
  const addNew = () =>
    add(
      name,
      acting.run((place) => addNewVisitor(place, name)),
    );

  return (
    <Sheet open title={w.addVisitor()} closeLabel={shellWords.close()} onClose={onClose}>
      <TextField
        label={w.visitorSearch()}
        hint={w.visitorSearchHint()}
        error={error}
        value={query}
        onInput={setQuery}
        ref={box}
      />
      {found.length > 0 && (
        <List label={w.learners()}>
          {found.map((learner) => (
            <Row
              key={learner.id}
              title={learner.name}
              second={here.has(learner.id) ? w.alreadyHere() : detailWords(apart.get(learner.id) ?? []) || undefined}
              onPress={here.has(learner.id) ? undefined : () => void addKnown(learner)}
            />
          ))}
        </List>
      )}
      {name !== '' && (
        <Button d={personAdd} wide onPress={() => void addNew()}>
          {w.addNew(name)}
        </Button>
      )}
    </Sheet>
  );
}

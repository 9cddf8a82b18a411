/**
 * A class's roll call: counts and tools above, one tile a person, the state of the work and *finish* below. Owns what
 * is open (details, visitor, filter), and the keys; marks live in the database.
 */
import { useCallback, useRef, useState } from 'preact/hooks';
import { searchLearners } from '../../domain/rules/learnerSearch.ts';
import type { LearnerId } from '../../domain/rules/people.ts';
import { cycle } from '../../domain/rules/rollCall.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { people as peopleIcon } from '../../ui/icons.ts';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../shell/Page.tsx';
import { type Acted, clear, fillRest, mark, type Place } from './actions.ts';
import { CountsBar } from './CountsBar.tsx';
import { DetailsSheet } from './DetailsSheet.tsx';
import { Foot } from './Foot.tsx';
import { ModeNotice } from './ModeNotice.tsx';
import { Tiles } from './Tiles.tsx';
import type { Acting } from './useActing.ts';
import { type TileCommand, useShortcuts } from './useShortcuts.ts';
import { VisitorSheet } from './VisitorSheet.tsx';
import { everybodyOf, type RollCallView } from './view.ts';

interface RegisterProps {
  readonly view: RollCallView;
  readonly acting: Acting;
}

export function Register({ view, acting }: RegisterProps) {
  const { mode, roll } = view;
  const [query, setQuery] = useState('');
  const [details, setDetails] = useState<LearnerId | undefined>(undefined);
  const [addsVisitor, setAddsVisitor] = useState(false);
  const findBox = useRef<HTMLInputElement>(null);
  const everybody = everybodyOf(roll);
  const shown = query.trim() === '' ? everybody : searchLearners(query, everybody);
  const modeNow = useRef(mode);
  modeNow.current = mode;

  const tell = async (acted: Promise<Acted>) => {
    const outcome = await acted;
    if (outcome.kind === 'refused') toast.value = { words: w.refused[outcome.why]() };
  };
  // Stable, so that a tap draws one tile again and not all.
  const press = useCallback((learner: LearnerId) => {
    if (modeNow.current === 'open') void tell(acting.run((place) => mark(place, learner, { status: cycle })));
    else if (modeNow.current !== 'cancelled') setDetails(learner);
  }, []);
  const openDetails = useCallback((learner: LearnerId) => setDetails(learner), []);
  const command = useCallback((learner: LearnerId, what: TileCommand) => {
    const { current } = modeNow;
    const isAllowed = current === 'open' || (current === 'future' && (what === 'excused' || what === 'clear'));
    if (isAllowed)
      void tell(
        acting.run((place: Place) =>
          what === 'clear' ? clear(place, learner) : mark(place, learner, { status: () => what }),
        ),
      );
    else if (current !== 'cancelled') setDetails(learner);
  }, []);
  useShortcuts({ findBox, onUndo: acting.undoLast });

  const fill = async () => {
    const acted = await acting.run((place) => fillRest(place, roll.expected));
    if (acted.kind === 'saved') acting.tell(w.filled(acted.changes));
  };
  const chosen = everybody.find((learner) => learner.id === details);

  return (
    <div class="w-stack roll-call">
      <ModeNotice view={view} acting={acting} />
      <CountsBar view={view} acting={acting} onFill={() => void fill()} onAddVisitor={() => setAddsVisitor(true)} />
      {everybody.length === 0 ? (
        <EmptyState
          d={peopleIcon}
          title={w.nobody()}
          actions={<Button href={`/classes/${view.register.session.class}`}>{w.toClass()}</Button>}
        >
          {w.nobodyHelp()}
        </EmptyState>
      ) : (
        <>
          <TextField
            label={w.find()}
            placeholder={w.findHint()}
            type="search"
            value={query}
            onInput={setQuery}
            ref={findBox}
          />
          {shown.length === 0 && (
            <p role="status">
              {w.foundNobody()} <Button onPress={() => setQuery('')}>{w.showAll()}</Button>
            </p>
          )}
          <Tiles view={view} shown={shown} onPress={press} onDetails={openDetails} onCommand={command} />
        </>
      )}
      <Foot view={view} acting={acting} />
      {chosen && (
        <DetailsSheet
          key={chosen.id}
          view={view}
          learner={chosen}
          acting={acting}
          onClose={() => setDetails(undefined)}
        />
      )}
      <VisitorSheet open={addsVisitor} view={view} acting={acting} onClose={() => setAddsVisitor(false)} />
    </div>
  );
}

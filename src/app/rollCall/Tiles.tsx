/** The tiles, one a person. A tap draws one of them again: each keeps its drawing until something it shows changes. */
import { useMemo, useRef } from 'preact/hooks';
import type { Attendance } from '../../domain/records/attendance.ts';
import type { Learner } from '../../domain/records/learner.ts';
import type { LearnerId } from '../../domain/rules/people.ts';
import { wasThere } from '../../domain/rules/register.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { Tile, TileGrid } from '../../ui/Tile.tsx';
import { detailWords } from '../shell/sessionTitle.ts';
import { lookOf } from './statusLook.ts';
import { commandOf, neighbour, type TileCommand } from './useShortcuts.ts';
import type { RollCallView } from './view.ts';

interface TilesProps {
  readonly view: RollCallView;
  readonly shown: readonly Learner[];
  readonly onPress: (learner: LearnerId) => void;
  readonly onDetails: (learner: LearnerId) => void;
  readonly onCommand: (learner: LearnerId, command: TileCommand) => void;
}

const howToId = 'roll-call-how-to';

export function Tiles({ view, shown, onPress, onDetails, onCommand }: TilesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const expected = new Set(view.roll.expected.map((learner) => learner.id));
  const keyed = (event: KeyboardEvent) => {
    const tiles = [...(frame.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = event.target instanceof HTMLElement ? tiles.indexOf(event.target) : -1;
    const learner = shown[at];
    if (!learner) return;
    const command = commandOf(event);
    const next = neighbour(event, tiles, at);
    if (command) onCommand(learner.id, command);
    else if (next) next.focus();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside, which bubble them
    <div ref={frame} onKeyDown={keyed}>
      {view.mode === 'open' && (
        <p id={howToId} class="w-muted roll-call-how-to">
          {w.howTo()} <span class="roll-call-keys">{w.howToKeys()}</span>
        </p>
      )}
      <TileGrid label={w.learners()}>
        {shown.map((learner) => (
          <LearnerTile
            key={learner.id}
            id={learner.id}
            name={learner.name}
            look={lookOf(view.marks.get(learner.id))}
            second={secondLine(view, learner, expected.has(learner.id))}
            disabled={view.mode === 'cancelled'}
            onPress={onPress}
            onDetails={onDetails}
          />
        ))}
      </TileGrid>
    </div>
  );
}

interface LearnerTileProps {
  readonly id: LearnerId;
  readonly name: string;
  readonly look: ReturnType<typeof lookOf>;
  readonly second: string;
  readonly disabled: boolean;
  readonly onPress: (learner: LearnerId) => void;
  readonly onDetails: (learner: LearnerId) => void;
}

function LearnerTile({ id, name, look, second, disabled, onPress, onDetails }: LearnerTileProps) {
  const word = look.word();
  return useMemo(
    () => (
      <Tile
        tone={look.tone}
        d={look.d}
        status={word}
        name={name}
        second={second === '' ? undefined : second}
        describedBy={howToId}
        disabled={disabled}
        onPress={() => onPress(id)}
        onDetails={() => onDetails(id)}
      />
    ),
    [id, name, look, word, second, disabled, onPress, onDetails],
  );
}

/** What tells namesakes apart, who is a visitor, a time that is not the whole session's, a remark. */
function secondLine(view: RollCallView, learner: Learner, isExpected: boolean): string {
  const mark = view.marks.get(learner.id);
  return [
    detailWords(view.details.get(learner.id) ?? []),
    isExpected ? '' : sessionWords.visitor(),
    mark?.minutes !== undefined && wasThere(mark.status) ? sessionWords.minutes(mark.minutes) : '',
    hasRemark(mark) ? w.hasNote() : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function hasRemark(mark: Attendance | undefined): boolean {
  return mark?.note !== undefined || mark?.reason !== undefined;
}

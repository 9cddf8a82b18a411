/** The bar that stays in sight: how many of each, and the tools that are used during a roll call. */
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Counts } from '../../ui/Counts.tsx';
import { tick, undo } from '../../ui/icons.ts';
import { person, personAdd } from '../../ui/moreIcons.ts';
import { statusLooks } from './statusLook.ts';
import type { Acting } from './useActing.ts';
import type { RollCallView } from './view.ts';

interface CountsBarProps {
  readonly view: RollCallView;
  readonly acting: Acting;
  readonly onFill: () => void;
  readonly onAddVisitor: () => void;
}

const counted = ['present', 'late', 'leftEarly', 'excused', 'absent', 'notTaken'] as const;

export function CountsBar({ view: { counts, mode }, acting, onFill, onAddVisitor }: CountsBarProps) {
  const items = counted.map((key) => {
    const { tone, d, word } = statusLooks[key];
    return { key, label: word(), value: counts[key], tone, d };
  });
  return (
    <Counts
      label={w.counts()}
      items={[
        ...items,
        { key: 'visitors', label: sessionWords.visitors(), value: counts.visitors, tone: 'muted', d: person },
      ]}
    >
      {mode === 'open' && (
        <>
          <Button d={tick} disabled={counts.notTaken === 0} onPress={onFill}>
            {w.fillRest()}
          </Button>
          <Button d={personAdd} onPress={onAddVisitor}>
            {w.addVisitor()}
          </Button>
        </>
      )}
      {mode !== 'cancelled' && (
        <Button d={undo} disabled={!acting.canUndo} onPress={acting.undoLast}>
          {w.undo()}
        </Button>
      )}
    </Counts>
  );
}

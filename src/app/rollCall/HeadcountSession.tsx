/** A drop-in activity: one big stepper, nobody's name. */

import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { Button } from '../../ui/Button.tsx';
import { undo } from '../../ui/icons.ts';
import { Foot } from './Foot.tsx';
import { Headcount } from './Headcount.tsx';
import { ModeNotice } from './ModeNotice.tsx';
import type { Acting } from './useActing.ts';
import { useShortcuts } from './useShortcuts.ts';
import type { RollCallView } from './view.ts';

interface HeadcountSessionProps {
  readonly view: RollCallView;
  readonly acting: Acting;
}

export function HeadcountSession({ view, acting }: HeadcountSessionProps) {
  useShortcuts({ onUndo: acting.undoLast });
  return (
    <div class="w-stack roll-call">
      <ModeNotice view={view} acting={acting} />
      <p class="w-muted">{w.headcountHelp()}</p>
      <Headcount big view={view} acting={acting} />
      {view.mode === 'open' && (
        <Button d={undo} disabled={!acting.canUndo} onPress={acting.undoLast}>
          {w.undo()}
        </Button>
      )}
      <Foot view={view} acting={acting} />
    </div>
  );
}

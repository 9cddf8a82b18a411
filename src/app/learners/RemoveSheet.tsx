/** Asks before a learner is taken off every list; afterwards there is a way back. */
import { useLocation } from 'preact-iso';
import type { Learner } from '../../domain/records/learner.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { removeLearner, restoreLearner } from './actions.ts';

export interface RemoveSheetProps {
  readonly learner: Learner;
  readonly onClose: () => void;
}

export function RemoveSheet({ learner, onClose }: RemoveSheetProps) {
  const device = useDevice();
  const { route } = useLocation();

  async function restore(): Promise<void> {
    const outcome = await restoreLearner(device, learner);
    if (outcome.kind === 'saved') toast.value = { words: w.restored() };
  }

  async function remove(): Promise<void> {
    const outcome = await removeLearner(device, learner);
    if (outcome.kind !== 'saved') return;
    onClose();
    route('/learners');
    toast.value = {
      words: w.removed(learner.name),
      action: { label: shellWords.undo(), onPress: () => void restore() },
    };
  }

  return (
    <Sheet
      open
      title={w.removeTitle(learner.name)}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shellWords.cancel()}</Button>
          <Button tone="danger" onPress={() => void remove()}>
            {w.remove()}
          </Button>
        </>
      }
    >
      <p>{w.removeHelp()}</p>
    </Sheet>
  );
}

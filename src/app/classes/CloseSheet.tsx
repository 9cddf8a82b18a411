/** Asks before a class ends, and says what that means; it can be opened again. */
import { isTaken } from '../../domain/rules/register.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { end, openAgain } from './actions.ts';
import { classNameOf } from './className.ts';
import type { ClassPage } from './queries.ts';

export function CloseSheet({ page, onClose }: { readonly page: ClassPage; readonly onClose: () => void }) {
  const device = useDevice();
  const { run, course, sessions, marks } = page;
  const untaken = sessions.filter(
    (session) =>
      session.status === 'planned' &&
      !isTaken(
        session,
        marks.filter((mark) => mark.session === session.id),
      ),
  ).length;

  async function close(): Promise<void> {
    const done = await end(device, run);
    if (done.kind !== 'saved') return;
    const undo = () => {
      toast.value = undefined;
      void openAgain(device, { ...run, status: 'closed' });
    };
    toast.value = { words: w.closedNow(), action: { label: shellWords.undo(), onPress: undo } };
    onClose();
  }

  return (
    <Sheet
      open
      title={w.closeTitle(classNameOf(run, course))}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shellWords.cancel()}</Button>
          <Button tone="danger" onPress={() => void close()}>
            {w.close()}
          </Button>
        </>
      }
    >
      <p>{w.closeHelp()}</p>
      {untaken > 0 && <p>{w.closeOpenSessions(untaken)}</p>}
    </Sheet>
  );
}

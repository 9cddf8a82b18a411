/** Why a session cannot be marked as usual: cancelled, still to come, or finished (with its way back). */
import { useState } from 'preact/hooks';
import { timeOrDate } from '../../i18n/format.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { openAgain } from './actions.ts';
import type { Acting } from './useActing.ts';
import type { RollCallView } from './view.ts';

interface ModeNoticeProps {
  readonly view: RollCallView;
  readonly acting: Acting;
}

export function ModeNotice({ view, acting }: ModeNoticeProps) {
  const device = useDevice();
  const [asks, setAsks] = useState(false);
  const { mode, register } = view;
  const { session } = register;
  const isCounted = session.class === undefined;
  if (mode === 'open') return null;
  if (mode === 'cancelled')
    return (
      <Notice
        tone="info"
        title={w.cancelled()}
        todo={w.cancelledHelp()}
        actions={!isCounted && <Button href={`/classes/${session.class}`}>{w.toClass()}</Button>}
      />
    );
  if (mode === 'future')
    return <Notice tone="info" title={w.future()} todo={isCounted ? w.futureCountHelp() : w.futureHelp()} />;
  const reopen = async () => {
    setAsks(false);
    const acted = await acting.run(openAgain);
    if (acted.kind === 'saved') toast.value = { words: w.reopened() };
  };
  return (
    <>
      <Notice
        tone="good"
        title={w.finishedAt(timeOrDate(session.closedAt ?? 0, device.nowMs()))}
        todo={isCounted ? w.headcountClosed() : w.finishedSafe()}
        actions={<Button onPress={() => setAsks(true)}>{w.reopen()}</Button>}
      />
      <Sheet
        open={asks}
        title={w.reopenAsk()}
        closeLabel={shellWords.close()}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button onPress={() => setAsks(false)}>{shellWords.cancel()}</Button>
            <Button tone="primary" onPress={() => void reopen()}>
              {w.reopen()}
            </Button>
          </>
        }
      >
        <p>{w.reopenHelp()}</p>
      </Sheet>
    </>
  );
}

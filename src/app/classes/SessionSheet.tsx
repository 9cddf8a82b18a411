/** Moves one session, calls it off, or takes that back; the rule refuses what has been held. */
import { useState } from 'preact/hooks';
import type { Session } from '../../domain/records/session.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { callOff, type Done, moveSession, takePlace } from './actions.ts';
import type { ClassPage } from './queries.ts';
import { WhenFields, whenFrom } from './WhenFields.tsx';

export interface SessionSheetProps {
  readonly page: ClassPage;
  readonly session: Session;
  readonly onClose: () => void;
}

export function SessionSheet({ page, session, onClose }: SessionSheetProps) {
  const device = useDevice();
  const { date, start, minutes } = session;
  const [draft, setDraft] = useState({ date: date as string, start: start as string, minutes: String(minutes) });
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const isCancelled = session.status === 'cancelled';
  const lesson = session.number === undefined ? (session.title ?? '') : sessionWords.lesson(session.number);

  async function finish(done: Promise<Done<keyof typeof w.refusals>>, words: string): Promise<void> {
    const outcome = await done;
    if (outcome.kind === 'refused') setRefusal(w.refusals[outcome.why]());
    if (outcome.kind !== 'saved') return;
    toast.value = { words };
    onClose();
  }

  function move(): void {
    const to = whenFrom(draft);
    if (to) void finish(moveSession(device, page, session, to), w.moved());
    else setRefusal(w.refusals.invalidFields());
  }

  return (
    <Sheet
      open
      title={w.changeTitle(lesson)}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        isCancelled ? (
          <Button tone="primary" onPress={() => void finish(takePlace(device, session), w.reinstated())}>
            {w.reinstate()}
          </Button>
        ) : (
          <>
            <Button tone="danger" onPress={() => void finish(callOff(device, page, session), w.sessionCancelled())}>
              {w.cancelSession()}
            </Button>
            <Button tone="primary" onPress={move}>
              {w.move()}
            </Button>
          </>
        )
      }
    >
      {refusal !== undefined && <Notice tone="error" title={refusal} />}
      {isCancelled ? (
        <p>{w.refusals.sessionCancelled()}</p>
      ) : (
        <WhenFields draft={draft} onChange={setDraft} onEnter={move} />
      )}
    </Sheet>
  );
}

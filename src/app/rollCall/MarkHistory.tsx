/** The history of one mark, as far as this device made it: when, from what to what, why, and whether it was sent. */
import { naturalId } from '../../domain/kit/record.ts';
import { Attendance } from '../../domain/records/attendance.ts';
import type { Session } from '../../domain/records/session.ts';
import type { LearnerId } from '../../domain/rules/people.ts';
import { allMarksOf, type Register } from '../../domain/rules/register.ts';
import { timeOrDate } from '../../i18n/format.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { sessionHistory } from '../../store/workState.ts';
import { useDevice } from '../shell/device.ts';
import { useLive } from '../shell/useLive.ts';
import { type HistoryLine, historyLines } from './historyLines.ts';
import { statusNamed } from './statusLook.ts';

interface MarkHistoryProps {
  readonly session: Session['id'];
  readonly learner: LearnerId;
  readonly register: Register;
}

export function MarkHistory({ session, learner, register }: MarkHistoryProps) {
  const { platform } = useDevice();
  const items = useLive((db) => sessionHistory(db, session), [session]);
  if (!items) return null;
  const ids = [naturalId(Attendance, session, learner), ...allMarksOf(register, learner).map((mark) => mark.id)];
  const lines = historyLines(items, new Set(ids));
  return (
    <section>
      <h3>{w.history()}</h3>
      <p class="w-muted">{lines.length === 0 ? w.historyNone() : w.historyHelp()}</p>
      <ol class="mark-history">
        {lines.map((line) => (
          <li key={line.at}>
            <span class="w-numbers w-muted">{timeOrDate(line.at, platform.nowMs())}</span>{' '}
            <strong>{whatHappened(line)}</strong>{' '}
            <span class="w-muted">
              {[
                w.onThisDevice(),
                line.sent ? w.sent() : w.waits(),
                ...(line.reason === undefined ? [] : [w.because(line.reason)]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function whatHappened({ from, to }: HistoryLine): string {
  if (to === undefined) return w.detailsChanged();
  const after = statusNamed(to).word();
  return from === undefined ? w.becameOnly(after) : w.changed(statusNamed(from).word(), after);
}

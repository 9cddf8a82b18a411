/** How one mark came about: who set it when on which device, from what to what, and what was not accepted. */
import { deletedField, naturalId } from '../../domain/kit/record.ts';
import { Attendance } from '../../domain/records/attendance.ts';
import { dateWithWeekday, timeOrDate } from '../../i18n/format.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { HistoryEntry, RecordHistory } from '../../portal/http/reportTypes.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Answered } from './Answered.tsx';
import { problemTitle } from './NeedsCare.tsx';
import { useStaff } from './staffContext.ts';
import { useAnswer } from './useAnswer.ts';
import { fieldWord, valueWords } from './values.ts';

/** The cell that was chosen. */
export interface Chosen {
  readonly session: string;
  readonly date: string;
  readonly learner: string;
  readonly name: string;
}

export interface MarkSheetProps {
  readonly facility: string;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

export function MarkSheet({ facility, chosen, onClose }: MarkSheetProps) {
  const { api } = useStaff();
  const id = naturalId(Attendance, chosen.session, chosen.learner);
  const asked = useAnswer(id, () => api.history(facility, Attendance.name, id));
  const isUnmarked = asked.failure?.kind === 'refused' && asked.failure.problem.type === 'not-found';
  return (
    <Sheet
      open
      place="side"
      title={w.historyOf(chosen.name, dateWithWeekday(chosen.date))}
      closeLabel={shellWords.close()}
      onClose={onClose}
    >
      {isUnmarked ? (
        <p class="w-muted">{w.historyNone()}</p>
      ) : (
        <Answered asked={asked}>{(history) => <Lines history={history} />}</Answered>
      )}
    </Sheet>
  );
}

/** Newest first. */
function Lines({ history: { entries, truncated } }: { readonly history: RecordHistory }) {
  const telling = entries.filter(tellsSomething).reverse();
  return (
    <>
      {telling.length === 0 && <p class="w-muted">{w.historyNone()}</p>}
      <ol class="staff-history">
        {telling.map((entry) => (
          <li class="staff-history-line" key={`${entry.ms} ${entry.device} ${entry.field}`}>
            <strong>{changeWords(entry)}</strong>
            <HowIt entry={entry} />
          </li>
        ))}
      </ol>
      {truncated && <p class="w-muted">{w.historyTruncated()}</p>}
    </>
  );
}

/** The parts of the key never change, and that a new mark was not removed goes without saying. */
function tellsSomething({ field, from, to }: HistoryEntry): boolean {
  if (field === deletedField) return from !== undefined || to === true;
  return !Attendance.key.some((part) => part === field);
}

function HowIt({ entry }: { readonly entry: HistoryEntry }) {
  const { nowMs } = useStaff();
  const now = nowMs();
  return (
    <span class="staff-second w-numbers">
      {[
        timeOrDate(entry.ms, now),
        entry.label === null ? w.byPortal() : w.onDevice(entry.label || entry.device),
        ...(entry.by === '' ? [] : [w.byPerson(entry.by)]),
        ...(entry.receivedAt === null ? [] : [w.receivedAt(timeOrDate(entry.receivedAt, now))]),
        ...(entry.refused === null ? [] : [w.wasRefused(problemTitle(entry.refused))]),
      ].join(' · ')}
    </span>
  );
}

function changeWords({ field, from, to }: HistoryEntry): string {
  const after = valueWords(field, to);
  return from === undefined
    ? w.setTo(fieldWord(field), after)
    : w.became(fieldWord(field), valueWords(field, from), after);
}

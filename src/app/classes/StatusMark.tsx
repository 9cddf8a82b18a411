/** One mark of the register: the sign for the eye, the word for a reader. */
import type { AttendanceStatus } from '../../domain/records/attendance.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { statusMarks, unknownMark } from './statusMarks.ts';

export function StatusMark({ status }: { readonly status: AttendanceStatus | undefined }) {
  if (status === undefined)
    return (
      <span class="classes-sign">
        <span class="w-hidden">{sessionWords.status.notTaken()}</span>
      </span>
    );
  const { mark, tone } = statusMarks[status] ?? unknownMark;
  return (
    <span class="classes-sign">
      <span class={`classes-mark w-tone-${tone}`} aria-hidden="true">
        {mark}
      </span>
      <span class="w-hidden">{statusWord(status)}</span>
    </span>
  );
}

/** A newer tablet may have written a status that this build has no word for. */
export function statusWord(status: AttendanceStatus): string {
  return sessionWords.status[status]?.() ?? sessionWords.unknownStatus();
}

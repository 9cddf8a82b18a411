/** Every session that a new class would get, with what the calendar of holidays says about its dates. */
import type { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import { weekdayOf } from '../../domain/rules/calendar.ts';
import { type DayCalendar, planSessions, type TimetableWarning } from '../../domain/rules/timetable.ts';
import { shortDate, weekdayName } from '../../i18n/format.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { Notice } from '../../ui/Notice.tsx';

export interface PreviewProps {
  /** Undefined while the form is not filled in right. */
  readonly run: Class | undefined;
  readonly course: Course | undefined;
  readonly calendar: DayCalendar | undefined;
}

export function Preview({ run, course, calendar }: PreviewProps) {
  const timetabled = run && course && calendar ? planSessions(run, course, calendar) : undefined;
  const sessions = timetabled?.sessions ?? [];
  const [first, last] = [sessions[0], sessions.at(-1)];
  return (
    <section class="w-stack" aria-live="polite">
      <h2>{w.preview()}</h2>
      {first && last ? (
        <p class="w-numbers">{w.previewCount(sessions.length, shortDate(first.date), shortDate(last.date))}</p>
      ) : (
        <p class="w-muted">{w.previewEmpty()}</p>
      )}
      {course && run && run.sessions > course.sessions && <Notice tone="warn" title={w.fewer(course.sessions)} />}
      {timetabled && <Warnings warnings={timetabled.warnings} />}
      <ol class="classes-preview w-numbers">
        {sessions.map((session) => (
          <li key={session.id}>
            <span class="w-muted">{session.number}</span>
            <span>
              {dayWords(session.date)} {session.start}
              {session.topic !== undefined && <span class="w-muted"> {session.topic}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const tones = { holidaySkipped: 'info', makeUpDay: 'warn', beyondKnownHolidays: 'info' } as const;
const kinds = ['makeUpDay', 'holidaySkipped', 'beyondKnownHolidays'] as const;

function Warnings({ warnings }: { readonly warnings: readonly TimetableWarning[] }) {
  return (
    <>
      {kinds.map((kind) => {
        const dates = warnings.filter((warning) => warning.kind === kind).map(({ date }) => dayWords(date));
        return (
          dates.length > 0 && <Notice key={kind} tone={tones[kind]} title={w.warnings[kind](dates.join(w.comma()))} />
        );
      })}
    </>
  );
}

function dayWords(date: Class['starts']): string {
  return `${shortDate(date)} ${weekdayName(weekdayOf(date))}`;
}

/** A facility's sessions around today: what was taught when, and whether the roll call was taken. */
import { localDateOf, localTimeOf } from '../../domain/rules/calendar.ts';
import { dateWithWeekday, shortDate } from '../../i18n/format.ts';
import { staffWords } from '../../i18n/words/staff.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { FacilityDetail, SessionLine } from '../../portal/http/reportTypes.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { cross, tick } from '../../ui/icons.ts';
import { dashedCircle } from '../../ui/moreIcons.ts';
import { Tag } from '../../ui/Tag.tsx';
import { countWords } from './Arrivals.tsx';
import { sessionNameOf } from './names.ts';
import { useStaff } from './staffContext.ts';

export function SessionTable({ detail }: { readonly detail: FacilityDetail }) {
  const { nowMs } = useStaff();
  const now = `${localDateOf(nowMs())} ${localTimeOf(nowMs())}`;
  return (
    <section class="w-stack">
      <h2>{w.sessions()}</h2>
      {detail.sessions.length === 0 ? (
        <p class="w-muted">{w.noSessions()}</p>
      ) : (
        <DataTable
          caption={w.sessionsFrom(shortDate(detail.from), shortDate(detail.to))}
          columns={columns(now)}
          rows={detail.sessions}
          rowKey={({ session }) => session}
        />
      )}
    </section>
  );
}

/** `now`: the city's date and time, `2026-11-24 09:30`. */
function columns(now: string): readonly Column<SessionLine>[] {
  return [
    {
      key: 'date',
      label: w.date(),
      cell: ({ date, start }) => (
        <span class="w-numbers">
          {dateWithWeekday(date)} {start}
        </span>
      ),
    },
    { key: 'class', label: w.class(), cell: sessionNameOf },
    { key: 'taken', label: staffWords.rollCall(), cell: (line) => <TakenTag line={line} now={now} /> },
    {
      key: 'there',
      label: w.times(),
      number: true,
      cell: (line) => (line.taken ? countWords(line) : staffWords.unknown()),
    },
    {
      key: 'teacher',
      label: w.teacher(),
      cell: ({ teacher }) => <span class="staff-line">{teacher ?? staffWords.unknown()}</span>,
    },
  ];
}

function TakenTag({ line, now }: { readonly line: SessionLine; readonly now: string }) {
  if (line.status === 'cancelled')
    return (
      <Tag tone="muted" d={cross}>
        {w.cancelled()}
      </Tag>
    );
  if (!line.taken && `${line.date} ${line.start}` > now) return <span class="staff-line w-muted">{w.toCome()}</span>;
  return (
    <Tag tone={line.taken ? 'pine' : 'dashed'} d={line.taken ? tick : dashedCircle}>
      {line.taken ? w.taken() : w.notTaken()}
    </Tag>
  );
}

/**
 * The register's sheet for a month, as offices keep it: learners down, dates across, signs in the cells. Participations
 * (how often somebody came) and people (how many different ones) are two numbers. Prints on its own.
 */
import { useState } from 'preact/hooks';
import { attendanceStatuses } from '../../domain/records/attendance.ts';
import { weekdayOf } from '../../domain/rules/calendar.ts';
import { classAttendance, type GridRow, monthGrid, monthsOf } from '../../domain/rules/statistics.ts';
import { tellApart } from '../../domain/rules/tellApart.ts';
import { monthName, weekdayName } from '../../i18n/format.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { print } from '../../ui/moreIcons.ts';
import { Select } from '../../ui/Select.tsx';
import { useDevice } from '../shell/device.ts';
import { detailWords } from '../shell/sessionTitle.ts';
import { classNameOf } from './className.ts';
import { Figures } from './Figures.tsx';
import type { ClassPage } from './queries.ts';
import { StatusMark } from './StatusMark.tsx';

export function RegisterView({ page }: { readonly page: ClassPage }) {
  const { today } = useDevice();
  const months = monthsOf(page.sessions);
  const thisMonth = today().slice(0, 7);
  const current = months.filter((month) => month <= thisMonth).at(-1) ?? months[0];
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const month = picked ?? current;
  if (month === undefined) return <p class="w-muted">{w.emptyMonth()}</p>;
  const sessions = page.sessions.filter((session) => session.date.startsWith(month));
  const grid = monthGrid(month, page);
  const totals = classAttendance({ ...page, sessions });
  const details = tellApart(grid.rows.map((row) => row.learner));
  const columns: readonly Column<GridRow>[] = [
    { key: 'name', label: w.name(), cell: (row) => nameCell(row, detailWords(details.get(row.learner.id) ?? [])) },
    ...grid.columns.map(({ session }, at) => ({
      key: session.id,
      label: (
        <>
          <span class="classes-column w-numbers">{Number(session.date.slice(8))}</span>
          <span class="classes-column">{weekdayName(weekdayOf(session.date))}</span>
          {session.status === 'cancelled' && <span class="classes-column">{w.cancelled()}</span>}
        </>
      ),
      cell: (row: GridRow) => <StatusMark status={row.cells[at]?.status} />,
    })),
    { key: 'attended', label: w.timesThere(), number: true, cell: (row) => row.attended },
  ];
  const there = Object.fromEntries(
    grid.columns.map(({ session, counts }) => [
      session.id,
      session.status === 'cancelled' ? '' : counts.total - (session.headcount ?? 0), // by name: adds up to the rows
    ]),
  );
  return (
    <section class="w-stack">
      <div class="classes-screen w-actions">
        <Select
          label={w.month()}
          value={month}
          options={months.map((value) => ({ value, label: monthName(value) }))}
          onChange={setPicked}
        />
        <Button d={print} onPress={() => window.print()}>
          {w.print()}
        </Button>
      </div>
      <div class="classes-register">
        <DataTable
          caption={w.registerOf(classNameOf(page.run, page.course), monthName(month))}
          columns={columns}
          rows={grid.rows}
          rowKey={(row) => row.learner.id}
          totals={{ name: w.thereCount(), ...there, attended: totals.participations }}
        />
      </div>
      <Legend />
      <Figures label={w.monthNumbers()} attendance={totals} />
    </section>
  );
}

function nameCell({ learner, isEnrolled }: GridRow, detail: string) {
  const more = [detail, isEnrolled ? '' : w.visitor()].filter(Boolean).join(' · ');
  return (
    <>
      {learner.name}
      {more !== '' && <span class="w-muted"> {more}</span>}
    </>
  );
}

function Legend() {
  return (
    <ul class="classes-legend" aria-label={w.legend()}>
      {attendanceStatuses.map((status) => (
        <li key={status}>
          <StatusMark status={status} /> <span aria-hidden="true">{sessionWords.status[status]()}</span>
        </li>
      ))}
    </ul>
  );
}

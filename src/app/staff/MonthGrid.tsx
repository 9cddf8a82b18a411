/** The grid of a class's month: one button a mark, the totals of each session and each learner at the edges. */
import { calendarDate, weekdayOf } from '../../domain/rules/calendar.ts';
import { monthName, shortDate, weekdayName, wholeNumber } from '../../i18n/format.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { AttendanceColumn, AttendanceRow, ClassMonth } from '../../portal/http/reportTypes.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Mark } from './Mark.tsx';
import type { Chosen } from './MarkSheet.tsx';
import { classNameOf } from './names.ts';
import { statusWord } from './values.ts';

export interface MonthGridProps {
  readonly page: ClassMonth;
  readonly onChoose: (chosen: Chosen) => void;
}

export function MonthGrid({ page, onChoose }: MonthGridProps) {
  const names = page.rows.map(({ learner }) => learner.name);
  const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const columns: readonly Column<AttendanceRow>[] = [
    { key: 'name', label: w.learner(), cell: (row) => <Name row={row} isShared={isShared(row.learner.name)} /> },
    ...page.columns.map((column, at) => ({
      key: column.session,
      label: <DateHead column={column} />,
      cell: (row: AttendanceRow) => <Cell row={row} column={column} at={at} onChoose={onChoose} />,
    })),
    { key: 'attended', label: w.times(), number: true, cell: (row) => wholeNumber(row.attended) },
  ];
  const rooms = page.columns.map(({ session, status, counts }) => [
    session,
    status === 'cancelled' ? '' : counts.total,
  ]);
  const all = page.rows.reduce((sum, row) => sum + row.attended, 0);
  return (
    <div class="staff-grid">
      <DataTable
        caption={w.registerOf(classNameOf(page.class), monthName(page.month))}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.learner.id}
        totals={{ name: w.roomTotal(), ...Object.fromEntries(rooms), attended: wholeNumber(all) }}
      />
    </div>
  );
}

function DateHead({ column: { date, start, status } }: { readonly column: AttendanceColumn }) {
  return (
    <>
      <span class="w-hidden">
        {shortDate(date)} {start}
      </span>
      <span class="staff-date w-numbers" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      <span class="staff-date" aria-hidden="true">
        {weekdayName(weekdayOf(calendarDate(date)))}
      </span>
      {status === 'cancelled' && <span class="staff-date">{w.cancelled()}</span>}
    </>
  );
}

/** Whoever shares the name in this class is told apart by year of birth and card. */
function Name({ row: { learner, isEnrolled }, isShared }: { readonly row: AttendanceRow; readonly isShared: boolean }) {
  const details = [
    ...(isShared && learner.birthYear !== null ? [sessionWords.born(String(learner.birthYear))] : []),
    ...(isShared && learner.card !== null ? [sessionWords.card(learner.card)] : []),
    ...(isEnrolled ? [] : [w.visitor()]),
  ];
  return (
    <>
      {learner.name}
      {details.length > 0 && <span class="staff-second">{details.join(' · ')}</span>}
    </>
  );
}

interface CellProps {
  readonly row: AttendanceRow;
  readonly column: AttendanceColumn;
  readonly at: number;
  readonly onChoose: (chosen: Chosen) => void;
}

function Cell({ row: { learner, marks }, column, at, onChoose }: CellProps) {
  const status = marks[at] ?? null;
  if (status === null && column.status === 'cancelled') return null;
  const { session, date } = column;
  return (
    <button
      class="staff-cell"
      type="button"
      aria-label={w.cell(learner.name, shortDate(date), statusWord(status ?? 'notTaken'))}
      onClick={() => onChoose({ session, date, learner: learner.id, name: learner.name })}
    >
      <Mark status={status} />
    </button>
  );
}

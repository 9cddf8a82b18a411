/** A facility's classes: course, people, how far each one is; the name leads to its register. */
import { shortDate, wholeNumber } from '../../i18n/format.ts';
import { staffWords } from '../../i18n/words/staff.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { ClassLine } from '../../portal/http/reportTypes.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { classNameOf, nameOf } from './names.ts';

export interface ClassTableProps {
  readonly facility: string;
  readonly classes: readonly ClassLine[];
}

export function ClassTable({ facility, classes }: ClassTableProps) {
  if (classes.length === 0) return <p class="w-muted">{w.noClasses()}</p>;
  return (
    <DataTable caption={w.classes()} captionHidden columns={columns(facility)} rows={classes} rowKey={({ id }) => id} />
  );
}

function columns(facility: string): readonly Column<ClassLine>[] {
  return [
    {
      key: 'class',
      label: w.class(),
      cell: (line) => (
        <>
          <a href={classAddress(facility, line.id)}>{classNameOf(line)}</a>
          {line.title !== null && line.course && <span class="staff-second">{nameOf(line.course)}</span>}
        </>
      ),
    },
    { key: 'enrolled', label: w.enrolled(), number: true, cell: enrolledWords },
    { key: 'held', label: w.held(), number: true, cell: ({ sessions }) => heldWords(sessions) },
    {
      key: 'participations',
      label: w.participations(),
      number: true,
      cell: (line) => wholeNumber(line.participations),
    },
    {
      key: 'next',
      label: w.next(),
      number: true,
      cell: ({ nextDate }) => (nextDate === null ? staffWords.unknown() : shortDate(nextDate)),
    },
    {
      key: 'teacher',
      label: w.teacher(),
      cell: ({ teacher }) => <span class="staff-line">{teacher ?? staffWords.unknown()}</span>,
    },
    { key: 'term', label: w.term(), cell: ({ term }) => <span class="staff-line">{term}</span> },
  ];
}

export function classAddress(facility: string, classId: string): string {
  return `/staff/facilities/${encodeURIComponent(facility)}/classes/${encodeURIComponent(classId)}`;
}

function enrolledWords({ enrolled, capacity }: ClassLine): string {
  return capacity === null ? wholeNumber(enrolled) : w.ofCapacity(wholeNumber(enrolled), wholeNumber(capacity));
}

function heldWords({ taken, open }: ClassLine['sessions']): string {
  return `${wholeNumber(taken)} / ${wholeNumber(taken + open)}`;
}

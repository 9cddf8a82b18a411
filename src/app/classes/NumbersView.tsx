/** A class in numbers: the totals, each learner's attendance with warnings, and what completion still needs. */
import type { ClassAttendance, LearnerAttendance } from '../../domain/rules/statistics.ts';
import { tellApart } from '../../domain/rules/tellApart.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { alert } from '../../ui/icons.ts';
import { Tag } from '../../ui/Tag.tsx';
import { detailWords } from '../shell/sessionTitle.ts';
import { hoursOf } from './className.ts';
import { Figures } from './Figures.tsx';
import { MissingList } from './MissingList.tsx';
import type { ClassPage } from './queries.ts';
import { StatusMark } from './StatusMark.tsx';

export interface NumbersViewProps {
  readonly page: ClassPage;
  readonly attendance: ClassAttendance;
}

export function NumbersView({ page, attendance }: NumbersViewProps) {
  const details = tellApart(attendance.learners.map((line) => line.learner));
  const columns: readonly Column<LearnerAttendance>[] = [
    {
      key: 'name',
      label: w.name(),
      cell: (line) => {
        const detail = detailWords(details.get(line.learner.id) ?? []);
        return (
          <>
            <a href={`/learners/${line.learner.id}`}>{line.learner.name}</a>{' '}
            <span class="w-muted">{[detail, line.isEnrolled ? '' : w.visitor()].filter(Boolean).join(' · ')}</span>{' '}
            {line.isAbsentee && (
              <Tag tone="amber" d={alert}>
                {w.often()}
              </Tag>
            )}
          </>
        );
      },
    },
    { key: 'attended', label: w.attendedOf(), number: true, cell: (line) => `${line.attended}/${line.taken}` },
    {
      key: 'percent',
      label: w.percent(),
      number: true,
      cell: (line) => (line.percent === undefined ? '—' : `${line.percent}%`),
    },
    { key: 'hours', label: w.hours(), number: true, cell: (line) => hoursOf(line.minutes) },
    {
      key: 'lastFive',
      label: w.lastFive(),
      cell: (line) => (
        <span class="classes-recent">
          {line.lastFive.map((status, i) => (
            <span key={`${i}`}>
              <StatusMark status={status} />
              {status === undefined && <span aria-hidden="true">–</span>}
            </span>
          ))}
        </span>
      ),
    },
  ];
  return (
    <section class="w-stack">
      <Figures label={w.viewNames.numbers()} attendance={attendance} />
      {attendance.participations === 0 && <p class="w-muted">{w.noNumbers()}</p>}
      {attendance.learners.length > 0 && (
        <DataTable
          caption={w.statistics()}
          columns={columns}
          rows={attendance.learners}
          rowKey={(line) => line.learner.id}
        />
      )}
      <MissingList page={page} attendance={attendance} />
    </section>
  );
}

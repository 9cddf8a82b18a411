/** The totals of a class or a month: participations and people, never mixed. */
import type { ClassAttendance } from '../../domain/rules/statistics.ts';
import { wholeNumber } from '../../i18n/format.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { hoursOf } from './className.ts';

export interface FiguresProps {
  readonly label: string;
  readonly attendance: ClassAttendance;
}

export function Figures({ label, attendance }: FiguresProps) {
  const figures: readonly (readonly [string, string])[] = [
    [w.participations(), wholeNumber(attendance.participations)],
    [w.distinct(), wholeNumber(attendance.distinctLearners)],
    [w.headcounts(), wholeNumber(attendance.headcounts)],
    [w.hours(), hoursOf(attendance.minutes)],
  ];
  return (
    <dl class="classes-figures w-numbers" aria-label={label}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

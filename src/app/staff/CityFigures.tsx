/** The numbers over the city, each with what it is counted of. */
import { wholeNumber } from '../../i18n/format.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { CityHealth, CityToday } from '../../portal/http/reportTypes.ts';

interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly second: string;
}

export interface CityFiguresProps {
  readonly city: CityHealth;
  /** Undefined until it was answered. */
  readonly today: CityToday | undefined;
}

export function CityFigures({ city, today }: CityFiguresProps) {
  return (
    <dl class="staff-figures w-numbers" aria-label={w.figures()}>
      {[...todaysFigures(today), ...healthFigures(city)].map(({ key, label, value, second }) => (
        <div key={key} data-figure={key}>
          <dt>{label}</dt>
          <dd>
            <strong class="staff-figure">{value}</strong> <span class="staff-figure-second w-muted">{second}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function todaysFigures(today: CityToday | undefined): readonly Figure[] {
  const counts = today?.counts;
  return [
    {
      key: 'rollCalls',
      label: w.rollCallsToday(),
      value: counts ? wholeNumber(counts.dueTaken) : w.unknown(),
      second: counts ? w.ofDue(wholeNumber(counts.due)) : '',
    },
    {
      key: 'people',
      label: w.peopleToday(),
      value: counts ? wholeNumber(counts.participations) : w.unknown(),
      second: counts && counts.headcount > 0 ? w.withHeadcount(wholeNumber(counts.headcount)) : '',
    },
  ];
}

function healthFigures({ counts, openClashes }: CityHealth): readonly Figure[] {
  return [
    {
      key: 'contacted',
      label: w.contactedShort(),
      value: wholeNumber(counts.week),
      second: w.ofAll(wholeNumber(counts.facilities)),
    },
    { key: 'silent', label: w.silentLong(), value: wholeNumber(counts.silent), second: neverWords(counts.never) },
    { key: 'waiting', label: w.waiting(), value: wholeNumber(counts.pending), second: w.asReported() },
    { key: 'clashes', label: w.clashes(), value: wholeNumber(openClashes), second: w.clashesHelp() },
  ];
}

function neverWords(never: number): string {
  return never === 0 ? '' : w.andNever(wholeNumber(never));
}

/** The roll calls that arrived last, newest first, announced politely; says when the live stream is interrupted. */
import { timeOrDate } from '../../i18n/format.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { Arrival, CityToday } from '../../portal/http/reportTypes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { tick, today as todayIcon } from '../../ui/icons.ts';
import { dashedCircle, sync } from '../../ui/moreIcons.ts';
import { Tag } from '../../ui/Tag.tsx';
import { Answered } from './Answered.tsx';
import type { LiveState } from './liveRollCalls.ts';
import { nameOf, sessionNameOf } from './names.ts';
import { useStaff } from './staffContext.ts';
import type { Asked } from './useAnswer.ts';

export interface ArrivalsProps {
  readonly asked: Asked<CityToday>;
  readonly live: LiveState;
}

export function Arrivals({ asked, live }: ArrivalsProps) {
  return (
    <section class="staff-arrivals" aria-labelledby="staff-arrivals">
      <header>
        <h2 id="staff-arrivals">{w.arriving()}</h2>
        <span role="status">
          <LiveTag live={live} />
        </span>
      </header>
      <Answered asked={asked}>
        {({ latest }) =>
          latest.length === 0 ? (
            <EmptyState d={todayIcon} title={w.noArrivals()}>
              {w.noArrivalsHelp()}
            </EmptyState>
          ) : (
            <ol aria-live="polite" aria-relevant="additions">
              {latest.map((arrival) => (
                <ArrivalRow key={`${arrival.facility.id} ${arrival.session}`} arrival={arrival} />
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  );
}

function LiveTag({ live }: { readonly live: LiveState }) {
  if (live === 'live')
    return (
      <Tag tone="pine" d={tick}>
        {w.live()}
      </Tag>
    );
  return live === 'connecting' ? (
    <Tag tone="muted" d={dashedCircle}>
      {w.liveConnecting()}
    </Tag>
  ) : (
    <Tag tone="amber" d={sync}>
      {w.liveInterrupted()}
    </Tag>
  );
}

function ArrivalRow({ arrival }: { readonly arrival: Arrival }) {
  const { nowMs } = useStaff();
  return (
    <li class="staff-arrival">
      <span class="staff-arrival-words">
        <a href={`/staff/facilities/${encodeURIComponent(arrival.facility.id)}`}>{nameOf(arrival.facility)}</a>
        <span>{sessionNameOf(arrival)}</span>
      </span>
      <span class="staff-arrival-counts w-numbers">
        <strong>{countWords(arrival)}</strong>
        <span class="w-muted">{arrival.updatedAt === null ? '' : timeOrDate(arrival.updatedAt, nowMs())}</span>
      </span>
    </li>
  );
}

/** 28 of 32 there; or how many were counted without names. */
export function countWords({ present, late, leftEarly, excused, absent, headcount }: Tallied): string {
  const there = present + late + leftEarly;
  const marked = there + excused + absent;
  if (marked === 0 && headcount !== null) return w.counted(headcount);
  return w.there(there, marked);
}

type Tallied = Pick<Arrival, 'present' | 'late' | 'leftEarly' | 'excused' | 'absent' | 'headcount'>;

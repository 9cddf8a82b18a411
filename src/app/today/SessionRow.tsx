/**
 * One session of the day as a row: when, what, who teaches, and the state of its roll call. An untaken one carries its
 * button; a finished one is a link as a whole. Only the next to be taken is the filled button.
 */
import { dateWithWeekday } from '../../i18n/format.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { todayWords as w } from '../../i18n/words/today.ts';
import { Button } from '../../ui/Button.tsx';
import { clock, cross, tick } from '../../ui/icons.ts';
import { Row } from '../../ui/List.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { titleOf } from '../shell/sessionTitle.ts';
import type { SessionTitle } from '../shell/sessionViews.ts';
import type { DaySession } from './queries.ts';

interface SessionRowProps {
  readonly view: DaySession;
  readonly isNext: boolean;
  readonly isFuture: boolean;
}

/** A session of the day that is shown. */
export function SessionRow({ view, isNext, isFuture }: SessionRowProps) {
  const { session, state } = view;
  const title =
    view.nth === undefined || view.nth === 1 ? titleOf(view) : `${titleOf(view)} · ${sessionWords.nthOfDay(view.nth)}`;
  const href = `/session/${session.id}`;
  const shared = { lead: session.start, title, second: secondLine(view) };
  if (isFuture || state === 'cancelled' || state === 'closed')
    return (
      <Row {...shared} href={href} value={isFuture && state !== 'cancelled' ? undefined : <StateTag view={view} />} />
    );
  const isHeadcount = session.class === undefined;
  const what = isHeadcount ? w.count() : state === 'begun' ? w.goOn() : w.take();
  return (
    <Row
      {...shared}
      end={
        <>
          {state === 'begun' && (
            <span class="today-state">
              <StateTag view={view} />
            </span>
          )}
          <Button tone={isNext ? 'primary' : 'quiet'} href={href}>
            {what}
            <span class="w-hidden">{w.ofWhat(title)}</span>
          </Button>
        </>
      }
    />
  );
}

/** A session of an earlier day that was left open. */
export function OpenRow({ view, what }: { readonly view: SessionTitle; readonly what: string }) {
  const { session } = view;
  return (
    <Row
      title={titleOf(view)}
      second={[`${dateWithWeekday(session.date)} ${session.start}`, view.teacher?.name].filter(Boolean).join(' · ')}
      end={
        <Button href={`/session/${session.id}`}>
          {what}
          <span class="w-hidden">{w.ofWhat(titleOf(view))}</span>
        </Button>
      }
    />
  );
}

function secondLine({ session, teacher, counts }: DaySession): string {
  const who = session.class === undefined ? sessionWords.noNames() : w.expected(counts.expected);
  return [session.topic, teacher?.name, who, sessionWords.minutes(session.minutes)].filter(Boolean).join(' · ');
}

function StateTag({ view: { state, session, counts } }: { readonly view: DaySession }) {
  if (state === 'cancelled')
    return (
      <Tag tone="muted" d={cross}>
        {w.cancelled()}
      </Tag>
    );
  const isClosed = state === 'closed';
  const here = counts.present + counts.late + counts.leftEarly;
  const words =
    session.class === undefined
      ? sessionWords.people(session.headcount ?? 0)
      : isClosed
        ? w.came(here, counts.expected)
        : w.marked(counts.expected - counts.notTaken, counts.expected);
  return (
    <Tag tone={isClosed ? 'pine' : 'amber'} d={isClosed ? tick : clock}>
      {words}
    </Tag>
  );
}

/**
 * The roll call of one session: who is expected, one tap a mark, saved as it is tapped. A drop-in activity is counted
 * instead. Puts the queries together; what is drawn lives in the parts beside it.
 */
import { useMemo } from 'preact/hooks';
import { dateWithWeekday } from '../../i18n/format.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { info } from '../../ui/icons.ts';
import type { RouteProps } from '../shell/App.tsx';
import { useDevice } from '../shell/device.ts';
import { Page } from '../shell/Page.tsx';
import { titleOf } from '../shell/sessionTitle.ts';
import { useLive } from '../shell/useLive.ts';
import { HeadcountSession } from './HeadcountSession.tsx';
import { type Roster, readMarks, readRoster, readVisitors } from './queries.ts';
import { Register } from './Register.tsx';
import { endOf } from './sessionTimes.ts';
import { useActing } from './useActing.ts';
import { strangersOf, viewOf } from './view.ts';
import './rollCall.css';

export function RollCallScreen({ id = '' }: RouteProps) {
  const device = useDevice();
  const today = device.today();
  const roster = useLive((db) => readRoster(db, id), [id]);
  const marks = useLive((db) => readMarks(db, id), [id]);
  const strangers = roster && marks ? strangersOf(roster, marks) : [];
  const visitors = useLive((db) => readVisitors(db, strangers), [strangers.join()]);
  const view = useMemo(
    () => (roster && marks && visitors ? viewOf(roster, marks, visitors, today) : undefined),
    [roster, marks, visitors, today],
  );
  const acting = useActing(view && { device, session: view.register.session.id, people: view.register.people });

  if (roster === null) return <NoSession />;
  if (!view) return <Page title={shellWords.loading()} current="today" back="/" children={undefined} />;
  const { session } = view.roster;
  return (
    <Page
      title={
        <>
          {titleOf(view.roster)} <When roster={view.roster} />
        </>
      }
      current="today"
      back={session.date === today ? '/' : `/?date=${session.date}`}
    >
      {session.class === undefined ? (
        <HeadcountSession view={view} acting={acting} />
      ) : (
        <Register key={session.id} view={view} acting={acting} />
      )}
    </Page>
  );
}

function When({ roster: { session } }: { readonly roster: Roster }) {
  return (
    <small class="roll-call-when w-numbers">
      <span>{dateWithWeekday(session.date)}</span>{' '}
      <span>
        {session.start}–{endOf(session)}
      </span>
    </small>
  );
}

function NoSession() {
  return (
    <Page title={w.noSession()} current="today" back="/">
      <EmptyState d={info} title={w.noSession()} actions={<Button href="/">{shellWords.toToday()}</Button>}>
        {w.noSessionHelp()}
      </EmptyState>
    </Page>
  );
}

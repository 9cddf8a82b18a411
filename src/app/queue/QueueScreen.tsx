/**
 * The state of the work in full: what is safe here, what waits and why, how the last contact went, what needs a person.
 * Everything said to be at the portal comes from a reply that was applied.
 */
import { ago, dateWithWeekday, timeOrDate } from '../../i18n/format.ts';
import { queueWords as w } from '../../i18n/words/queue.ts';
import { type WorkState, workState } from '../../store/workState.ts';
import { Button } from '../../ui/Button.tsx';
import { List, Row } from '../../ui/List.tsx';
import { sync } from '../../ui/moreIcons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useDevice } from '../shell/device.ts';
import { Page } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import { DeviceState } from './DeviceState.tsx';
import { outcomeWords } from './outcomeWords.ts';
import { waitingByDay } from './queries.ts';
import { Tray } from './Tray.tsx';

export function QueueScreen() {
  const state = useLive(workState, []);
  return (
    <Page title={w.title()} back="/">
      {state && (
        <div class="w-stack">
          <Summary state={state} />
          <LastContact state={state} />
          <Tray />
          <WaitingList pending={state.pending} />
          <DeviceState />
        </div>
      )}
    </Page>
  );
}

function Summary({ state }: { readonly state: WorkState }) {
  const { driver } = useDevice();
  const working = driver.working.value;
  const hasArrived = state.pending === 0 && state.receivedAt !== undefined;
  return (
    <Notice
      tone={hasArrived ? 'good' : 'info'}
      title={hasArrived ? w.allArrived() : w.allSaved()}
      safe={hasArrived ? w.allArrivedHelp() : w.waiting(state.pending)}
      actions={
        <Button tone="primary" d={sync} disabled={working || !state.enrolled} onPress={() => void driver.now()}>
          {working ? w.sending() : w.sendNow()}
        </Button>
      }
    />
  );
}

function LastContact({ state }: { readonly state: WorkState }) {
  const { platform } = useDevice();
  const now = platform.nowMs();
  const received = state.receivedAt === undefined ? undefined : state.receivedAt - state.offsetMs;
  const tried = state.outcome && outcomeWords(state.outcome.what, navigator.onLine);
  return (
    <List label={w.lastContact()}>
      <Row
        title={w.lastContact()}
        second={received === undefined ? w.never() : `${timeOrDate(received, now)} · ${ago(received, now)}`}
      />
      <Row
        title={w.lastTry()}
        second={
          state.outcome && tried
            ? [timeOrDate(state.outcome.at, now), tried.title, tried.detail].filter(Boolean).join(' · ')
            : w.notTried()
        }
      />
    </List>
  );
}

function WaitingList({ pending }: { readonly pending: number }) {
  const waiting = useLive(waitingByDay, []);
  if (pending === 0 || !waiting) return null;
  return (
    <section class="w-stack">
      <h2>{w.whatWaits()}</h2>
      <List>
        {waiting.days.map(({ date, kinds }) => (
          <Row
            key={date}
            title={dateWithWeekday(date)}
            second={kinds.map(([kind, count]) => kindWords(kind, count)).join(' · ')}
          />
        ))}
      </List>
      {waiting.hasMore && <p class="w-muted">{w.moreWaits()}</p>}
    </section>
  );
}

function kindWords(kind: string, count: number): string {
  const words: { readonly [kind: string]: ((count: number) => string) | undefined } = w.kinds;
  return (words[kind] ?? w.otherKind)(count);
}

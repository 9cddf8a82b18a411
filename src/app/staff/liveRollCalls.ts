/**
 * The stream of roll calls as they arrive, over server-sent events. Owns reopening: the browser reopens a stream that
 * broke, but gives up one that was answered with an error; that one is opened again here, later and later. An event is
 * only a hint that something is new: screens ask for the numbers themselves.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useStaff } from './staffContext.ts';

export type LiveState = 'connecting' | 'live' | 'interrupted';

export interface StreamListener {
  readonly onState: (state: LiveState) => void;
  readonly onNews: () => void;
}

/** Opens the stream; the result closes it. */
export type OpenStream = (listener: StreamListener) => () => void;

const address = '/api/events';
/** A facility was in contact; marks came in; some news were lost on the way. */
const events = ['contact', 'rollcall', 'missed'];
const reopenMsFirst = 2_000;
const reopenMsMax = 60_000;

type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

/** `open` makes the platform's EventSource; `later` its timer. */
export function eventStream(
  open: (address: string) => Source,
  later: (run: () => void, ms: number) => () => void,
): OpenStream {
  return ({ onState, onNews }) => {
    let source: Source | undefined;
    let cancelReopen = () => {};
    let waitMs = reopenMsFirst;
    const start = () => {
      const own = open(address);
      source = own;
      own.addEventListener('open', () => {
        waitMs = reopenMsFirst;
        onState('live');
      });
      for (const event of events) own.addEventListener(event, onNews);
      own.addEventListener('error', () => {
        onState('interrupted');
        if (own.readyState !== closedState) return; // the browser is reopening it
        own.close();
        cancelReopen = later(start, waitMs);
        waitMs = Math.min(waitMs * 2, reopenMsMax);
      });
    };
    start();
    return () => {
      cancelReopen();
      source?.close();
    };
  };
}

/** EventSource.CLOSED, which not every test environment has. */
const closedState = 2;

/** Follows the stream while the screen is there. After an interruption, `onNews` is told too: something may be missed. */
export function useLiveRollCalls(onNews: () => void): LiveState {
  const { openStream } = useStaff();
  const [state, setState] = useState<LiveState>('connecting');
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    let wasInterrupted = false;
    return openStream({
      onState(next) {
        setState(next);
        if (next === 'live' && wasInterrupted) latest.current();
        wasInterrupted = next === 'interrupted';
      },
      onNews: () => latest.current(),
    });
  }, [openStream]);
  return state;
}

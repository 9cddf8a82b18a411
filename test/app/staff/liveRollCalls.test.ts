/** The stream of news: what the browser reopens by itself is left to it, what it gave up is opened again, later and later. */
import { expect, test } from 'vitest';
import { eventStream, type LiveState } from '../../../src/app/staff/liveRollCalls.ts';

interface Opened extends EventTarget {
  readyState: number;
  close(): void;
}

function opening() {
  const opened: Opened[] = [];
  const waits: { readonly run: () => void; readonly ms: number; isCancelled: boolean }[] = [];
  const states: LiveState[] = [];
  let news = 0;
  const stop = eventStream(
    () => {
      const source: Opened = Object.assign(new EventTarget(), {
        readyState: 0,
        close() {
          source.readyState = 2;
        },
      });
      opened.push(source);
      return source as Opened & EventSource; // the members that the stream uses
    },
    (run, ms) => {
      const wait = { run, ms, isCancelled: false };
      waits.push(wait);
      return () => {
        wait.isCancelled = true;
      };
    },
  )({ onState: (state) => states.push(state), onNews: () => news++ });
  const tell = (type: string) => opened.at(-1)?.dispatchEvent(new Event(type));
  return { opened, waits, states, tell, stop, newsCount: () => news };
}

test('roll calls, contacts and missed news are all told', () => {
  const { tell, states, newsCount } = opening();
  for (const type of ['open', 'rollcall', 'contact', 'missed']) tell(type);
  expect([states, newsCount()]).toEqual([['live'], 3]);
});

test('a break that the browser mends itself opens nothing anew', () => {
  const { tell, states, opened, waits } = opening();
  for (const type of ['open', 'error', 'open']) tell(type);
  expect([states, opened.length, waits.length]).toEqual([['live', 'interrupted', 'live'], 1, 0]);
});

test('a stream that the browser gave up is opened again, later and later, at most a minute', () => {
  const { tell, opened, waits } = opening();
  for (let i = 0; i < 7; i++) {
    opened.at(-1)?.close();
    tell('error');
    waits.at(-1)?.run();
  }
  expect(waits.map(({ ms }) => ms)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(opened).toHaveLength(8);
  tell('open');
  opened.at(-1)?.close();
  tell('error');
  expect(waits.at(-1)?.ms).toBe(2_000);
});

test('leaving closes it, and nothing is opened afterwards', () => {
  const { tell, opened, waits, stop } = opening();
  opened.at(-1)?.close();
  tell('error');
  stop();
  expect(waits.map(({ isCancelled }) => isCancelled)).toEqual([true]);
  expect(opened.at(-1)?.readyState).toBe(2);
});

/**
 * A request as a hook: what was last answered, what went wrong since, and a way to ask again. Keeps showing the last
 * value while it asks and when asking fails; an ended session is told to the app, which shows the sign-in instead.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from './api.ts';
import { useStaff } from './staffContext.ts';

export type Failure = Exclude<Answer<never>, { readonly kind: 'ok' }>;

export interface Asked<T> {
  readonly value: T | undefined;
  /** UTC ms of the value. */
  readonly at: number | undefined;
  readonly failure: Failure | undefined;
  readonly again: () => void;
}

interface Outcome<T> {
  readonly key: string;
  readonly value: T | undefined;
  readonly at: number | undefined;
  readonly failure: Failure | undefined;
}

/** `key` names what is asked for: another key forgets the value of the last. */
export function useAnswer<T>(key: string, ask: () => Promise<Answer<T>>): Asked<T> {
  const { ended, nowMs } = useStaff();
  const [outcome, setOutcome] = useState<Outcome<T> | undefined>(undefined);
  const latest = useRef({ ask, key });
  latest.current = { ask, key };
  const asking = useRef(0);
  const again = useCallback(() => {
    const number = ++asking.current;
    const asked = latest.current;
    void asked.ask().then((answer) => {
      if (number !== asking.current) return; // a later request will answer
      if (answer.kind === 'refused' && answer.problem.type === 'signed-out') ended();
      setOutcome((before) =>
        answer.kind === 'ok'
          ? { key: asked.key, value: answer.value, at: nowMs(), failure: undefined }
          : { ...(before?.key === asked.key ? before : nothing), key: asked.key, failure: answer },
      );
    });
  }, [ended, nowMs]);
  useEffect(() => {
    again();
    return () => {
      asking.current += 1;
    };
  }, [key, again]);
  const current = outcome?.key === key ? outcome : nothing;
  return { value: current.value, at: current.at, failure: current.failure, again };
}

const nothing = { value: undefined, at: undefined, failure: undefined };

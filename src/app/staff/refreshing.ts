/** Asking again: at once, yet never more often than so; and by the minute while somebody looks. */
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** The first call runs at once; those that come within `ms` of it run once, afterwards. */
export function useCoalesced(run: () => void, ms: number): () => void {
  const latest = useRef(run);
  latest.current = run;
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef(false);
  useEffect(() => () => clearTimeout(resting.current), []);
  return useCallback(() => {
    const rested = () => {
      resting.current = undefined;
      if (!wanted.current) return;
      wanted.current = false;
      go();
    };
    const go = () => {
      latest.current();
      resting.current = setTimeout(rested, ms);
    };
    if (resting.current === undefined) go();
    else wanted.current = true;
  }, [ms]);
}

const lookMs = 60_000;

/** Runs every minute while the page is in sight. */
export function useEveryMinute(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, lookMs);
    return () => clearInterval(timer);
  }, []);
}

/**
 * Acting in order: what is tapped is done one after another, each on what the one before left; the last ones can be
 * undone as long as the screen is open. A refusal is said in words.
 */
import { useCallback, useRef, useState } from 'preact/hooks';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { undo as undoIcon } from '../../ui/icons.ts';
import { toast } from '../shell/Page.tsx';
import { type Acted, type Place, takeBack, type Undo } from './actions.ts';

const undoMax = 100;

export interface Acting {
  /** Runs after everything that was begun before. */
  run(action: (place: Place) => Promise<Acted>): Promise<Acted>;
  undoLast(): void;
  readonly canUndo: boolean;
  /** A message with its way back. */
  tell(words: string): void;
}

/** `place` may change between renders; an action always gets the newest. */
export function useActing(place: Place | undefined): Acting {
  const latest = useRef(place);
  latest.current = place;
  const tail = useRef<Promise<unknown>>(Promise.resolve());
  const done = useRef<readonly Undo[]>([]);
  const [canUndo, setCanUndo] = useState(false);

  const remember = useCallback((actions: readonly Undo[]) => {
    done.current = actions;
    setCanUndo(actions.length > 0);
  }, []);

  const queue = useCallback((action: (place: Place) => Promise<Acted>): Promise<Acted> => {
    const next = tail.current.then(async (): Promise<Acted> => {
      const now = latest.current;
      return now ? action(now) : { kind: 'trouble' };
    });
    tail.current = next.catch(() => undefined); // the failure is the caller's; what follows still runs
    return next;
  }, []);

  const run = useCallback(async (action: (place: Place) => Promise<Acted>) => {
    const acted = await queue(action);
    if (acted.kind === 'saved' && acted.undo) remember([...done.current.slice(1 - undoMax), acted.undo]);
    return acted;
  }, []);

  const undoLast = useCallback(() => {
    void queue(async (now) => {
      const last = done.current.at(-1);
      if (!last) return { kind: 'unchanged' };
      remember(done.current.slice(0, -1));
      const acted = await takeBack(now, last);
      if (acted.kind === 'refused') toast.value = { words: w.refused[acted.why]() };
      else if (acted.kind !== 'trouble') toast.value = { words: w.undone() };
      return acted;
    });
  }, []);

  const tell = useCallback((words: string) => {
    toast.value = { words, action: { label: w.undo(), d: undoIcon, onPress: undoLast } };
  }, []);

  return { run, undoLast, canUndo, tell };
}

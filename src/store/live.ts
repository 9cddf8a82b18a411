/**
 * Live queries: what a screen shows is read from the database again whenever something it read was written, by this
 * tab, another, or the worker. Emits only what is committed (the database has no cache).
 */
import { liveQuery } from 'dexie';
import { type Trouble, troubleOf } from './trouble.ts';

/** Calls `show` with every committed result until stopped. */
export function watch<T>(
  query: () => Promise<T>,
  show: (value: T) => void,
  fail: (trouble: Trouble) => void,
): () => void {
  // Dexie follows what is read after an await only in a function that is itself `async`.
  const subscription = liveQuery(async () => query()).subscribe({
    next: show,
    error: (failure) => fail(troubleOf(failure)),
  });
  return () => subscription.unsubscribe();
}

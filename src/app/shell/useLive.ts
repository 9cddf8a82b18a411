/** A live query as a hook: undefined until the first result, then every committed one. */
import { useEffect, useState } from 'preact/hooks';
import type { DeviceDatabase } from '../../store/database.ts';
import { watch } from '../../store/live.ts';
import { useDevice } from './device.ts';

/** `inputs` are what the query depends on, as for an effect. */
export function useLive<T>(query: (db: DeviceDatabase) => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const { db, fail } = useDevice();
  const [result, setResult] = useState<{ readonly value: T } | undefined>(undefined);
  useEffect(
    () =>
      watch(
        () => query(db),
        (value) => setResult({ value }),
        fail,
      ),
    [db, ...inputs],
  );
  return result?.value;
}

import { expect, test } from 'vitest';
import { commit } from '../../src/store/commit.ts';
import { watch } from '../../src/store/live.ts';
import { allRows, childrenOf } from '../../src/store/queries.ts';
import { enrolledDatabase, learnerEdit, markEdit } from '../fixtures/deviceDatabase.ts';

test('a query of two steps is read again when what its second step read was written', async () => {
  const db = await enrolledDatabase();
  const writer = { db, nowMs: () => 1_700_000_000_000, by: '1' };
  await commit(writer, [learnerEdit('l1', '王伟')]);
  const seen: number[] = [];
  const arrivals: (() => void)[] = [];
  const nextArrival = () => new Promise<void>((resolve) => arrivals.push(resolve));
  const query = async () => {
    await allRows(db, 'learner');
    return (await childrenOf(db, 'attendance', 's1')).rows.length;
  };
  const first = nextArrival();
  const stop = watch(
    () => query(),
    (marks) => {
      seen.push(marks);
      arrivals.shift()?.();
    },
    () => seen.push(-1),
  );
  await first;
  const second = nextArrival();
  await commit(writer, [markEdit('s1', 'l1', 'present')]);
  await second;
  stop();
  expect(seen).toEqual([0, 1]);
});

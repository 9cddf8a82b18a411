/**
 * After a write that the disk refused, Chromium (156) goes on in the same log behind the torn record, and at the
 * browser's next start throws the whole database away as corrupt: everything that was saved since, and before. Writing
 * more than its buffers hold makes it settle all that is there in tables and begin a new log; test/e2e/storage.test.ts
 * loses the records without this. Every database of the origin shares that log, so a passing one does.
 */
import Dexie from 'dexie';

const name = 'waystation-fresh-log';
/** A larger value would be kept as a file of its own, outside of the log. */
const rowCharacters = 48 * 1024;
const rowsARound = 32;
/** Chromium's write buffer is 4 MB at most: the second buffer is full only when the first is on the disk. */
const rounds = 8;

/** Resolves when what is in the database can be read after a restart; rejects while there is no room for it. */
export async function startFreshLog(): Promise<void> {
  const passing = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  passing.version(1).stores({ filling: 'id' });
  try {
    const filling = passing.table<{ readonly id: number; readonly text: string }, number>('filling');
    const rows = Array.from({ length: rowsARound }, (_, id) => ({ id, text: '驿'.repeat(rowCharacters / 2) }));
    for (let round = 0; round < rounds; round++) await filling.bulkPut(rows);
    await passing.delete();
  } finally {
    passing.close();
  }
}

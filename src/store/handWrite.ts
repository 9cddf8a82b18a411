/**
 * One read, one decision, one write, by hand on the connection that Dexie holds: for the one write that a person waits
 * for. Dexie's tables and zones cost about as much as the disk does (docs/benchmarks.md).
 * What is written is decided when the read ends; nothing is awaited. Live queries are told by Dexie's documented
 * `storagemutated`, after the commit and with the parts that Dexie's own writes would name.
 */
import Dexie, { type IndexableType, type ObservabilitySet, RangeSet } from 'dexie';
import { assert } from '../domain/kit/assert.ts';
import { type DeviceDatabase, durability, sequenceOf } from './database.ts';

export interface RowPlace {
  readonly store: string;
  readonly key: string;
}

export interface RowsFor {
  readonly store: string;
  readonly rows: readonly object[];
}

export interface Decision<T> {
  readonly result: T;
  readonly put: readonly RowsFor[];
  /** Rows that must not be there yet: one that is fails the whole transaction. */
  readonly add: readonly RowsFor[];
}

/**
 * Reads the rows (undefined where there is none), lets `decide` say what is written, and resolves once it is durable.
 * Dexie opens the database, again where the browser dropped the connection, and refuses where a newer version took it.
 */
export async function readThenWrite<T>(
  db: DeviceDatabase,
  stores: readonly string[],
  places: readonly RowPlace[],
  decide: (rows: readonly unknown[]) => Decision<T>,
): Promise<T> {
  if (!db.isOpen()) await sequenceOf(db);
  try {
    return await attempt(db, stores, places, decide);
  } catch (failure) {
    if (!(failure instanceof DOMException) || failure.name !== 'InvalidStateError') throw failure;
    await sequenceOf(db);
    return attempt(db, stores, places, decide);
  }
}

async function attempt<T>(
  db: DeviceDatabase,
  stores: readonly string[],
  places: readonly RowPlace[],
  decide: (rows: readonly unknown[]) => Decision<T>,
): Promise<T> {
  const transaction = db.backendDB().transaction(stores, 'readwrite', { durability });
  let decision: Decision<T> | undefined;
  let failure: unknown;
  const note = (reason: unknown) => {
    failure ??= reason;
  };
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(failure ?? transaction.error); // the end says less than what led to it
  });
  readAll(transaction, places, (rows) => {
    try {
      decision = decide(rows);
      writeAll(transaction, decision, note);
      transaction.commit();
    } catch (reason) {
      note(reason);
      transaction.abort();
    }
  });
  await ended;
  assert(decision !== undefined, 'the transaction ended before its read');
  Dexie.on('storagemutated').fire(partsOf(db, [...decision.put, ...decision.add]));
  return decision.result;
}

function readAll(
  transaction: IDBTransaction,
  places: readonly RowPlace[],
  done: (rows: readonly unknown[]) => void,
): void {
  const requests = places.map(({ store, key }) => transaction.objectStore(store).get(key));
  const last = requests.at(-1);
  assert(last !== undefined, 'nothing to read');
  last.onsuccess = () => done(requests.map((request) => request.result)); // requests end in their order
}

/** A request that fails aborts the transaction by itself. */
function writeAll(
  transaction: IDBTransaction,
  { put, add }: Decision<unknown>,
  note: (reason: DOMException | null) => void,
): void {
  const request = (written: IDBRequest) => {
    written.onerror = () => note(written.error);
  };
  for (const { store, rows } of put) for (const row of rows) request(transaction.objectStore(store).put(row));
  for (const { store, rows } of add) for (const row of rows) request(transaction.objectStore(store).add(row));
}

function partsOf(db: DeviceDatabase, written: readonly RowsFor[]): ObservabilitySet {
  const parts: { [part: string]: RangeSet } = {};
  const note = (store: string, index: string, keys: readonly (IndexableType | undefined)[]) => {
    const part = `idb://${db.name}/${store}/${index}`;
    parts[part] = (parts[part] ?? new RangeSet()).addKeys(keys.filter((key) => key !== undefined));
  };
  for (const { store, rows } of written) {
    const { primKey, indexes } = db.table(store).schema;
    const keys = rows.map((row) => Dexie.getByKeyPath(row, pathOf(primKey)));
    note(store, '', keys);
    note(store, ':dels', keys);
    for (const index of indexes) {
      const values = rows.map((row) => Dexie.getByKeyPath(row, pathOf(index)));
      note(store, index.name, index.multi ? values.flat() : values);
    }
  }
  return parts;
}

function pathOf({
  name,
  keyPath,
}: {
  readonly name: string;
  readonly keyPath?: string | string[] | undefined;
}): string {
  assert(typeof keyPath === 'string', `${name} is a compound key`); // no kind has one
  return keyPath;
}

/**
 * The device's database, its stores derived from the record declarations; one module for page and worker, because
 * Dexie bumps a version by itself where two programs' schemas differ. Strict durability: what a screen calls saved
 * survives a power cut. No cache: a live query must never speak before the commit.
 *
 * A record is kept in its held form (values with clocks). A kind that is `storedWith` another is packed: all of a
 * parent's children in one row, as the columns of sync/codec.
 */
import Dexie, { type Table } from 'dexie';
import { keyValues, type RecordKind } from '../domain/kit/record.ts';
import { kinds } from '../domain/schema.ts';
import type { Held } from '../sync/change.ts';
import type { Clock } from '../sync/hlc.ts';
import type { SyncOutcome } from '../sync/ports.ts';
import type { Problem } from '../sync/problem.ts';

/** A record's row: its held form, with the parts of a natural key for the indexes. */
export interface StoredRow extends Held {
  readonly key: { readonly [field: string]: string };
}

/** All children of one parent, e.g. a session's register. */
export interface PackedRow {
  /** The parent's id. */
  readonly id: string;
  /** JSON of sync/codec's columns. */
  readonly columns: string;
}

/** One action's changes, numbered n … n + count − 1. */
export interface OutboxEntry {
  readonly n: number;
  readonly count: number;
  /** The sessions that the changes are about: for "what of this register is at the portal" and its history. */
  readonly about: readonly string[];
  /** The device's wall clock, UTC ms: for a person to read, never to order by. */
  readonly at: number;
  /** JSON of sync/codec's columns. */
  readonly columns: string;
}

export interface RefusedRow {
  readonly n: number;
  readonly kind: string;
  readonly id: string;
  readonly change: string;
  readonly problem: Problem;
  readonly at: number;
}

/** A record of a kind that this build does not know: kept whole until one that does. */
export interface AsideRow {
  readonly kind: string;
  readonly id: string;
  readonly columns: string;
}

/** Written with every commit. */
export interface SequenceRow {
  readonly id: 'sequence';
  readonly device: string;
  readonly clock: Clock | undefined;
  readonly nextN: number;
  /** Portal clock − device clock, ms, at the last exchange. */
  readonly offsetMs: number;
}

/** Written with every exchange. */
export interface ContactRow {
  readonly id: 'contact';
  readonly ackedN: number;
  readonly chain: string;
  readonly cursors: { readonly [scope: string]: number };
  readonly batchMax: number;
  /** The portal's clock, UTC ms, of the last reply that was applied. */
  readonly receivedAt: number | undefined;
  readonly outcome: { readonly at: number; readonly what: SyncOutcome } | undefined;
  readonly updateApp: boolean;
}

/** Written once, at enrolment. */
export interface IdentityRow {
  readonly id: 'identity';
  readonly device: string;
  readonly facility: string;
  readonly district: string;
  /** P-256, non-extractable: signs batches. */
  readonly signingKey: CryptoKey;
  readonly enrolledAt: number;
}

export type MetaRow = SequenceRow | ContactRow | IdentityRow;

export type DeviceDatabase = Dexie & {
  readonly meta: Table<MetaRow, string>;
  readonly outbox: Table<OutboxEntry, number>;
  readonly refused: Table<RefusedRow, number>;
  readonly aside: Table<AsideRow, [string, string]>;
};

export const databaseName = 'waystation';

/** Raised by hand with every change of the derived stores; test/store/upgrade.test.ts holds every earlier one. */
export const storeVersion = 1;

export function storesOf(allKinds: readonly RecordKind[]): { readonly [store: string]: string } {
  const derived = allKinds.map((kind) => [kind.name, storeOf(kind)] as const);
  return { ...Object.fromEntries(derived), meta: 'id', outbox: 'n,*about', refused: 'n', aside: '[kind+id]' };
}

function storeOf(kind: RecordKind): string {
  if (kind.storedWith !== undefined) return 'id';
  const paths = kind.indexes.map((field) => (kind.key.includes(field) ? `key.${field}` : `values.${field}`));
  return ['id', ...paths].join(',');
}

/** The browser's default, relaxed, loses the last seconds' acknowledged writes in a power cut. */
export const durability = 'strict';

export function openDatabase(name: string = databaseName): DeviceDatabase {
  const db = new Dexie(name, { chromeTransactionDurability: durability, cache: 'disabled' });
  db.version(storeVersion).stores(storesOf(Object.values(kinds)));
  // Another tab or a new worker wants to upgrade: let go at once, or it waits for ever.
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  return db as DeviceDatabase; // the four stores that are not derived are declared just above
}

/** The rows of a kind that is not packed. */
export function rowsOf(db: DeviceDatabase, kind: RecordKind): Table<StoredRow, string> {
  return db.table(kind.name);
}

/** The packed rows of a kind that is stored with another. */
export function packedOf(db: DeviceDatabase, kind: RecordKind): Table<PackedRow, string> {
  return db.table(kind.name);
}

export function storedRow(kind: RecordKind, held: Held): StoredRow {
  const { id, values, clock, clocks } = held;
  return { id, values, clock, clocks, key: keyValues(kind, id) };
}

export async function sequenceOf(db: DeviceDatabase): Promise<SequenceRow | undefined> {
  const row = await db.meta.get('sequence');
  return row?.id === 'sequence' ? row : undefined;
}

export async function contactOf(db: DeviceDatabase): Promise<ContactRow | undefined> {
  const row = await db.meta.get('contact');
  return row?.id === 'contact' ? row : undefined;
}

export async function identityOf(db: DeviceDatabase): Promise<IdentityRow | undefined> {
  const row = await db.meta.get('identity');
  return row?.id === 'identity' ? row : undefined;
}

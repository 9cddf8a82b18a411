/**
 * Fills the app's own database with a centre's terms, much faster than they were lived: every row is made by the app's
 * own clock, merge and codec, but put in bulk. Everything is acknowledged, and all of the outbox is still there, as in
 * the ninety days for which it is kept.
 */
import type { Edit } from '../../../src/domain/kit/edit.ts';
import { kindNamed, kinds } from '../../../src/domain/schema.ts';
import { type DeviceDatabase, type OutboxEntry, packedOf, rowsOf, storedRow } from '../../../src/store/database.ts';
import { enrolDevice, makeSigningKeys } from '../../../src/store/enrolment.ts';
import { packChildren } from '../../../src/store/packed.ts';
import type { Change, Held } from '../../../src/sync/change.ts';
import { encodeChanges } from '../../../src/sync/codec.ts';
import { type Clock, tick } from '../../../src/sync/hlc.ts';
import { mergeChange } from '../../../src/sync/merge.ts';
import { chainStart, limits } from '../../../src/sync/protocol.ts';
import { type Action, type ClassYear, catalogue, classYears } from './centre.ts';

const device = '1a';

/** The sessions' ids, in the order in which they were held. */
export async function fillStore(db: DeviceDatabase, sessions: number): Promise<readonly string[]> {
  const keys = await makeSigningKeys();
  const identity = { device, facility: '110116001-01', district: '110116', offsetMs: 0 };
  await enrolDevice(db, identity, keys.privateKey, Date.now());
  const writer = createWriter();
  const ids: string[] = [];
  await putAll(
    db,
    catalogue().map((edit) => writer.held(edit, Date.UTC(2023, 8, 1))),
  );
  for (const year of classYears(sessions)) {
    await putYear(db, year, writer);
    ids.push(...year.days.map((day) => day.id));
  }
  await db.meta.bulkPut([
    { id: 'sequence', device, clock: writer.clock(), nextN: writer.nextN(), offsetMs: 0 },
    {
      id: 'contact',
      ackedN: writer.nextN() - 1,
      chain: chainStart,
      cursors: {},
      batchMax: limits.batchChanges,
      receivedAt: Date.now(),
      outcome: undefined,
      updateApp: false,
    },
  ]);
  return ids;
}

interface Stated {
  readonly kind: string;
  readonly held: Held;
}

/** Clock and numbers, as commit keeps them. */
function createWriter() {
  let clock: Clock | undefined;
  let nextN = 1;
  const changeOf = ({ kind, id, fields }: Edit, at: number): Change => {
    clock = tick(clock, at, device);
    return { kind, id, fields, clock, base: null, by: '1' };
  };
  const heldOf = (change: Change): Stated => {
    const kind = kindNamed(change.kind);
    if (!kind) throw new Error(`no kind ${change.kind}`);
    return { kind: change.kind, held: mergeChange(kind, undefined, change).held };
  };
  return {
    clock: () => clock,
    nextN: () => nextN,
    held: (edit: Edit, at: number) => heldOf(changeOf(edit, at)),
    /** An action's records and its outbox entry. */
    act({ at, edits }: Action, about: readonly string[]) {
      const changes = edits.map((edit) => changeOf(edit, at));
      const columns = JSON.stringify(encodeChanges(changes));
      const entry: OutboxEntry = { n: nextN, count: changes.length, about, at, columns };
      nextN += changes.length;
      return { entry, states: changes.map(heldOf) };
    },
  };
}

async function putYear(db: DeviceDatabase, year: ClassYear, writer: ReturnType<typeof createWriter>): Promise<void> {
  const begun = [writer.act(year.learners, []), writer.act(year.opened, [])];
  const days = year.days.map((day) => ({
    id: day.id,
    made: writer.act(day.made, [day.id]),
    marked: day.marked.map((action) => writer.act(action, [day.id])),
  }));
  const acts = [...begun, ...days.flatMap(({ made, marked }) => [made, ...marked])];
  const registers = days.map(({ id, marked }) => {
    const children = marked.flatMap(({ states }) => states.map(({ held }) => [held.id, held] as const));
    return packChildren(kinds.attendance, id, new Map(children));
  });
  await db.transaction('rw', db.tables, async () => {
    await putAll(
      db,
      [...begun, ...days.map(({ made }) => made)].flatMap(({ states }) => states),
    );
    await packedOf(db, kinds.attendance).bulkPut(registers);
    await db.outbox.bulkPut(acts.map(({ entry }) => entry));
  });
}

async function putAll(db: DeviceDatabase, states: readonly Stated[]): Promise<void> {
  for (const kind of Object.values(kinds)) {
    const rows = states.filter((state) => state.kind === kind.name).map(({ held }) => storedRow(kind, held));
    if (rows.length > 0) await rowsOf(db, kind).bulkPut(rows);
  }
}

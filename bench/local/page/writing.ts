/**
 * The page that measures saving: one mark in a register that is half full, and a whole roll call of 40. All three
 * programs run in every round, in each of the six orders equally often and with a breath between them, so that none is
 * always the one that runs in another's wake.
 */
import type { Plan } from '../../../src/domain/kit/edit.ts';
import { type DeviceDatabase, openDatabase } from '../../../src/store/database.ts';
import { childrenOf } from '../../../src/store/queries.ts';
import { markEdit, registerSize } from './centre.ts';
import { fillStore } from './fillStore.ts';
import { commitWith, packedWriter, rowsWriter, type Save, type Task, writtenIn } from './writers.ts';

const orders = [
  ['app', 'packed', 'rows'],
  ['app', 'rows', 'packed'],
  ['packed', 'app', 'rows'],
  ['packed', 'rows', 'app'],
  ['rows', 'app', 'packed'],
  ['rows', 'packed', 'app'],
] as const;
type Program = (typeof orders)[number][number];
/** Milliseconds of every round, by program. */
export type Samples = { readonly [P in Program]: readonly number[] };

export interface WritingSamples {
  readonly mark: Samples;
  readonly rollCall: Samples;
}

/** Sessions that the store holds already: a centre's first term. */
const heldSessions = 250;
const warmUpRounds = 30;

async function measure(rounds: number): Promise<WritingSamples> {
  return {
    mark: await measureTasks('mark', rounds, (session, learners) => ({
      begun: learners.slice(0, registerSize / 2).map((learner) => markEdit(session, learner, 'present')),
      action: learners.slice(-1).map((learner) => markEdit(session, learner, 'late')),
    })),
    rollCall: await measureTasks('rollCall', rounds, (session, learners) => ({
      begun: [],
      action: learners.map((learner, i) => markEdit(session, learner, i % 9 === 4 ? 'absent' : 'present')),
    })),
  };
}

interface Scene {
  readonly begun: Plan;
  readonly action: Plan;
}

async function measureTasks(
  name: string,
  rounds: number,
  sceneOf: (session: string, learners: readonly string[]) => Scene,
): Promise<Samples> {
  const ours = await filled(`${name}-app`);
  const rehearsal = await filled(`${name}-rehearsal`);
  const twin = await filled(`${name}-packed`);
  const scenes = Array.from({ length: warmUpRounds + rounds }, (_, i) => {
    const session = `0198c0de-0000-7000-8000-${String(i).padStart(12, '0')}`;
    const learners = Array.from({ length: registerSize }, (_, at) => session.replace('c0de', `1ea${at.toString(36)}`));
    return { session, ...sceneOf(session, learners) };
  });
  for (const { begun } of scenes)
    if (begun.length > 0) for (const db of [ours, rehearsal, twin]) await commitWith(db, begun);
  const tasks: Task[] = [];
  for (const { session, action } of scenes) {
    await commitWith(rehearsal, action);
    tasks.push({ session, plan: action, written: await writtenIn(rehearsal, session) });
  }
  twin.close();
  const saves: { readonly [P in Program]: Save } = {
    app: ({ plan }) => commitWith(ours, plan),
    packed: await packedWriter(`${name}-packed`),
    rows: await rowsWriter(`${name}-rows`),
  };
  const samples: { readonly [P in Program]: number[] } = { app: [], packed: [], rows: [] };
  for (const [round, task] of tasks.entries()) {
    for (const program of orders[round % orders.length] ?? []) {
      await childrenOf(ours, 'attendance', task.session); // a register is on the screen before it is marked
      await breath();
      const ms = await timed(() => saves[program](task));
      if (round >= warmUpRounds) samples[program].push(ms);
    }
  }
  return samples;
}

async function filled(name: string): Promise<DeviceDatabase> {
  const db = openDatabase(name);
  await fillStore(db, heldSessions);
  return db;
}

const breathMs = 5;
const breath = () => new Promise((over) => setTimeout(over, breathMs));

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const rounds = Number(new URLSearchParams(location.search).get('rounds'));
Object.assign(globalThis, { measured: measure(rounds) });

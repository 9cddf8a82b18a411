// @vitest-environment node
/**
 * [X1] [X3] [M1] Anything that three tablets, their clocks and their links can do in any order: afterwards all hold the
 * same, and every change was taken once or refused once. A failing seed is printed by fast-check and shrinks.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edit, type Plan, removalOf } from '../../src/domain/kit/edit.ts';
import { canonicalText } from '../../src/domain/kit/json.ts';
import { kindNamed } from '../../src/domain/schema.ts';
import { editsOf, someDevices } from '../fixtures/arbitraries.ts';
import { type Place, scope, type World, world } from '../fixtures/facility.ts';
import type { Weather } from '../fixtures/link.ts';

type Step =
  | { readonly kind: 'write'; readonly device: number; readonly plan: Plan }
  | { readonly kind: 'sync'; readonly devices: readonly number[]; readonly weather: readonly Weather[] }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'step'; readonly device: number; readonly skewMs: number }
  | { readonly kind: 'batch'; readonly device: number; readonly max: number };

const devices = fc.nat(someDevices.length - 1);
const weathers = fc.constantFrom<Weather>(
  'fine',
  'fine',
  'cutBefore',
  'killed',
  'cutAfter',
  'twice',
  'foreign',
  'page',
);
const writable = ['teacher', 'learner', 'session', 'attendance'].flatMap((name) => kindNamed(name) ?? []);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  ...writable.map((kind) => ({ weight: 4, arbitrary: editsOf(kind) })),
  ...writable.map((kind) => ({ weight: 1, arbitrary: editsOf(kind).map(({ id }) => removalOf(kind, id)) })),
);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('write' as const),
        device: devices,
        plan: fc.array(edits, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('sync' as const),
        devices: fc.uniqueArray(devices, { minLength: 1 }),
        weather: fc.array(weathers, { maxLength: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 86_400_000 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('step' as const),
        device: devices,
        skewMs: fc.constantFrom(0, 120_000, 400_000, -120_000, 31_536_000_000, -1_700_000_000_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('batch' as const),
        device: devices,
        max: fc.integer({ min: 1, max: 5 }),
      }),
    },
  ),
  { minLength: 5, maxLength: 40 },
);

interface Tablet {
  readonly place: Place;
  readonly clock: { skewMs: number };
  /** What its coordinator did, without the stamps that may be mended. */
  readonly done: string[];
}

async function run(at: World, tablets: readonly Tablet[], step: Step): Promise<void> {
  switch (step.kind) {
    case 'write': {
      const tablet = tablets[step.device];
      if (!tablet) return;
      at.now += 1_000;
      const made = tablet.place.memory.commit(step.plan, at.now + tablet.clock.skewMs);
      tablet.done.push(...made.map(({ n, kind, id, fields }) => canonicalText({ n, kind, id, fields })));
      return;
    }
    case 'sync': {
      const chosen = step.devices.flatMap((index) => tablets[index] ?? []);
      for (const { place } of chosen) place.weather.push(...step.weather);
      await Promise.all(chosen.map(({ place }) => place.sync()));
      for (const { place } of chosen) place.weather.length = 0;
      return;
    }
    case 'wait':
      at.now += step.ms;
      return;
    case 'step': {
      const tablet = tablets[step.device];
      if (tablet) tablet.clock.skewMs = step.skewMs;
      return;
    }
    case 'batch':
      await tablets[step.device]?.place.memory.store.setBatchMax(step.max);
  }
}

test('whatever happens, everybody ends with the same, and every change was taken or refused once', async () => {
  const seen = { taken: 0, refused: 0, clashes: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const at = world();
      const tablets: readonly Tablet[] = someDevices.map((id) => {
        const clock = { skewMs: 0 };
        return { place: at.device(id, () => clock.skewMs), clock, done: [] };
      });
      for (const step of script) await run(at, tablets, step);
      // Twice: the first round brings everything to the portal, the second takes it from there to everybody.
      for (const { place } of [...tablets, ...tablets]) expect(await place.sync()).toMatchObject({ kind: 'delivered' });
      for (const { place, done } of tablets) {
        expect(place.memory.pending()).toEqual([]);
        expect(place.memory.states()).toEqual(at.portal.states(scope));
        const log = at.portal.log(place.id);
        expect(log.map(({ n, change: { kind, id, fields } }) => canonicalText({ n, kind, id, fields }))).toEqual(done);
        const refused = log.filter(({ problem }) => problem).map(({ n }) => n);
        expect(place.memory.refused().map(({ change }) => change.n)).toEqual(refused);
        seen.refused += refused.length;
        seen.taken += log.length - refused.length;
      }
      seen.clashes += at.portal.clashes().length;
    }),
    { numRuns: 150 },
  );
  expect(Math.min(seen.taken, seen.refused, seen.clashes), JSON.stringify(seen)).toBeGreaterThan(10); // it did real work
}, 60_000);

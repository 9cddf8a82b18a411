// @vitest-environment node
/** The body of a message: changes and states there and back, hostile input refused, and what a roll call weighs. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Json } from '../../src/domain/kit/json.ts';
import { kindNamed, kindNames } from '../../src/domain/schema.ts';
import type { Change } from '../../src/sync/change.ts';
import { decodeChanges, decodeStates, encodeChanges, encodeStates, itemsMax } from '../../src/sync/codec.ts';
import { formatClock } from '../../src/sync/hlc.ts';
import { depthMax, weightMax } from '../../src/sync/weight.ts';
import { changesOf, statesOf, strangeChanges } from '../fixtures/arbitraries.ts';
import { Probe } from '../fixtures/probe.ts';
import { freshRollCall } from '../fixtures/rollCall.ts';

const kinds = [Probe, ...kindNames.flatMap((name) => kindNamed(name) ?? [])];
const anyChanges = fc.array(fc.oneof(...kinds.map((kind) => changesOf(kind)), strangeChanges), { maxLength: 12 });
const anyStates = fc.array(fc.oneof(...kinds.map((kind) => statesOf(kind))), { maxLength: 12 });
const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('[C2] what was encoded is decoded, in order', () => {
  test('changes of every kind, and of kinds and fields that no build has declared', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        expect(decodeChanges(throughText(encodeChanges(changes)))).toEqual({ ok: true, value: changes });
      }),
      { numRuns: 200 },
    );
  });

  test('states with clocks apart', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        expect(decodeStates(throughText(encodeStates(states)))).toEqual({ ok: true, value: states });
      }),
      { numRuns: 200 },
    );
  });

  test('fields named like what every object has are there only where they were', () => {
    const clock = formatClock({ ms: 1, count: 0, device: 'a' });
    const texts = ['{"toString":1,"__proto__":{"x":2}}', '{"status":"late"}'];
    const changes = texts.map(
      (text, i): Change => ({
        kind: 'k',
        id: `${i}`,
        fields: JSON.parse(text) as Change['fields'],
        clock,
        base: null,
        by: '',
      }),
    );
    const decoded = decodeChanges(throughText(encodeChanges(changes)));
    expect(decoded.ok && decoded.value.map(({ fields }) => JSON.stringify(fields))).toEqual(texts);
  });
});

describe('[C3] any input is a value or a refusal', () => {
  const consoleMethods = ['log', 'warn', 'error', 'info', 'debug'] as const;
  const printed = vi.fn();
  beforeEach(() => {
    for (const method of consoleMethods) vi.spyOn(console, method).mockImplementation(printed);
  });
  afterEach(() => vi.restoreAllMocks());

  function expectBounded(input: unknown): void {
    for (const result of [decodeChanges(input), decodeStates(input)]) {
      if (result.ok) expect(result.value.length).toBeLessThanOrEqual(itemsMax);
      else expect(result.where.length).toBeLessThan(50); // not what the sender wrote, at length
    }
    expect(printed).not.toHaveBeenCalled(); // what people wrote stays out of logs
  }

  test('arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (input) => expectBounded(throughText(input))),
      { numRuns: 500 },
    );
  });

  test('a good message with anything put into any place', () => {
    fc.assert(
      fc.property(
        anyChanges,
        anyStates,
        fc.nat(),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(-1, 1.5, 1e9, 1e308)),
        (changes, states, at, value) => {
          for (const message of [encodeChanges(changes), encodeStates(states)])
            expectBounded(replaced(throughText(message) as Json, at, value as Json));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a good message cut anywhere is no message', () => {
    const text = JSON.stringify(encodeChanges(freshRollCall(3)));
    for (let length = 0; length < text.length; length++) expect(() => JSON.parse(text.slice(0, length))).toThrow();
  });

  test.each<[what: string, change: (message: { [name: string]: Json }) => Json]>([
    ['more items than a message may hold', (m) => ({ ...m, order: [0, itemsMax + 1] })],
    ['items of a group that is not there', (m) => ({ ...m, order: [1, 1] })],
    ['a group without items', (m) => ({ ...m, groups: [...(m['groups'] as Json[]), { k: 'x' }] })],
    ['a clock before time', (m) => withColumn(m, 't', { '=': -1 })],
    ['a count beyond a clock', (m) => withColumn(m, 'tc', { '=': 65_536 })],
    ['a device that is none', (m) => withColumn(m, 'td', { '=': 'A+' })],
    ['a change without a clock', (m) => withColumn(m, 't', { p: { '=': 0 }, v: { a: [] } })],
    ['an actor that is no text', (m) => withColumn(m, 'by', { '=': 7 })],
    ['an id longer than an id', (m) => withColumn(m, 'id', [{ '=': 'x'.repeat(65) }])],
    ['an id of too many parts', (m) => withColumn(m, 'id', new Array<Json>(5).fill({ '=': 'x' }))],
    [
      'more columns than a kind can have',
      (m) => withColumn(m, 'f', Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, { '=': 0 }]))),
    ],
    ['a value as deep as a stack', (m) => withColumn(m, 'f', { status: { '=': nested(depthMax + 1) } })],
  ])('%s', (_, change) => {
    const message = throughText(encodeChanges(freshRollCall(3))) as { [name: string]: Json };
    expect(decodeChanges(message).ok).toBe(true);
    expect(decodeChanges(change(message)).ok).toBe(false);
  });

  test('nesting far deeper than any stack', () => {
    const message = throughText(encodeChanges(freshRollCall(2))) as { [name: string]: Json };
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as Json;
    expect(decodeChanges(withColumn(message, 'f', { status: { '=': deep } }))).toEqual({ ok: false, where: 'weight' });
    expect(decodeChanges(deep).ok).toBe(false);
  });

  test('a small message that announces gigabytes', () => {
    const message = throughText(encodeChanges(freshRollCall(500))) as { [name: string]: Json };
    const long = 'x'.repeat(Math.ceil(weightMax / 500));
    for (const value of [long, [long], { long }])
      expect(decodeChanges(withColumn(message, 'f', { status: { '=': value } }))).toEqual({
        ok: false,
        where: 'weight',
      });
  });

  test('clocks of a state that are no clocks, or too many', () => {
    const clock = formatClock({ ms: 1, count: 0, device: 'a' });
    const state = { kind: 'learner', id: 'l', values: { card: '1' }, clock, clocks: { card: clock }, version: 1 };
    const message = throughText(encodeStates([state])) as { [name: string]: Json };
    expect(decodeStates(message).ok).toBe(true);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, clock]));
    for (const clocks of [{ card: 'yesterday' }, { card: 7 }, ['x'], many, 'x'])
      expect(decodeStates(withColumn(message, 'x', { '=': clocks })).ok, JSON.stringify(clocks).slice(0, 40)).toBe(
        false,
      );
  });
});

/**
 * What one roll call weighs on the wire, deflated: 40 marks of new learners, whose 40 random 74-bit ids alone are
 * 370 bytes that nothing can compress. 949 bytes when this was written; the limit leaves room for another zlib.
 */
test('a roll call of 40 fresh marks takes less than 1,000 bytes', () => {
  const bytes = deflateRawSync(JSON.stringify(encodeChanges(freshRollCall()))).length;
  expect(bytes).toBeLessThan(1_000);
});

function withColumn(message: { [name: string]: Json }, column: string, value: Json): { [name: string]: Json } {
  const groups = message['groups'] as readonly { [name: string]: Json }[];
  return { ...message, groups: groups.map((group, i) => (i === 0 ? { ...group, [column]: value } : group)) };
}

function nested(depth: number): Json {
  return depth === 0 ? [] : [nested(depth - 1)];
}

/** The message with its `at`-th part, counted round, replaced. */
function replaced(message: Json, at: number, value: Json): Json {
  const count = partsOf(message);
  let rest = at % count;
  const walk = (part: Json): Json => {
    if (rest-- === 0) return value;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, walk(member)]));
  };
  return walk(message);
}

function partsOf(part: Json): number {
  return typeof part === 'object' && part !== null
    ? Object.values(part).reduce<number>((sum, member) => sum + partsOf(member), 1)
    : 1;
}

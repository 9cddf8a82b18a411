/** Columns: whatever the values, they come back; whatever the input, it is values or a refusal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/domain/kit/json.ts';
import { decoded, emptyTexts, packColumn, unpackColumn } from '../../src/sync/columns.ts';

const cells = fc.option(
  fc.oneof(
    fc.constantFrom<Json>('present', 'late', '', null, true, 0, 1),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
  ),
  { nil: undefined },
);

/** Packs, sends as text, unpacks. */
function sent(values: readonly (Json | undefined)[]): unknown {
  const table = emptyTexts();
  const text = JSON.stringify({ column: packColumn(values, table), texts: table.texts });
  const received = JSON.parse(text) as { column: unknown; texts: string[] };
  return unpackColumn(received.column, values.length, received.texts, 'test');
}

describe('[C1] a column gives its values back', () => {
  test('of any mixture', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 30 }), (values) => {
        expect(sent(values)).toEqual(values);
      }),
    );
  });

  test('of integers alone, up to the largest that is exact', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.maxSafeInteger(), fc.nat(9)), { minLength: 3 }), (values) => {
        expect(sent(values)).toEqual(values);
      }),
    );
    const most = Number.MAX_SAFE_INTEGER;
    const far = [-most, most - 1, most - 2, most - 3, most - 4];
    expect(sent(far)).toEqual(far);
  });

  test('of runs and of texts', () => {
    for (const values of [
      ['a', 'a', 'a', 'b', 'b', 'b', 'b', 'a'],
      [1, 1, 1, 1, 1, 2],
      [null, null, null, null, null, 1],
      [],
    ])
      expect(sent(values)).toEqual(values);
  });
});

test('regular columns take few bytes: equal values one, even steps a few', () => {
  const table = emptyTexts();
  expect(packColumn(new Array(40).fill('present'), table)).toEqual({ '=': 'present' });
  expect(packColumn(['a', 'b', 'a'], table)).toEqual({ s: { a: [0, 1, 0] } });
  expect(packColumn([1000001, 1000002, 1000005], table)).toEqual({ '+': [1000001, 1, 3] });
  expect(packColumn(['x', undefined, undefined], table)).toEqual({ p: { a: [1, 0, 0] }, v: { '=': 'x' } });
});

describe('[C1] any input is values or a refusal, never more than announced', () => {
  const hostile = fc.oneof(
    fc.jsonValue({ maxDepth: 5 }),
    fc.letrec((tie) => ({
      column: fc.oneof(
        { maxDepth: 6 },
        fc.record({ '=': fc.jsonValue({ maxDepth: 1 }) }),
        fc.record({ r: fc.array(fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double(), fc.constant(1e9))) }),
        fc.record({ '+': fc.array(fc.oneof(fc.integer(), fc.double(), fc.constant('1'))) }),
        fc.record({ a: fc.array(fc.jsonValue({ maxDepth: 1 })) }),
        fc.record({ s: tie('column') }),
        fc.record({ p: tie('column'), v: tie('column') }),
      ),
    })).column,
  );

  test('arbitrary columns', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 6 }), (column, count) => {
        const result = decoded(() => unpackColumn(JSON.parse(JSON.stringify(column)), count, ['x', 'y'], 'test'));
        if (result.ok) expect(result.value).toHaveLength(count);
        else expect(result.where).toBe('test');
      }),
      { numRuns: 1_000 },
    );
  });

  test.each<[what: string, column: unknown]>([
    ['a run longer than the column', { r: ['x', 1e12] }],
    ['a run of a part of a value', { r: ['x', 1.5] }],
    ['a run of nothing', { r: ['x', 0, 'y', 2] }],
    ['too few runs', { r: ['x', 1] }],
    ['a value without its run', { r: ['x'] }],
    ['steps beyond exact integers', { '+': [Number.MAX_SAFE_INTEGER, 1] }],
    ['a step that is no number', { '+': [1, null] }],
    ['a text that is not in the table', { s: { a: [0, 2] } }],
    ['a text at no position', { s: { a: [0, -1] } }],
    ['a text by name', { s: { a: [0, 'length'] } }],
    ['presence that is neither', { p: { a: [1, 2] }, v: { a: ['x'] } }],
    ['fewer values than present', { p: { a: [1, 1] }, v: { a: ['x'] } }],
    ['columns within columns without end', { s: { s: { s: { s: { a: [0, 0] } } } } }],
    ['a list', ['x', 'y']],
    ['nothing', undefined],
  ])('%s is refused', (_, column) => {
    expect(decoded(() => unpackColumn(column, 2, ['x', 'y'], 'test'))).toEqual({ ok: false, where: 'test' });
  });

  test('a bug in a decoder is not taken for bad input', () => {
    expect(() =>
      decoded(() => {
        throw new Error('bug');
      }),
    ).toThrow('bug');
  });
});

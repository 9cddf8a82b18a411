/** The clock: an order of all changes that follows cause and effect, on tablets whose wall clocks lie. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clock, clockParts, formatClock, isDeviceId, later, parseClock, tick } from '../../src/sync/hlc.ts';
import { anyClocks } from '../fixtures/arbitraries.ts';

const noon = 1_795_000_000_000;
/** Wall clocks as tablets have them: 1970, next year, stepping back, with fractions of a millisecond. */
const walls = fc.oneof(
  fc.constantFrom(0, -1, 1, noon, noon - 86_400_000, noon + 31_536_000_000, Number.NaN),
  fc.double({ min: noon - 3, max: noon + 3, noNaN: true }),
  fc.integer({ min: -1000, max: 4_000_000_000_000 }),
);

describe('[H1] stamps of one device strictly rise', () => {
  test('whatever its wall clock does', () => {
    fc.assert(
      fc.property(fc.array(walls, { minLength: 2, maxLength: 40 }), (steps) => {
        const stamps: Clock[] = [];
        for (const wall of steps) stamps.push(tick(stamps.at(-1), wall, 'a1'));
        expect([...new Set(stamps)].sort()).toEqual(stamps);
      }),
    );
  });

  test('within one millisecond, fractions included', () => {
    const first = tick(tick(undefined, noon, 'a1'), noon, 'a1');
    expect(tick(first, noon + 0.5, 'a1') > first).toBe(true);
  });

  test('when 65,536 changes fall into one millisecond', () => {
    const full = formatClock({ ms: noon, count: 0xffff, device: 'a1' });
    expect(clockParts(tick(full, noon, 'a1'))).toEqual({ ms: noon + 1, count: 0, device: 'a1' });
  });
});

test('[H2] a stamp made after another was seen is later than it, whichever devices', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36 ** 9 - 2 }), fc.nat(0xffff), walls, (ms, count, wall) => {
      const seen = formatClock({ ms, count, device: 'zz' });
      expect(tick(seen, wall, 'a1') > seen).toBe(true);
    }),
  );
});

test('a device follows its wall clock where nothing it saw is later', () => {
  expect(clockParts(tick(formatClock({ ms: noon, count: 7, device: 'b' }), noon + 10, 'a1'))).toEqual({
    ms: noon + 10,
    count: 0,
    device: 'a1',
  });
});

describe('the text of a stamp', () => {
  test('gives its parts back, and orders as they do', () => {
    fc.assert(
      fc.property(anyClocks, anyClocks, (a, b) => {
        const [left, right] = [clockParts(a), clockParts(b)];
        expect(formatClock(left)).toBe(a);
        const parts =
          left.ms - right.ms ||
          left.count - right.count ||
          (left.device < right.device ? -1 : left.device > right.device ? 1 : 0);
        expect(a < b).toBe(parts < 0);
        expect(later(a, b)).toBe(parts < 0 ? b : a);
      }),
    );
  });

  test.each([
    '',
    '0mqnsn5mo0000',
    '0mqnsn5mo0000.',
    '0mqnsn5mo0000.A1',
    '0MQNSN5MO0000.a1',
    '0mqnsn5mozzzz.a1',
    '0mqnsn5mo0000.a1\n',
    ' 0mqnsn5mo0000.a1',
    '0mqnsn5mo0000.abcdefghijklm',
    7,
    null,
    undefined,
  ])('%j is no stamp', (value) => {
    expect(parseClock(value)).toBeUndefined();
  });

  test('a device has 1 to 12 small letters and digits', () => {
    expect(['a', '0', 'abcdefghijkl'].every(isDeviceId)).toBe(true);
    expect(['', 'A', 'a.b', 'abcdefghijklm', 'a\n', 7].some(isDeviceId)).toBe(false);
  });

  test('out of range is a bug, not another time', () => {
    expect(() => formatClock({ ms: -1, count: 0, device: 'a' })).toThrow('out of range');
    expect(() => formatClock({ ms: 36 ** 9, count: 0, device: 'a' })).toThrow('out of range');
    expect(() => formatClock({ ms: 0, count: 0x10000, device: 'a' })).toThrow('out of range');
  });
});

test('later than nothing is anything', () => {
  const stamp = formatClock({ ms: 1, count: 0, device: 'a' });
  expect([later(undefined, undefined), later(stamp, undefined), later(undefined, stamp)]).toEqual([
    undefined,
    stamp,
    stamp,
  ]);
});

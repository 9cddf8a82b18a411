import { expect, test } from 'vitest';
import { groupedCode, readCode } from '../../../src/app/enrol/enrolmentCode.ts';

const whole = { kind: 'whole', code: 'K7QM2P9X4W1' };

test.each([
  ['as printed', 'K7QM 2P9X 4W1'],
  ['in small letters', 'k7qm 2p9x 4w1'],
  ['without spaces', 'K7QM2P9X4W1'],
  ['with hyphens', 'K7QM-2P9X-4W1'],
  ['with an I or an L for the 1', 'K7QM2P9X4WI'],
  ['with a small l', 'k7qm2p9x4wl'],
  ['in full width', 'Ｋ７ＱＭ　２Ｐ９Ｘ　４Ｗ１'],
])('a code is understood %s', (_, typed) => {
  expect(readCode(typed)).toEqual(whole);
});

test('an O is a zero', () => {
  expect(readCode('OOOOoooo000')).toEqual({ kind: 'whole', code: '00000000000' });
});

test('a code that is too short or too long says how many characters there are', () => {
  expect(readCode('K7QM')).toEqual({ kind: 'short', typed: 4 });
  expect(readCode('K7QM2P9X4W11')).toEqual({ kind: 'short', typed: 12 });
});

test('a character that no code contains is named', () => {
  expect(readCode('K7QM2P9X4W王')).toEqual({ kind: 'strange', what: '王' });
  expect(readCode('K7QU')).toEqual({ kind: 'strange', what: 'U' });
});

test('while it is typed it stands in groups of four', () => {
  expect(groupedCode('k7qm2')).toBe('K7QM 2');
  expect(groupedCode('k7qm2p9x4w1')).toBe('K7QM 2P9X 4W1');
});

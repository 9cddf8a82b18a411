/** One text for equal values: what hashing and comparing rest on. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, isList, isObject, type Json, sameJson } from '../../../src/domain/kit/json.ts';

const values = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);

test('members in any order give the same text', () => {
  expect(canonicalText({ b: [1, { d: null, c: '𠮷' }], a: true })).toBe('{"a":true,"b":[1,{"c":"𠮷","d":null}]}');
  expect(canonicalText({ a: true, b: [1, { c: '𠮷', d: null }] })).toBe('{"a":true,"b":[1,{"c":"𠮷","d":null}]}');
});

test('the text is JSON of an equal value', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(JSON.parse(canonicalText(value))).toEqual(value);
    }),
  );
});

test('the order of a list is part of its value', () => {
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
});

test('null, absence, 0, false and the empty text differ', () => {
  const all = [null, undefined, 0, false, '', [], {}];
  for (const [i, a] of all.entries())
    for (const [k, b] of all.entries()) expect(sameJson(a, b), `${i} ${k}`).toBe(i === k);
});

test('lists and objects are told apart', () => {
  expect([isList([]), isList({}), isObject({}), isObject([]), isObject(null)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

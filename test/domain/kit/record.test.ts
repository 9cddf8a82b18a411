/** Identities: natural keys, references, and what a declaration refuses to be. */
import { describe, expect, test } from 'vitest';
import { choice, integer, optional, ref, text } from '../../../src/domain/kit/field.ts';
import {
  changeableFields,
  isIdFor,
  isIdPart,
  keyValues,
  naturalId,
  privateFields,
  record,
} from '../../../src/domain/kit/record.ts';
import { Attendance } from '../../../src/domain/records/attendance.ts';
import { Learner } from '../../../src/domain/records/learner.ts';
import { sessionId } from '../../../src/domain/records/session.ts';
import { Teacher } from '../../../src/domain/records/teacher.ts';

describe('a natural identity', () => {
  test('is its parts in order, and gives them back', () => {
    const id = naturalId(Attendance, 'class~3', 'learner-1');
    expect(id).toBe('class~3+learner-1');
    expect(keyValues(Attendance, id)).toEqual({ session: 'class~3', learner: 'learner-1' });
  });

  test('is refused with a part too few, too many, or one that could be mistaken for two', () => {
    expect(() => naturalId(Attendance, 's')).toThrow('bad key');
    expect(() => naturalId(Attendance, 's', 'l', 'x')).toThrow('bad key');
    expect(() => naturalId(Attendance, 's', 'l+m')).toThrow('bad key');
  });

  test('is told from a created one', () => {
    expect(isIdFor(Attendance, 's+l')).toBe(true);
    expect(isIdFor(Attendance, 's')).toBe(false);
    expect(isIdFor(Learner, 's+l')).toBe(false);
    expect(isIdFor(Learner, 'l')).toBe(true);
    expect(isIdFor(Learner, 7)).toBe(false);
    expect(keyValues(Learner, 'l')).toEqual({});
  });
});

test.each(['', '-a', '.', '..', 'a b', 'a+b', 'a/b', 'a\n', '三', 'x'.repeat(65), null, 7])(
  '%j is no part of an id',
  (value) => {
    expect(isIdPart(value)).toBe(false);
  },
);

test('two tablets that make a timetable apart give the n-th session one identity', () => {
  expect(sessionId('0193-c', 12)).toBe('0193-c~12');
  expect(() => sessionId('x'.repeat(63), 12)).toThrow('session id');
});

test('a change carries public fields outside the key, the sealed group where there is one, and the tombstone', () => {
  expect(changeableFields(Attendance)).toEqual(['status', 'minutes', 'sealed', 'deleted']);
  expect(privateFields(Attendance)).toEqual(['note', 'reason']);
  expect(changeableFields(Teacher)).toEqual(['kind', 'subjects', 'sealed', 'deleted']);
  const open = record('open', { n: integer({ min: 0, max: 1 }) }, { scope: 'city' });
  expect(changeableFields(open)).toEqual(['n', 'deleted']);
});

describe('a declaration', () => {
  test('of a facility is written by its devices, of the city by the portal alone', () => {
    expect(record('a', { n: choice(['x']) }, { scope: 'facility' }).writer).toBe('device');
    expect(record('a', { n: choice(['x']) }, { scope: 'city' }).writer).toBe('portal');
  });

  test('refuses an optional key, a private index and a reserved name', () => {
    expect(() => record('a', { k: optional(ref('x')) }, { key: ['k'], scope: 'city' })).toThrow('must be required');
    expect(() => record('a', { p: text({ max: 1, private: true }) }, { indexes: ['p'], scope: 'city' })).toThrow(
      'public',
    );
    expect(() => record('a', { sealed: text({ max: 1 }) }, { scope: 'city' })).toThrow('reserved');
  });
});

/** Warnings on entry: who may already be here. */
import { expect, test } from 'vitest';
import { type Candidate, likelyDuplicates } from '../../../src/domain/rules/duplicates.ts';
import { learner, learnerId } from './samples.ts';

const known = learner('k', '王伟', {
  pinyin: 'wang wei|ww',
  birthYear: 1951,
  phone: '13800138000',
  card: '42',
});
const reasons = (candidate: Candidate) => likelyDuplicates(candidate, [known]).flatMap((each) => each.reasons);

test('the same name warns, unless the years of birth say that they are two', () => {
  expect(reasons({ name: '王伟' })).toEqual(['sameName']);
  expect(reasons({ name: ' 王伟 ', birthYear: 1951 })).toEqual(['sameName', 'sameBirthYear']);
  expect(reasons({ name: '王伟', birthYear: 1980 })).toEqual([]);
});

test('one sound and one year warn: the same name is often written with another character', () => {
  expect(reasons({ name: '王玮', pinyin: 'wang wei|ww', birthYear: 1951 })).toEqual(['samePinyin', 'sameBirthYear']);
  expect(reasons({ name: '王玮', pinyin: 'wang wei|ww' })).toEqual([]);
});

test('one end of a phone warns for one surname only: families share a phone, strangers the digits', () => {
  expect(reasons({ name: '王芳', phone: '+86 138-0013-8000' })).toEqual(['samePhone']);
  expect(reasons({ name: '李芳', phone: '13800138000' })).toEqual([]);
});

test('one card warns whatever the name, and years that differ do not silence it', () => {
  expect(reasons({ name: '李芳', card: '42' })).toEqual(['sameCard']);
  expect(reasons({ name: '王伟', card: '42', birthYear: 1980 })).toEqual(['sameCard', 'sameName']);
});

test('nobody is their own duplicate, nor that of a learner merged already', () => {
  expect(likelyDuplicates(known, [known])).toEqual([]);
  expect(likelyDuplicates({ name: '王伟' }, [{ ...known, mergedInto: learnerId('x') }])).toEqual([]);
});

test('the most likely comes first', () => {
  const namesake = learner('n', '王伟');
  const found = likelyDuplicates({ name: '王伟', birthYear: 1951, card: '42' }, [namesake, known]);
  expect(found.map((each) => each.learner.id)).toEqual(['k', 'n']);
});

test('an empty name warns of nobody', () => {
  expect(reasons({ name: '' })).toEqual([]);
});

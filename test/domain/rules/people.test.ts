/** Duplicates folded into people, and the order of lists. */
import { expect, test } from 'vitest';
import { byPinyin, peopleOf, personOf } from '../../../src/domain/rules/people.ts';
import { learner, learnerId } from './samples.ts';

const merged = (id: string, into: string) => learner(id, '王伟', { mergedInto: learnerId(into) });

test('a learner who was merged is the one at the end of the chain', () => {
  const people = peopleOf([merged('a', 'b'), merged('b', 'c'), learner('c', '王伟')]);
  expect(personOf(people, learnerId('a'))).toBe('c');
  expect(personOf(people, learnerId('b'))).toBe('c');
  expect(personOf(people, learnerId('c'))).toBe('c');
});

test('learners that two tablets merged into each other are one person, the same whichever is read first', () => {
  const circle = [merged('x', 'y'), merged('y', 'z'), merged('z', 'x'), merged('w', 'z')];
  for (const learners of [circle, circle.toReversed()]) {
    const people = peopleOf(learners);
    for (const id of ['w', 'x', 'y', 'z']) expect(personOf(people, learnerId(id))).toBe('x');
  }
});

test('lists go by pinyin, then name, then id; learners without pinyin come last', () => {
  const inOrder = [
    learner('5', '欧阳娜娜', { pinyin: 'ou yang na na|oynn' }),
    learner('2', '王伟', { pinyin: 'wang wei|ww' }),
    learner('3', '王伟', { pinyin: 'wang wei|ww' }),
    learner('1', '王薇', { pinyin: 'wang wei|ww' }),
    learner('4', '章', { pinyin: 'zhang|z' }),
    learner('0', '张伟', { pinyin: 'zhang wei|zw' }),
    learner('6', '𠮷野'),
  ];
  expect(inOrder.toReversed().sort(byPinyin)).toEqual(inOrder);
});

/** Finding learners the way people type. */
import { expect, test } from 'vitest';
import { searchLearners } from '../../../src/domain/rules/learnerSearch.ts';
import { learner, learnerId } from './samples.ts';

const all = [
  learner('1', '张伟', { pinyin: 'zhang wei|zw', card: 'BJ-0042', phone: '138 0013 8000' }),
  learner('2', '王伟', { pinyin: 'wang wei|ww' }),
  learner('3', '欧阳娜娜', { pinyin: 'ou yang na na|oynn' }),
  learner('4', '吕丽', { pinyin: 'lv li|ll' }),
  learner('5', '𠮷野', { pinyin: '𠮷 ye|𠮷y' }),
  learner('6', '阿卜杜热合曼·买买提依明江', { pinyin: 'a bu du re he man mai mai ti yi ming jiang|abdrhmmmtymj' }),
  learner('7', '李A', { pinyin: 'li a|la' }),
];
const found = (query: string) => searchLearners(query, all).map((each) => each.name);

test.each([
  ['zw', '张伟'],
  ['ZW', '张伟'],
  ['zhangwei', '张伟'],
  ['zhang wei', '张伟'],
  ['zhang', '张伟'],
  ['nana', '欧阳娜娜'],
  ['ouyang', '欧阳娜娜'],
  ['lv', '吕丽'],
  ['lü', '吕丽'],
  ['lu', '吕丽'],
  ['𠮷', '𠮷野'],
  ['ye', '𠮷野'],
  ['买买提', '阿卜杜热合曼·买买提依明江'],
  ['阿卜杜热合曼・买买提', '阿卜杜热合曼·买买提依明江'],
  ['maimaiti', '阿卜杜热合曼·买买提依明江'],
  ['李a', '李A'],
  ['0042', '张伟'],
  ['bj0042', '张伟'],
  ['8000', '张伟'],
  ['13800138000', '张伟'],
])('%s finds %s', (query, name) => {
  expect(found(query)[0]).toBe(name);
});

test('the given name finds everybody who has it, better matches first', () => {
  expect(found('伟')).toEqual(['张伟', '王伟']);
  expect(found('wei')).toEqual(['张伟', '王伟']);
  expect(found('w')).toEqual(['王伟', '张伟']);
});

test('syllables are matched from their beginning, never from within', () => {
  expect(found('hang')).toEqual([]);
  expect(found('angwei')).toEqual([]);
});

test('three digits find nobody’s phone, and an empty query everybody', () => {
  expect(found('000')).toEqual([]);
  expect(found('  ')).toEqual(all.map((each) => each.name));
});

test('merged learners are found as the person they are, not twice', () => {
  const merged = learner('8', '张伟', { pinyin: 'zhang wei|zw', mergedInto: learnerId('1') });
  expect(searchLearners('zw', [...all, merged]).map((each) => each.id)).toEqual(['1']);
});

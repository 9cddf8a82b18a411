/** Pinyin of names, hazards included. */
import { expect, test } from 'vitest';
import { pinyinFor } from '../../../src/app/shell/pinyin.ts';

test.each([
  ['张伟', 'zhang wei|zw'],
  ['欧阳娜娜', 'ou yang na na|oynn'],
  ['尉迟恭', 'yu chi gong|ycg'],
  ['单雄', 'shan xiong|sx'],
  ['仇英', 'qiu ying|qy'],
  ['解缙', 'xie jin|xj'],
  ['区志', 'ou zhi|oz'],
  ['查良', 'zha liang|zl'],
  ['盖丽', 'ge li|gl'],
  ['曾国庆', 'zeng guo qing|zgq'],
  ['李䶮', 'li yan|ly'],
  ['陈龑', 'chen yan|cy'],
  ['周喆', 'zhou zhe|zz'],
  ['吕丽', 'lv li|ll'],
  ['𠮷野', '𠮷 ye|𠮷y'],
  ['李A', 'li a|la'],
  ['Anna Müller', 'anna müller|am'],
  ['阿卜杜热合曼·买买提依明江', 'a bu du re he man mai mai ti yi ming jiang|abdrhmmmtymj'],
  ['', ''],
])('%s is written %s', async (name, written) => {
  expect(await pinyinFor(name)).toBe(written);
});

test('the longest name fits the field', async () => {
  const written = await pinyinFor('庄'.repeat(40));
  expect([...written].length).toBeLessThanOrEqual(160);
  expect(written.startsWith('zhuang zhuang')).toBe(true);
});

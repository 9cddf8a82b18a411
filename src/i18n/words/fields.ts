/** What is wrong with a field that somebody is filling in, in one sentence each. */
import type { FieldErrorCode } from '../../domain/kit/parse.ts';
import { type Phrase, phrase, plural } from '../phrase.ts';

export const fieldErrorWords: { readonly [code in FieldErrorCode]: Phrase<[limit: number | undefined]> } = {
  missing: phrase('这一项要填', 'Please fill this in'),
  wrongType: phrase('填写的内容看不懂，请检查', 'This cannot be read: please check it'),
  tooLong: phrase(
    (limit) => `太长了，最多 ${limit ?? 0} 个字`,
    (limit) => `Too long: at most ${plural(limit ?? 0, 'character', 'characters')}`,
  ),
  tooSmall: phrase(
    (limit) => `太小了，最小是 ${limit ?? 0}`,
    (limit) => `Too small: at least ${limit ?? 0}`,
  ),
  tooLarge: phrase(
    (limit) => `太大了，最大是 ${limit ?? 0}`,
    (limit) => `Too large: at most ${limit ?? 0}`,
  ),
  notAllowed: phrase('不能这样填', 'This is not allowed here'),
  controlCharacters: phrase('里面有看不见的符号，请重新输入', 'It holds invisible characters: please type it again'),
  unknownField: phrase('不能这样填', 'This is not allowed here'),
};

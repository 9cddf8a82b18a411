/** Which detail tells people of one name apart. */
import { expect, test } from 'vitest';
import { phoneEnd, tellApart } from '../../../src/domain/rules/tellApart.ts';
import { learner } from './samples.ts';

const wang = (id: string, more: Parameters<typeof learner>[2] = {}) => learner(id, '王伟', more);

test('people with a name of their own need no detail', () => {
  expect(tellApart([wang('1'), learner('2', '李䶮')]).size).toBe(0);
});

test('the year of birth does where all years differ', () => {
  const details = tellApart([wang('1', { birthYear: 1951, card: '7' }), wang('2', { birthYear: 1960, card: '8' })]);
  expect([...details.values()]).toEqual([
    [{ kind: 'birthYear', value: '1951' }],
    [{ kind: 'birthYear', value: '1960' }],
  ]);
});

test('the card does where years are equal, then the end of the phone', () => {
  const cards = tellApart([wang('1', { birthYear: 1951, card: '7' }), wang('2', { birthYear: 1951, card: '8' })]);
  expect([...cards.values()].flat().map((detail) => detail.value)).toEqual(['7', '8']);
  const phones = tellApart([wang('1', { phone: '138-0013 8000' }), wang('2', { phone: '13800138001' })]);
  expect([...phones.values()].flat()).toEqual([
    { kind: 'phoneEnd', value: '8000' },
    { kind: 'phoneEnd', value: '8001' },
  ]);
});

test('where no kind serves all, everybody gets the first that is theirs alone, and who has none all that is known', () => {
  const details = tellApart([
    wang('1', { birthYear: 1951 }),
    wang('2', { birthYear: 1951, card: '8' }),
    wang('3', { birthYear: 1960 }),
    wang('4'),
  ]);
  expect([...details.values()]).toEqual([
    [{ kind: 'birthYear', value: '1951' }],
    [{ kind: 'card', value: '8' }],
    [{ kind: 'birthYear', value: '1960' }],
    [],
  ]);
});

test('a phone of fewer than four digits has no end', () => {
  expect(phoneEnd('110')).toBeUndefined();
  expect(phoneEnd(undefined)).toBeUndefined();
});

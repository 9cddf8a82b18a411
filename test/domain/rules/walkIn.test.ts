/** Walk-ins and duplicates. */
import { expect, test } from 'vitest';
import { peopleOf, personOf } from '../../../src/domain/rules/people.ts';
import { mergeDuplicate, quickAdd, unmerge } from '../../../src/domain/rules/walkIn.ts';
import { learner, learnerId, planOf, register, session, today, whyOf } from './samples.ts';

const edgeNames = ['𠮷野', '李䶮', '阿卜杜热合曼·买买提依明江', '欧阳娜娜', '李A', '单雄'];

test.each(edgeNames)('%s is added with the name alone, and marked in the same plan', (name) => {
  const plan = planOf(quickAdd(register(session(1)), 'new1', { name }, { status: 'present', today }));
  expect(plan).toEqual([
    { kind: 'learner', id: 'new1', fields: { sealed: { name } } },
    { kind: 'attendance', id: 'c1~1+new1', fields: { status: 'present', deleted: false } },
  ]);
});

test('a look-alike of the middle dot is folded on entry', () => {
  const plan = planOf(quickAdd(register(session(1)), 'new1', { name: ' 古丽・买买提 ' }, { status: 'present', today }));
  expect(plan[0]?.fields).toEqual({ sealed: { name: '古丽·买买提' } });
});

test('consent and year of birth are taken along', () => {
  const consent = { version: '2026-1', at: 1_795_000_000_000 };
  const plan = planOf(
    quickAdd(register(session(1)), 'new1', { name: '王伟', birthYear: 1951, consent }, { status: 'late', today }),
  );
  expect(plan[0]?.fields).toEqual({ consent, sealed: { name: '王伟', birthYear: 1951 } });
});

test('a blank name is refused, and so is everything that refuses a mark', () => {
  const on = register(session(1));
  expect(quickAdd(on, 'new1', { name: '  ' }, { status: 'present', today })).toEqual({
    kind: 'refused',
    why: 'invalidFields',
    errors: [{ field: 'name', code: 'missing' }],
  });
  const off = register(session(1, { status: 'cancelled' }));
  expect(whyOf(quickAdd(off, 'new1', { name: '王伟' }, { status: 'present', today }))).toBe('sessionCancelled');
});

const walkIn = learner('w', '王伟');
const known = learner('k', '王伟', { birthYear: 1951 });

test('a walk-in matched to a learner points at them; their own values stay as they are', () => {
  const plan = planOf(mergeDuplicate(walkIn.id, known.id, peopleOf([walkIn, known])));
  expect(plan).toEqual([{ kind: 'learner', id: 'w', fields: { mergedInto: 'k' } }]);
});

test('a merge goes to the end of the chain, so that chains stay short', () => {
  const other = learner('o', '王伟', { mergedInto: known.id });
  const plan = planOf(mergeDuplicate(walkIn.id, other.id, peopleOf([walkIn, known, other])));
  expect(plan[0]?.fields).toEqual({ mergedInto: 'k' });
});

test('no merge with oneself, in a circle, twice, or with the unknown', () => {
  const merged = { ...walkIn, mergedInto: known.id };
  const people = peopleOf([merged, known, learner('x', '王伟')]);
  expect(whyOf(mergeDuplicate(known.id, known.id, people))).toBe('samePerson');
  expect(whyOf(mergeDuplicate(known.id, merged.id, people))).toBe('samePerson');
  expect(whyOf(mergeDuplicate(merged.id, learnerId('x'), people))).toBe('alreadyMerged');
  expect(whyOf(mergeDuplicate(known.id, learnerId('gone'), people))).toBe('unknownLearner');
});

test('unmerging gives the learner back', () => {
  const merged = { ...walkIn, mergedInto: known.id };
  expect(planOf(unmerge(merged))).toEqual([{ kind: 'learner', id: 'w', fields: { mergedInto: null } }]);
  expect(personOf(peopleOf([walkIn, known]), walkIn.id)).toBe('w');
  expect(planOf(unmerge(walkIn))).toEqual([]);
});

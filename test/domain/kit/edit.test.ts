/** Edits: from typed rows and patches to what is written and sent. */
import { describe, expect, test } from 'vitest';
import { editOf, removalOf, sureEdit } from '../../../src/domain/kit/edit.ts';
import { Attendance } from '../../../src/domain/records/attendance.ts';
import { Learner } from '../../../src/domain/records/learner.ts';

const wang: Learner = { id: 'l1' as Learner['id'], name: '王芳', phone: '13800000000', birthYear: 1956, card: 'C-1' };

describe('an edit', () => {
  test('keeps the private fields together, apart from the others', () => {
    const edit = editOf(Learner, 'l1', undefined, { name: ' 王芳 ', phone: '138', group: 'olderPerson' });
    expect(edit).toEqual({
      ok: true,
      value: { kind: 'learner', id: 'l1', fields: { group: 'olderPerson', sealed: { name: '王芳', phone: '138' } } },
    });
  });

  test('of one private field keeps the others', () => {
    const { fields } = sureEdit(Learner, 'l1', wang, { phone: '139' });
    expect(fields).toEqual({ sealed: { name: '王芳', phone: '139', birthYear: 1956 } });
  });

  test('of a public field leaves the sealed group alone', () => {
    expect(sureEdit(Learner, 'l1', wang, { card: 'C-2' }).fields).toEqual({ card: 'C-2' });
  });

  test('with undefined clears an optional field: public ones to null, private ones out of the group', () => {
    expect(sureEdit(Learner, 'l1', wang, { card: undefined }).fields).toEqual({ card: null });
    expect(sureEdit(Learner, 'l1', wang, { phone: undefined }).fields).toEqual({
      sealed: { name: '王芳', birthYear: 1956 },
    });
  });

  test('that clears the last private field leaves an empty group, which says so', () => {
    const row = {
      id: 's+l' as Attendance['id'],
      session: 's',
      learner: 'l',
      status: 'late',
      note: 'bus',
    } as Attendance;
    expect(sureEdit(Attendance, 's+l', row, { note: undefined }).fields).toEqual({ sealed: {} });
  });

  test('cannot clear a required field, public or private', () => {
    const noName = editOf(Learner, 'l1', wang, { name: undefined });
    expect(noName).toEqual({ ok: false, errors: [{ field: 'name', code: 'missing' }] });
    const noStatus = editOf(Attendance, 's+l', undefined, { status: undefined });
    expect(noStatus).toEqual({ ok: false, errors: [{ field: 'status', code: 'missing' }] });
  });

  test('names every field that breaks a limit', () => {
    const edit = editOf(Learner, 'l1', wang, { name: '芳'.repeat(41), birthYear: 1700, card: 'a\u0000' });
    expect(edit.ok ? [] : edit.errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'birthYear tooSmall',
      'card controlCharacters',
      'name tooLong',
    ]);
  });

  test('never touches the key: it is the identity', () => {
    const { fields } = sureEdit(Attendance, 's+l', undefined, {
      status: 'present',
      learner: 'other' as Attendance['learner'],
    });
    expect(fields).toEqual({ status: 'present' });
  });

  test('of a choice that only a newer build knows is refused: it comes from a form', () => {
    const edit = editOf(Attendance, 's+l', undefined, { status: 'online' as Attendance['status'] });
    expect(edit).toEqual({ ok: false, errors: [{ field: 'status', code: 'notAllowed' }] });
  });

  test('that a rule was sure of and that breaks a limit is a bug', () => {
    expect(() => sureEdit(Learner, 'l1', wang, { name: '' })).toThrow('assertion failed: learner');
  });
});

test('a removal is a tombstone and nothing else', () => {
  expect(removalOf(Learner, 'l1')).toEqual({ kind: 'learner', id: 'l1', fields: { deleted: true } });
});

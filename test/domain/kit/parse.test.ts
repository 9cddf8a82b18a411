/** The parser of every border: what passes, what is named as wrong, and how words are kept. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCalendarDate } from '../../../src/domain/kit/calendarDate.ts';
import type { Json } from '../../../src/domain/kit/json.ts';
import { type Border, missingFields, parseChangeFields, unknownFields } from '../../../src/domain/kit/parse.ts';
import { codePoints, tidyText } from '../../../src/domain/kit/text.ts';
import { kindNamed, kindNames } from '../../../src/domain/schema.ts';
import { editsOf } from '../../fixtures/arbitraries.ts';
import { Probe } from '../../fixtures/probe.ts';

/** What the parser keeps of one value, or the codes of its complaints by field. */
function parsed(field: string, value: unknown, border: Border = 'form'): unknown {
  const result = parseChangeFields(Probe, { [field]: value }, border);
  return result.ok ? result.value[field] : result.errors.map((error) => `${error.field} ${error.code}`);
}

describe('each kind of field takes its values and names what is wrong with others', () => {
  test.each<[field: string, value: unknown, kept: unknown]>([
    ['text', 'word', 'word'],
    ['text', 7, ['text wrongType']],
    ['text', '', ['text missing']],
    ['text', '   ', ['text missing']],
    ['text', null, ['text missing']],
    ['integer', -5, -5],
    ['integer', 5, 5],
    ['integer', -6, ['integer tooSmall']],
    ['integer', 6, ['integer tooLarge']],
    ['integer', 1.5, ['integer wrongType']],
    ['integer', '1', ['integer wrongType']],
    ['integer', Number.NaN, ['integer wrongType']],
    ['integer', 2 ** 60, ['integer wrongType']],
    ['ref', 'a-b.c~1', 'a-b.c~1'],
    ['ref', 'session+learner', ['ref wrongType']],
    ['ref', '', ['ref wrongType']],
    ['ref', '../etc', ['ref wrongType']],
    ['ref', 'x'.repeat(65), ['ref wrongType']],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2026-02-29', ['date wrongType']],
    ['date', '2026-13-01', ['date wrongType']],
    ['date', '2026-1-1', ['date wrongType']],
    ['date', '1899-12-31', ['date wrongType']],
    ['date', '2026-11-24T00:00', ['date wrongType']],
    ['date', '2026-11-24\n', ['date wrongType']],
    ['time', '00:00', '00:00'],
    ['time', '23:59', '23:59'],
    ['time', '24:00', ['time wrongType']],
    ['time', '9:30', ['time wrongType']],
    ['instant', 0, 0],
    ['instant', -1, -1],
    ['instant', 8.64e15 + 1, ['instant wrongType']],
    ['instant', 0.5, ['instant wrongType']],
    ['flag', false, false],
    ['flag', 0, ['flag wrongType']],
    ['list', [], []],
    ['list', [' a ', 'b'], ['a', 'b']],
    ['list', ['a', 'b', 'c', 'd'], ['list tooLong']],
    ['list', ['a', 'toolong', 7], ['list.1 tooLong', 'list.2 wrongType']],
    ['list', 'a', ['list wrongType']],
    ['group', { from: '09:30', note: 'n' }, { from: '09:30', note: 'n' }],
    ['group', { from: '09:30', note: ' ' }, { from: '09:30' }],
    ['group', { note: 'n' }, ['group.from missing']],
    ['group', { from: '09:30', more: 1 }, ['group.more unknownField']],
    ['group', ['09:30'], ['group wrongType']],
    ['deleted', true, true],
    ['deleted', 1, ['deleted wrongType']],
    ['sealed', { name: '王芳' }, { name: '王芳' }],
    ['sealed', { name: '王芳', phone: null }, { name: '王芳' }],
    ['sealed', { phone: '1' }, ['name missing']],
    ['sealed', { name: '王芳', text: 'x' }, ['text unknownField']],
    ['sealed', null, ['sealed wrongType']],
    ['sealed', 'ciphertext', ['sealed wrongType']],
  ])('%s: %j', (field, value, kept) => {
    expect(parsed(field, value)).toEqual(kept);
    expect(parsed(field, value, 'wire')).toEqual(kept);
  });

  test('null clears an optional field', () => {
    for (const field of ['ref', 'date', 'list', 'group', 'flag']) expect(parsed(field, null), field).toBeNull();
  });

  test('a limit that was passed is told', () => {
    const result = parseChangeFields(Probe, { text: '123456789', integer: 9 }, 'form');
    expect(result).toEqual({
      ok: false,
      errors: [
        { field: 'text', code: 'tooLong', limit: 8 },
        { field: 'integer', code: 'tooLarge', limit: 5 },
      ],
    });
  });

  test('the key of a record is no field of a change', () => {
    const attendance = kindNamed('attendance');
    expect(attendance && unknownFields(attendance, { session: 's', status: 'present', name: 'x' })).toEqual([
      'session',
      'name',
    ]);
  });

  test('a private field outside the sealed group is refused', () => {
    expect(parsed('name', '王芳')).toEqual(['name unknownField']);
  });
});

describe('choices', () => {
  test('a form refuses a choice that this build does not know', () => {
    expect(parsed('choice', 'three', 'form')).toEqual(['choice notAllowed']);
  });

  test('the wire carries it: a newer tablet may know more', () => {
    expect(parsed('choice', 'three', 'wire')).toBe('three');
  });

  test('what cannot be a choice is refused on the wire too', () => {
    for (const value of ['', 'two words', '三', 'x'.repeat(65), 'a\u0000'])
      expect(parsed('choice', value, 'wire'), value).toEqual(['choice notAllowed']);
    expect(parsed('choice', 3, 'wire')).toEqual(['choice wrongType']);
  });
});

describe('words', () => {
  test('are counted in code points, so that 𠮷 counts once', () => {
    expect(parsed('text', '𠮷'.repeat(8))).toBe('𠮷'.repeat(8));
    expect(parsed('text', '𠮷'.repeat(9))).toEqual(['text tooLong']);
    expect(codePoints('𠮷野家')).toBe(3);
  });

  test('are kept in NFC, and never in NFKC, which changes names', () => {
    expect(parsed('text', 'e\u0301')).toBe('é');
    expect(parsed('text', '㍿ﬁ')).toBe('㍿ﬁ');
  });

  test('are measured after tidying', () => {
    expect(parsed('text', `   ${'e\u0301'.repeat(8)}   `)).toBe('é'.repeat(8));
  });

  test.each(['・', '•', '‧', '⋅', '･', '\u0387'])('the look-alike %s becomes the canonical middle dot', (dot) => {
    expect(parsed('text', `古丽${dot}买`)).toBe('古丽·买');
  });

  test('a full stop between Han characters is the middle dot that a keyboard lacked; elsewhere it stays', () => {
    expect(tidyText('买买提.艾力.江')).toBe('买买提·艾力·江');
    expect(tidyText('J.艾力 3.5 e.g.')).toBe('J.艾力 3.5 e.g.');
  });

  test.each([
    ['NUL', '\u0000'],
    ['tab', '\t'],
    ['carriage return', '\r'],
    ['escape', '\u001b'],
    ['C1', '\u0085'],
    ['line separator', '\u2028'],
    ['a high surrogate alone', '\ud842'],
    ['a low surrogate alone', '\udfb7'],
  ])('%s within words is refused', (_, character) => {
    expect(parsed('text', `a${character}b`)).toEqual(['text controlCharacters']);
  });

  test('tidying what is tidy changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(tidyText(tidyText(typed))).toBe(tidyText(typed));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('买', '.', '・', '·', ' ', '\u0301', '\u0387') }), (typed) => {
        expect(tidyText(tidyText(typed))).toBe(tidyText(typed));
      }),
    );
  });
});

describe('every declared kind', () => {
  test.each(kindNames)('%s: what the parser kept, it keeps again unchanged', (name) => {
    const kind = kindNamed(name);
    if (!kind) throw new Error(name);
    fc.assert(
      fc.property(editsOf(kind), (edit) => {
        for (const border of ['form', 'wire'] as const) {
          const once = parseChangeFields(kind, edit.fields, border);
          expect(once).toEqual({ ok: true, value: edit.fields });
        }
      }),
      { numRuns: 50 },
    );
  });

  test('any value at all gives a value or named errors, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kindNames, 'probe'), fc.object({ key: anyFieldName() }), (name, fields) => {
        const kind = kindNamed(name) ?? Probe;
        for (const border of ['form', 'wire'] as const) {
          const result = parseChangeFields(kind, fields, border);
          if (!result.ok) expect(result.errors.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

function anyFieldName() {
  return fc.constantFrom(
    ...Object.keys(Probe.fields),
    'sealed',
    'deleted',
    'status',
    'timetable',
    'minutes',
    '__proto__',
    'toString',
  );
}

describe('a new record', () => {
  const whole: { [field: string]: Json } = { text: 't', integer: 1, choice: 'one', sealed: { name: '王芳' } };

  test('is whole with its required fields', () => {
    expect(missingFields(Probe, whole)).toEqual([]);
  });

  test.each(Object.keys(whole))('lacks %s by name', (field) => {
    const { [field]: _, ...rest } = whole;
    expect(missingFields(Probe, rest)).toEqual([{ field, code: 'missing' }]);
    expect(missingFields(Probe, { ...rest, [field]: null }).length).toBe(field === 'sealed' ? 0 : 1);
  });
});

test('calendar dates are those of the calendar', () => {
  expect(isCalendarDate('2000-02-29')).toBe(true);
  expect(isCalendarDate('2100-02-29')).toBe(false);
  expect(isCalendarDate('２０２６-11-24')).toBe(false);
});

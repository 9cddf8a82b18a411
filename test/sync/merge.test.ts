/** Merge: equal knowledge ends in equal records, and no disagreement passes unseen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/domain/kit/json.ts';
import type { RecordKind } from '../../src/domain/kit/record.ts';
import { Attendance } from '../../src/domain/records/attendance.ts';
import { Learner } from '../../src/domain/records/learner.ts';
import { kindNamed, kindNames } from '../../src/domain/schema.ts';
import { type Change, fieldClock, type Held, isDeleted, rowOf } from '../../src/sync/change.ts';
import { type Clock, formatClock, tick } from '../../src/sync/hlc.ts';
import { type Clash, groupByBase, mergeChange, mergeHeld } from '../../src/sync/merge.ts';
import { closeClocks, someDevices, someFieldsOf } from '../fixtures/arbitraries.ts';
import { Probe } from '../fixtures/probe.ts';

const kindsAndProbe: readonly RecordKind[] = [Probe, ...kindNames.flatMap((name) => kindNamed(name) ?? [])];
const at = (ms: number, device = 'a1') => formatClock({ ms, count: 0, device });

/** Changes of one record by several devices whose stamps lie as close as stamps can, and are at times even equal. */
function changesOfOne(kind: RecordKind): fc.Arbitrary<readonly Change[]> {
  const one = fc
    .tuple(someFieldsOf(kind), closeClocks, fc.option(closeClocks))
    .map(([fields, clock, base]): Change => ({ kind: kind.name, id: 'r', fields, clock, base, by: 'x' }));
  return fc.array(one, { minLength: 1, maxLength: 8 });
}

function heldAfter(kind: RecordKind, changes: readonly Change[], start?: Held): Held {
  const held = changes.reduce<Held | undefined>((before, change) => mergeChange(kind, before, change).held, start);
  if (!held) throw new Error('no changes');
  return held;
}

function clashesOf(kind: RecordKind, changes: readonly Change[]): readonly Clash[] {
  let held: Held | undefined;
  return changes.flatMap((change) => {
    const merged = mergeChange(kind, held, change);
    held = merged.held;
    return merged.clashes;
  });
}

function mark(status: string, clock: Clock, base: Clock | null = null): Change {
  return { kind: 'attendance', id: 's+l', fields: { status }, clock, base, by: 'x' };
}

describe('[M1] equal changes end in equal records', () => {
  test.each(kindsAndProbe)('$name: in any order, with any repetition', (kind) => {
    const orders = changesOfOne(kind).chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        fc.shuffledSubarray([...changes], { minLength: changes.length }),
        fc.array(fc.constantFrom(...changes), { maxLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(orders, ([changes, shuffled, again]) => {
        expect(heldAfter(kind, [...shuffled, ...again])).toEqual(heldAfter(kind, changes));
      }),
    );
  });

  test.each(kindsAndProbe)('$name: whether changes or states were exchanged, in any grouping', (kind) => {
    fc.assert(
      fc.property(changesOfOne(kind), changesOfOne(kind), changesOfOne(kind), (x, y, z) => {
        const [a, b, c] = [heldAfter(kind, x), heldAfter(kind, y), heldAfter(kind, z)];
        const together = heldAfter(kind, [...x, ...y, ...z]);
        expect(mergeHeld(kind, mergeHeld(kind, a, b), c)).toEqual(together);
        expect(mergeHeld(kind, a, mergeHeld(kind, b, c))).toEqual(together);
        expect(mergeHeld(kind, mergeHeld(kind, c, a), b)).toEqual(together);
        expect(mergeHeld(kind, mergeHeld(kind, a, a), a)).toEqual(a);
        expect(mergeHeld(kind, undefined, a)).toEqual(a);
        expect(heldAfter(kind, z, mergeHeld(kind, a, b))).toEqual(together);
      }),
    );
  });

  test('a list that is merged as a set is sorted from its first value on', () => {
    const change = { kind: 'probe', id: 'r', fields: { union: ['c', 'a', 'c'] }, clock: at(1), base: null, by: 'x' };
    expect(heldAfter(Probe, [change]).values).toEqual({ union: ['a', 'c'] });
    expect(heldAfter(Probe, [change, change]).values).toEqual({ union: ['a', 'c'] });
  });

  test('fields named like what every object has are fields like others', () => {
    const strange = JSON.parse('{"__proto__":{"x":1},"constructor":1,"toString":null}') as Change['fields'];
    const change = { kind: 'learner', id: 'r', fields: strange, clock: at(1), base: null, by: 'x' };
    const held = heldAfter(Learner, [change, change]);
    expect(JSON.stringify(held.values)).toBe(JSON.stringify(strange));
    expect(fieldClock({ ...held, values: {} }, 'toString')).toBeUndefined();
  });

  test('a state or a change without values leaves the record as it was', () => {
    const empty: Held = { id: 'r', values: {}, clock: at(9), clocks: {} };
    const held = heldAfter(Attendance, [mark('late', at(1))]);
    expect(mergeHeld(Attendance, held, empty)).toMatchObject({ values: { status: 'late' }, clock: at(1) });
    expect(mergeHeld(Attendance, undefined, empty)).toEqual(empty);
  });
});

describe('[M2] the later clock wins, field by field', () => {
  const fields = (values: { [field: string]: Json }, clock: Clock): Change => ({
    kind: 'probe',
    id: 'r',
    fields: values,
    clock,
    base: null,
    by: 'x',
  });

  test('a phone number survives that someone else corrected the card', () => {
    const card = { ...fields({ card: 'C-2' }, at(2, 'b2')), kind: 'learner' };
    const sealed = { ...fields({ sealed: { name: '王芳', phone: '139' }, card: 'C-1' }, at(1)), kind: 'learner' };
    expect(rowOf(Learner, heldAfter(Learner, [card, sealed]))).toEqual({
      id: 'r',
      name: '王芳',
      phone: '139',
      card: 'C-2',
    });
  });

  test('equal times are decided by the device, for everybody alike', () => {
    const [a, b] = [fields({ text: 'a' }, at(1, 'a1')), fields({ text: 'b' }, at(1, 'b2'))];
    expect(heldAfter(Probe, [a, b]).values).toEqual({ text: 'b' });
    expect(heldAfter(Probe, [b, a]).values).toEqual({ text: 'b' });
  });

  test.each([
    ['first: the earlier value stays', 'first', 'south', 'north', 'south'],
    ['max: the greater value stays, though it is older', 'max', 9, 3, 9],
    ['max: a value beats none', 'max', null, 3, 3],
    ['max: of dates the latest', 'latest', '2026-11-24', '2026-02-01', '2026-11-24'],
    ['union: everything that anybody named', 'union', ['c', 'a'], ['b', 'a'], ['a', 'b', 'c']],
    ['union: clearing adds nothing', 'union', ['c'], null, ['c']],
  ])('%s', (_, field, older, newer, kept) => {
    const changes = [fields({ [field]: older }, at(1)), fields({ [field]: newer }, at(2, 'b2'))];
    expect(heldAfter(Probe, changes).values).toEqual({ [field]: kept });
    expect(heldAfter(Probe, changes.toReversed()).values).toEqual({ [field]: kept });
  });

  test('the private fields are one value', () => {
    const older = fields({ sealed: { name: '王芳', phone: '1' } }, at(1));
    const newer = fields({ sealed: { name: '王方' } }, at(2));
    expect(heldAfter(Probe, [newer, older]).values).toEqual({ sealed: { name: '王方' } });
  });

  test('a tombstone hides the record and keeps its values; a later taking back shows it again', () => {
    const changes = [mark('late', at(1)), { ...mark('', at(3)), fields: { deleted: true } }, mark('present', at(2))];
    const held = heldAfter(Attendance, changes);
    expect([isDeleted(held), held.values]).toEqual([true, { status: 'present', deleted: true }]);
    expect(isDeleted(heldAfter(Attendance, [{ ...mark('', at(4)), fields: { deleted: false } }], held))).toBe(false);
  });
});

describe('[M3] who wrote blind to each other is told', () => {
  const early = mark('absent', at(1, 'a1'));
  const late = mark('present', at(2, 'b2'));

  test('whichever change comes first, with the value that was kept and the one that was not', () => {
    const clash = {
      kind: 'attendance',
      id: 's+l',
      field: 'status',
      kept: 'present',
      keptClock: late.clock,
      other: 'absent',
      otherClock: early.clock,
    };
    expect(clashesOf(Attendance, [early, late])).toEqual([clash]);
    expect(clashesOf(Attendance, [late, early])).toEqual([clash]);
  });

  test('not when they wrote the same', () => {
    expect(clashesOf(Attendance, [early, { ...late, fields: early.fields }])).toEqual([]);
  });

  test('not when the second saw the first', () => {
    expect(clashesOf(Attendance, [early, { ...late, base: early.clock }])).toEqual([]);
  });

  test('not for a change that comes twice', () => {
    expect(clashesOf(Attendance, [early, early])).toEqual([]);
    expect(clashesOf(Attendance, [early, late, late])).toHaveLength(1);
  });

  test('only of the fields that both wrote', () => {
    const minutes = { ...late, fields: { minutes: 30 } };
    expect(clashesOf(Attendance, [early, minutes])).toEqual([]);
    expect(
      clashesOf(Attendance, [early, { ...late, fields: { minutes: 30, status: 'late' } }]).map(({ field }) => field),
    ).toEqual(['status']);
  });

  test('also when one of the two deleted the record anew, or cleared the field', () => {
    const cleared = { ...late, fields: { minutes: null } };
    expect(clashesOf(Attendance, [{ ...early, fields: { minutes: 30 } }, cleared])).toHaveLength(1);
    const [removed, restored] = [
      { ...early, fields: { deleted: true } },
      { ...late, fields: { deleted: false } },
    ];
    expect(clashesOf(Attendance, [removed, restored])).toHaveLength(1);
  });

  test('not where the policy keeps both, or neither can be wrong', () => {
    const write = (values: Change['fields'], clock: Clock) => ({ ...early, kind: 'probe', fields: values, clock });
    for (const [field, a, b] of [
      ['union', ['a'], ['b']],
      ['max', 1, 2],
      ['first', 'north', 'south'],
    ] as const)
      expect(clashesOf(Probe, [write({ [field]: a }, at(1)), write({ [field]: b }, at(2, 'b2'))]), field).toEqual([]);
  });

  test('never between the edits of one device, also where one between was refused', () => {
    const [first, second, third] = [mark('absent', at(1)), mark('late', at(2), at(1)), mark('present', at(3), at(2))];
    expect(clashesOf(Attendance, [first, second, third])).toEqual([]);
    expect(clashesOf(Attendance, [first, third])).toEqual([]);
  });

  test('never among writers who each saw what they replaced', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...someDevices), someFieldsOf(Probe), fc.nat(3)), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(steps, (writes) => {
        let held: Held | undefined;
        let last: Clock | undefined;
        for (const [device, fields, wall] of writes) {
          for (const { fields: group, base } of groupByBase(held, fields)) {
            last = tick(last, wall, device);
            const merged = mergeChange(Probe, held, {
              kind: 'probe',
              id: 'r',
              fields: group,
              clock: last,
              base,
              by: '',
            });
            expect(merged.clashes).toEqual([]);
            held = merged.held;
          }
        }
      }),
    );
  });
});

describe('the fields of an edit', () => {
  test('of a new record are one change without a past', () => {
    expect(groupByBase(undefined, { status: 'late', minutes: 5 })).toEqual([
      { fields: { status: 'late', minutes: 5 }, base: null },
    ]);
  });

  test('go into one change for each past that they replace', () => {
    const held = heldAfter(Attendance, [
      { ...mark('late', at(1)), fields: { status: 'late', minutes: 5 } },
      mark('present', at(2), at(1)),
    ]);
    expect(groupByBase(held, { status: 'absent', minutes: null, sealed: {} })).toEqual([
      { fields: { status: 'absent' }, base: at(2) },
      { fields: { minutes: null }, base: at(1) },
      { fields: { sealed: {} }, base: null },
    ]);
  });
});

test('a row has the key, the opened private fields, and nothing that was cleared', () => {
  const held: Held = {
    id: 's+l',
    values: { status: 'late', minutes: null, sealed: { note: 'bus' }, deleted: false },
    clock: at(1),
    clocks: {},
  };
  expect(rowOf(Attendance, held)).toEqual({ id: 's+l', session: 's', learner: 'l', status: 'late', note: 'bus' });
});

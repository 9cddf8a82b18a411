// @vitest-environment node
/** Tablets whose clocks run ahead: corrected by the portal without losing a change or its order. */
import { describe, expect, test } from 'vitest';
import { clockParts, formatClock } from '../../src/sync/hlc.ts';
import { limits } from '../../src/sync/protocol.ts';
import { learner, learners, mark, scope, session, world } from '../fixtures/facility.ts';

describe('a clock that runs ahead', () => {
  const year = 365 * 86_400_000;

  test('is corrected by the portal, the order of the changes stays, and they arrive', async () => {
    const at = world();
    const a = at.device('a1', () => year);
    a.write(session());
    a.write(learners(2));
    a.write(mark('l1', 'absent'));
    a.write(mark('l1', 'present'));
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 5, refused: 0 });
    const clocks = at.portal.log('a1').map(({ change: { clock } }) => clock);
    expect(clocks).toEqual([...new Set(clocks)].sort());
    expect(
      clockParts(clocks.at(-1) ?? clocks[0] ?? formatClock({ ms: 0, count: 0, device: 'x' })).ms,
    ).toBeLessThanOrEqual(at.now);
    expect(at.portal.states(scope)).toEqual(a.memory.states());
    expect(at.portal.states(scope).get('attendance/s1+l1')?.values).toEqual({ status: 'present' });
    expect(at.portal.clashes()).toEqual([]);
  });

  test('is known from then on', async () => {
    const at = world();
    const a = at.device('a1', () => year);
    await a.sync();
    a.write(learner('l1'));
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 1 });
    expect(a.requests()).toBe(2);
  });

  test('does not restamp what may have been taken within the tolerance', async () => {
    const at = world();
    const a = at.device('a1', () => limits.clockAheadMs - 60_000);
    a.write(learner('l1'));
    a.weather.push('cutAfter');
    await a.sync();
    a.memory.commit(learner('l2'), at.now + 2 * limits.clockAheadMs);
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 2 });
    expect(at.portal.states(scope)).toEqual(a.memory.states());
  });

  test('does not win against what others write afterwards', async () => {
    const at = world();
    const [a, b] = [at.device('a1', () => year), at.device('b2')];
    b.write([...session(), ...learner('l1')]);
    await b.sync();
    await a.sync();
    a.memory.commit(mark('l1', 'late'), at.now + 2 * year);
    await a.sync();
    await b.sync();
    b.write(mark('l1', 'present'));
    await b.sync();
    await a.sync();
    expect(a.memory.held('attendance', 's1+l1')?.values).toEqual({ status: 'present' });
    expect(at.portal.clashes()).toEqual([]);
  });
});

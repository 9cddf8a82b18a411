/** Closing and reopening a roll call, and counting heads. */
import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/rules/calendar.ts';
import { closeRollCall, reopen, setHeadcount } from '../../../src/domain/rules/closing.ts';
import { mark, planOf, session, today, whyOf } from './samples.ts';

const closedAt = 1_795_000_000_000;
const closed = session(1, { status: 'held', closedAt });

test('closing says when, and that the session was held; nothing else is written', () => {
  const plan = planOf(closeRollCall(session(1), closedAt, today));
  expect(plan).toEqual([{ kind: 'session', id: 'c1~1', fields: { status: 'held', closedAt } }]);
  expect(planOf(closeRollCall(closed, closedAt + 1, today))).toEqual([]);
});

test('a session of tomorrow or a cancelled one is not closed', () => {
  expect(whyOf(closeRollCall(session(1, { date: addDays(today, 1) }), closedAt, today))).toBe('inFuture');
  expect(whyOf(closeRollCall(session(1, { status: 'cancelled' }), closedAt, today))).toBe('sessionCancelled');
});

test('a roll call that is opened again was held if anybody is marked, else it is planned again', () => {
  expect(planOf(reopen(closed, [mark(closed, 'a', 'absent')]))[0]?.fields).toEqual({ closedAt: null, status: 'held' });
  expect(planOf(reopen(closed, []))[0]?.fields).toEqual({ closedAt: null, status: 'planned' });
  expect(planOf(reopen({ ...closed, headcount: 200 }, []))[0]?.fields).toEqual({ closedAt: null, status: 'held' });
  expect(planOf(reopen(session(1), []))).toEqual([]);
});

test('heads are counted while the roll call is open', () => {
  expect(planOf(setHeadcount(session(1), 120, today))[0]?.fields).toEqual({ headcount: 120 });
  expect(planOf(setHeadcount(session(1, { headcount: 120 }), undefined, today))[0]?.fields).toEqual({
    headcount: null,
  });
  expect(whyOf(setHeadcount(closed, 120, today))).toBe('rollCallClosed');
  expect(whyOf(setHeadcount(session(1), 20_001, today))).toBe('invalidFields');
  expect(whyOf(setHeadcount(session(1), -1, today))).toBe('invalidFields');
});

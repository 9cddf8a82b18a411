/** A mark and a clearing that were made apart, through the real merge. */
import { expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/kit/edit.ts';
import { Attendance } from '../../../src/domain/records/attendance.ts';
import { clearMark, markAttendance } from '../../../src/domain/rules/rollCall.ts';
import type { Change, Held } from '../../../src/sync/change.ts';
import { formatClock } from '../../../src/sync/hlc.ts';
import { mergeChange } from '../../../src/sync/merge.ts';
import { learnerId, mark, planOf, register, session, today } from './samples.ts';

const zhang = learnerId('zhang');
const open = session(1);

test('of a mark and a clearing made apart on two tablets the later one holds, whichever arrives first', () => {
  const stamped = (edits: Plan, ms: number, device: string): readonly Change[] =>
    edits.map((edit) => ({ ...edit, clock: formatClock({ ms, count: 0, device }), base: null, by: '1' }));
  const before = register(open, [mark(open, 'zhang', 'late')]);
  const first = stamped(planOf(markAttendance(register(open), { learner: zhang, status: 'late', today })), 1, 'a');
  const cleared = stamped(planOf(clearMark(before, { learner: zhang })), 2, 'b');
  const marked = stamped(planOf(markAttendance(before, { learner: zhang, status: 'present', today })), 3, 'a');
  for (const order of [
    [first, cleared, marked],
    [marked, cleared, first],
  ]) {
    const held = order
      .flat()
      .reduce<Held | undefined>((now, change) => mergeChange(Attendance, now, change).held, undefined);
    expect(held?.values).toMatchObject({ status: 'present', deleted: false });
  }
});

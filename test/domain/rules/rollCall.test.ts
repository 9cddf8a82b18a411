/** Marking, filling, clearing and undoing, judged and merged for real. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttendanceStatus, attendanceStatuses } from '../../../src/domain/records/attendance.ts';
import { addDays } from '../../../src/domain/rules/calendar.ts';
import { counts, markOf, type Register } from '../../../src/domain/rules/register.ts';
import { clearMark, cycle, fillBlanks, markAttendance, setMinutes, undo } from '../../../src/domain/rules/rollCall.ts';
import { desk, learner, learnerId, mark, planOf, register, session, today, whyOf } from './samples.ts';

const zhang = learnerId('zhang');
const open = session(1);
const closed = session(1, { status: 'held', closedAt: 1_795_000_000_000 });

test('a tap marks; a mark that is already so writes nothing', () => {
  const paper = desk(open);
  paper.write(markAttendance(paper.read(), { learner: zhang, status: 'present', today }));
  expect(markOf(paper.read(), zhang)?.status).toBe('present');
  expect(planOf(markAttendance(paper.read(), { learner: zhang, status: 'present', today }))).toEqual([]);
});

test('taps go from not taken to present, late, absent and round again', () => {
  expect(cycle(undefined)).toBe('present');
  expect(cycle('present')).toBe('late');
  expect(cycle('late')).toBe('absent');
  expect(cycle('absent')).toBe('present');
});

test('taps never reach excused and left early, and begin again from them', () => {
  expect(cycle('excused')).toBe('present');
  expect(cycle('leftEarly')).toBe('present');
});

test('the order of taps can be another', () => {
  const order: readonly AttendanceStatus[] = ['present', 'absent'];
  expect(cycle('present', order)).toBe('absent');
  expect(cycle('absent', order)).toBe('present');
  expect(cycle('late', order)).toBe('present');
});

test('a new status drops the minutes of the old one and keeps the remark', () => {
  const before = register(open, [mark(open, 'zhang', 'late', { minutes: 60, note: '公交晚点' })]);
  const [edit] = planOf(markAttendance(before, { learner: zhang, status: 'present', today }));
  expect(edit?.fields).toEqual({ status: 'present', minutes: null, deleted: false });
});

test('a remark is written beside the mark, tidied, and taken off by an empty one', () => {
  const paper = desk(open);
  paper.write(markAttendance(paper.read(), { learner: zhang, status: 'excused', note: ' 住院 ', today }));
  expect(markOf(paper.read(), zhang)?.note).toBe('住院');
  paper.write(markAttendance(paper.read(), { learner: zhang, status: 'excused', note: '', today }));
  expect(markOf(paper.read(), zhang)).toEqual({ ...mark(open, 'zhang', 'excused') });
});

test('a remark that is too long is refused with its limit', () => {
  const outcome = markAttendance(register(open), { learner: zhang, status: 'excused', note: '长'.repeat(201), today });
  expect(outcome).toEqual({
    kind: 'refused',
    why: 'invalidFields',
    errors: [{ field: 'note', code: 'tooLong', limit: 200 }],
  });
});

test('a cancelled session takes no marks, and gives none back', () => {
  const off = register(session(1, { status: 'cancelled' }), [mark(open, 'zhang', 'excused')]);
  expect(whyOf(markAttendance(off, { learner: zhang, status: 'present', today }))).toBe('sessionCancelled');
  expect(whyOf(fillBlanks(off, [{ id: learnerId('li') }], 'present', { today }))).toBe('sessionCancelled');
  expect(whyOf(clearMark(off, { learner: zhang }))).toBe('sessionCancelled');
});

test('a session of tomorrow takes apologies only, which may be withdrawn', () => {
  const paper = desk(session(1, { date: addDays(today, 1) }));
  expect(whyOf(markAttendance(paper.read(), { learner: zhang, status: 'present', today }))).toBe('inFuture');
  expect(whyOf(fillBlanks(paper.read(), [{ id: zhang }], 'present', { today }))).toBe('inFuture');
  paper.write(markAttendance(paper.read(), { learner: zhang, status: 'excused', today }));
  expect(markOf(paper.read(), zhang)?.status).toBe('excused');
  paper.write(clearMark(paper.read(), { learner: zhang }));
  expect(markOf(paper.read(), zhang)).toBeUndefined();
});

test('a closed roll call is corrected with a reason only', () => {
  const paper = desk(closed);
  expect(whyOf(markAttendance(paper.read(), { learner: zhang, status: 'absent', today }))).toBe('reasonNeeded');
  expect(whyOf(markAttendance(paper.read(), { learner: zhang, status: 'absent', reason: '  ', today }))).toBe(
    'reasonNeeded',
  );
  paper.write(markAttendance(paper.read(), { learner: zhang, status: 'absent', reason: '点错了', today }));
  expect(markOf(paper.read(), zhang)).toEqual(mark(closed, 'zhang', 'absent', { reason: '点错了' }));
  expect(whyOf(setMinutes(paper.read(), { learner: zhang, minutes: 5, today }))).toBe('notThere');
  expect(whyOf(clearMark(paper.read(), { learner: zhang }))).toBe('reasonNeeded');
  expect(whyOf(undo(paper.read(), [{ learner: zhang, previous: undefined }]))).toBe('reasonNeeded');
  expect(whyOf(fillBlanks(paper.read(), [{ id: learnerId('li') }], 'present', { today }))).toBe('reasonNeeded');
});

test('clearing a mark of a closed roll call leaves its reason in the history', () => {
  const before = register(closed, [mark(closed, 'zhang', 'absent', { note: '雨' })]);
  const [edit] = planOf(clearMark(before, { learner: zhang, reason: '当天没有点名' }));
  expect(edit?.fields).toEqual({ sealed: { note: '雨', reason: '当天没有点名' }, deleted: true });
});

test('a change in a roll call that was opened again drops the reason of an earlier correction', () => {
  const before = register(open, [mark(open, 'zhang', 'absent', { reason: '点错了' })]);
  const [edit] = planOf(markAttendance(before, { learner: zhang, status: 'present', today }));
  expect(edit?.fields).toEqual({ status: 'present', sealed: {}, deleted: false });
});

test('a cleared mark is not taken; marking again brings back nothing of it', () => {
  const paper = desk(open);
  paper.write(markAttendance(paper.read(), { learner: zhang, status: 'late', minutes: 30, note: '雪', today }));
  paper.write(clearMark(paper.read(), { learner: zhang }));
  expect(markOf(paper.read(), zhang)).toBeUndefined();
  paper.write(markAttendance(paper.read(), { learner: zhang, status: 'present', today }));
  expect(paper.read().marks).toEqual([mark(open, 'zhang', 'present')]);
});

test('minutes are those of people who were there, and no more than the session’s', () => {
  const late = register(open, [mark(open, 'zhang', 'late')]);
  expect(planOf(setMinutes(late, { learner: zhang, minutes: 45, today }))[0]?.fields).toEqual({
    minutes: 45,
    deleted: false,
  });
  expect(whyOf(setMinutes(late, { learner: zhang, minutes: 91, today }))).toBe('moreThanSession');
  expect(whyOf(setMinutes(late, { learner: zhang, minutes: -1, today }))).toBe('invalidFields');
  expect(whyOf(setMinutes(register(open), { learner: zhang, minutes: 45, today }))).toBe('notThere');
  expect(whyOf(markAttendance(late, { learner: zhang, status: 'absent', minutes: 1, today }))).toBe('notThere');
  const short = register(open, [mark(open, 'zhang', 'late', { minutes: 45 })]);
  expect(planOf(setMinutes(short, { learner: zhang, minutes: undefined, today }))[0]?.fields).toEqual({
    minutes: null,
    deleted: false,
  });
});

test('a mark on a duplicate is the person’s: it is changed where it lies, and cleared with theirs', () => {
  const twin = learner('twin', '张伟', { mergedInto: zhang });
  const before = register(open, [mark(open, 'twin', 'present')], [learner('zhang', '张伟'), twin]);
  expect(markOf(before, zhang)?.status).toBe('present');
  const changed = planOf(markAttendance(before, { learner: zhang, status: 'late', today }));
  expect(changed.map((edit) => edit.id)).toEqual([mark(open, 'twin', 'late').id]);
  const both = { ...before, marks: [...before.marks, mark(open, 'zhang', 'absent')] };
  expect(markOf(both, learnerId('twin'))?.status).toBe('absent');
  expect(planOf(clearMark(both, { learner: zhang })).map((edit) => edit.fields)).toEqual([
    { deleted: true },
    { deleted: true },
  ]);
});

test('undo back to a mark on a duplicate clears the person’s own, which would hide it', () => {
  const twin = learner('twin', '张伟', { mergedInto: zhang });
  const paper = desk(
    open,
    [learner('zhang', '张伟'), twin],
    [mark(open, 'twin', 'late'), mark(open, 'zhang', 'absent')],
  );
  const previous = mark(open, 'twin', 'late');
  paper.write(undo(paper.read(), [{ learner: zhang, previous }]));
  expect(markOf(paper.read(), zhang)).toEqual(previous);
});

const people = ['a', 'b', 'c', 'd', 'e'].map((id) => learner(id, id));
const folded = [...people, learner('a2', 'a', { mergedInto: learnerId('a') })];
const anyone = fc.constantFrom(...folded.map((each) => each.id));
const anyStatus = fc.constantFrom(...attendanceStatuses);
const anyAction = fc.oneof(
  fc.record({
    do: fc.constant('mark' as const),
    learner: anyone,
    status: anyStatus,
    note: fc.option(fc.constant('注')),
  }),
  fc.record({ do: fc.constant('minutes' as const), learner: anyone, minutes: fc.integer({ min: 0, max: 90 }) }),
  fc.record({ do: fc.constant('clear' as const), learner: anyone }),
  fc.record({ do: fc.constant('fill' as const), status: anyStatus }),
);
/** Marks from before a2 was found to be a. */
const anyMarks = fc.subarray([mark(open, 'a2', 'late', { minutes: 30 }), mark(open, 'a', 'absent', { note: '病' })]);
type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;

function outcomeOf(action: Action, paper: Register, reason?: string) {
  const context = { today, ...(reason === undefined ? {} : { reason }) };
  switch (action.do) {
    case 'mark': {
      const note = action.note === null ? {} : { note: action.note };
      return markAttendance(paper, { learner: action.learner, status: action.status, ...note, ...context });
    }
    case 'minutes':
      return setMinutes(paper, { learner: action.learner, minutes: action.minutes, ...context });
    case 'clear':
      return clearMark(paper, { learner: action.learner, ...(reason === undefined ? {} : { reason }) });
    case 'fill':
      return fillBlanks(paper, people, action.status, context);
  }
}

const shown = (paper: Register) => people.map((each) => markOf(paper, each.id));

test('filling blanks never changes a mark that exists, and leaves nobody blank', () => {
  fc.assert(
    fc.property(anyMarks, fc.array(anyAction, { maxLength: 12 }), anyStatus, (marks, actions, status) => {
      const paper = desk(open, folded, marks);
      for (const action of actions) {
        const outcome = outcomeOf(action, paper.read());
        if (outcome.kind === 'plan') paper.write(outcome);
      }
      const before = shown(paper.read());
      paper.write(fillBlanks(paper.read(), people, status, { today }));
      shown(paper.read()).forEach((after, i) => {
        if (before[i]) expect(after).toEqual(before[i]);
        else expect(after?.status).toBe(status);
      });
    }),
  );
});

test('undo after any action gives back what the roll call showed before it', () => {
  let undone = 0;
  fc.assert(
    fc.property(anyMarks, fc.array(anyAction, { maxLength: 12 }), anyAction, (marks, actions, last) => {
      const paper = desk(open, folded, marks);
      for (const action of actions) {
        const outcome = outcomeOf(action, paper.read());
        if (outcome.kind === 'plan') paper.write(outcome);
      }
      const before = shown(paper.read());
      const outcome = outcomeOf(last, paper.read());
      if (outcome.kind === 'refused') return;
      paper.write(outcome);
      if (outcome.plan.length > 0) undone += 1;
      paper.write(
        undo(
          paper.read(),
          people.map((each, i) => ({ learner: each.id, previous: before[i] })),
        ),
      );
      expect(shown(paper.read())).toEqual(before);
    }),
  );
  expect(undone).toBeGreaterThan(20);
});

test('undo in a closed roll call is a correction: all is given back but the reason, which is its own', () => {
  fc.assert(
    fc.property(anyMarks, fc.array(anyAction, { maxLength: 8 }), anyAction, (marks, actions, last) => {
      const paper = desk(closed, folded, marks);
      for (const action of actions) {
        const outcome = outcomeOf(action, paper.read(), '更正');
        if (outcome.kind === 'plan') paper.write(outcome);
      }
      const before = shown(paper.read());
      const outcome = outcomeOf(last, paper.read(), '误点');
      if (outcome.kind === 'refused') return;
      paper.write(outcome);
      const steps = people.map((each, i) => ({ learner: each.id, previous: before[i] }));
      paper.write(undo(paper.read(), steps, '撤销'));
      const facts = (marks: readonly ReturnType<typeof markOf>[]) =>
        marks.map((each) => each && { ...each, reason: undefined });
      expect(facts(shown(paper.read()))).toEqual(facts(before));
    }),
  );
});

test('the counts of the expected add up to them, and the people in the room to the total', () => {
  fc.assert(
    fc.property(
      fc.array(anyAction, { maxLength: 12 }),
      fc.subarray(people),
      fc.option(fc.nat(100), { nil: undefined }),
      (actions, expected, headcount) => {
        const paper = desk(headcount === undefined ? open : { ...open, headcount }, folded);
        for (const action of actions) {
          const outcome = outcomeOf(action, paper.read());
          if (outcome.kind === 'plan') paper.write(outcome);
        }
        const bar = counts(paper.read(), expected);
        const sum = bar.present + bar.late + bar.leftEarly + bar.excused + bar.absent + bar.notTaken;
        expect(sum).toBe(expected.length);
        expect(bar.expected).toBe(expected.length);
        expect(bar.total).toBe(bar.present + bar.late + bar.leftEarly + bar.visitors);
        const everybody = counts(paper.read(), people);
        expect(bar.total).toBe(everybody.total);
      },
    ),
  );
});

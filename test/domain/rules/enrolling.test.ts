import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../src/domain/rules/calendar.ts';
import { enrolLearners, moveUp, placesLeft, withdraw } from '../../../src/domain/rules/enrolling.ts';
import { peopleOf } from '../../../src/domain/rules/people.ts';
import { enrolment, learner, learnerId, planOf, run, today, whyOf } from './samples.ts';

const people = peopleOf([learner('a', '张伟'), learner('b', '王伟'), learner('c', '李䶮'), learner('d', '陈龑')]);

describe('places in a class', () => {
  test('go to people in their order; whoever comes after the last one waits', () => {
    const places = { run: run({ capacity: 2 }), enrolments: [enrolment('a')], people };
    const plan = planOf(enrolLearners(places, ['b', 'c'].map(learnerId), today));
    expect(plan.map(({ id, fields }) => [id, fields['status']])).toEqual([
      ['c1+b', 'active'],
      ['c1+c', 'waiting'],
    ]);
  });

  test('are not given twice, nor to somebody who waits already', () => {
    const enrolments = [enrolment('a'), enrolment('b', { status: 'waiting' })];
    expect(planOf(enrolLearners({ run: run(), enrolments, people }, ['a', 'b'].map(learnerId), today))).toEqual([]);
  });

  test('are given once to a person with two records', () => {
    const merged = peopleOf([learner('a', '张伟'), learner('b', '张伟', { mergedInto: learnerId('a') })]);
    const places = { run: run(), enrolments: [], people: merged };
    expect(planOf(enrolLearners(places, ['a', 'b'].map(learnerId), today)).map(({ id }) => id)).toEqual(['c1+a']);
  });

  test('have no limit in a class without a capacity', () => {
    expect(placesLeft({ run: run(), enrolments: [enrolment('a')], people })).toBeUndefined();
  });

  test('keep the first day of somebody who left and comes back', () => {
    const enrolments = [enrolment('a', { status: 'withdrawn', since: calendarDate('2026-09-01') })];
    const [edit] = planOf(enrolLearners({ run: run(), enrolments, people }, [learnerId('a')], today));
    expect(edit?.fields).toEqual({ status: 'active' });
  });

  test('are not given in a class that has ended', () => {
    const places = { run: run({ status: 'closed' }), enrolments: [], people };
    expect(whyOf(enrolLearners(places, [learnerId('a')], today))).toBe('classClosed');
  });
});

describe('the waiting list', () => {
  test('moves up from the day a place is given, and only when there is one', () => {
    const enrolments = [enrolment('a'), enrolment('b', { status: 'waiting' })];
    expect(whyOf(moveUp({ run: run({ capacity: 1 }), enrolments, people }, learnerId('b'), today))).toBe('classFull');
    const [edit] = planOf(moveUp({ run: run({ capacity: 2 }), enrolments, people }, learnerId('b'), today));
    expect(edit?.fields).toEqual({ status: 'active', since: today });
  });
});

describe('leaving', () => {
  test('keeps the enrolment as withdrawn', () => {
    const [edit] = planOf(withdraw({ run: run(), enrolments: [enrolment('a')], people }, learnerId('a')));
    expect(edit).toEqual({ kind: 'enrolment', id: 'c1+a', fields: { status: 'withdrawn' } });
  });

  test('is refused where nobody of that name is', () => {
    expect(whyOf(withdraw({ run: run(), enrolments: [], people }, learnerId('a')))).toBe('notEnrolled');
  });
});

/**
 * Places in a class: who gets one, who waits, who leaves. A class that is full takes people on its waiting list, and
 * never refuses them; nobody moves up without a person saying so. Leaving keeps the enrolment: marks stay explained.
 */
import { type Edit, sureEdit } from '../kit/edit.ts';
import type { CalendarDate } from '../kit/field.ts';
import { deletedField, naturalId } from '../kit/record.ts';
import type { Class } from '../records/class.ts';
import { Enrolment } from '../records/enrolment.ts';
import { type Outcome, planned, refused } from './outcome.ts';
import { type LearnerId, type People, personOf } from './people.ts';

export type EnrollingRefusal = 'classClosed' | 'notEnrolled' | 'classFull';

/** What is known of a class's places; `enrolments` may hold other classes. */
export interface ClassPlaces {
  readonly run: Class;
  readonly enrolments: readonly Enrolment[];
  readonly people: People;
}

/** How many people have a place. */
export function placesTaken({ run, enrolments, people }: ClassPlaces): number {
  const taken = enrolments.filter((each) => each.class === run.id && each.status === 'active');
  return new Set(taken.map((each) => personOf(people, each.learner))).size;
}

/** How many places are left; undefined: the class has no limit. */
export function placesLeft(places: ClassPlaces): number | undefined {
  const { capacity } = places.run;
  return capacity === undefined ? undefined : Math.max(0, capacity - placesTaken(places));
}

/**
 * Gives these people places as long as there are any, in their order; the rest wait. They are expected from `since` on.
 * Who has a place or waits already is left alone. Who left comes back with the day they once joined: their marks of
 * that time would otherwise be a visitor's.
 */
export function enrolLearners(
  places: ClassPlaces,
  learners: readonly LearnerId[],
  since: CalendarDate,
): Outcome<EnrollingRefusal> {
  if (places.run.status === 'closed') return refused('classClosed');
  const added = [...new Set(learners.map((id) => personOf(places.people, id)))].filter(
    (id) => !ownEnrolments(places, id).some((each) => each.status !== 'withdrawn'),
  );
  const left = placesLeft(places) ?? added.length;
  return planned(added.map((id, i) => placeEdit(places, id, i < left ? 'active' : 'waiting', since)));
}

/** Gives somebody who waits a place, when there is one. */
export function moveUp(places: ClassPlaces, learner: LearnerId, today: CalendarDate): Outcome<EnrollingRefusal> {
  if (places.run.status === 'closed') return refused('classClosed');
  const waiting = ownEnrolments(places, learner).filter((each) => each.status === 'waiting');
  if (waiting.length === 0) return refused('notEnrolled');
  if (placesLeft(places) === 0) return refused('classFull');
  return planned(waiting.map((each) => sureEdit(Enrolment, each.id, each, { status: 'active', since: today })));
}

/** Takes somebody out of the class, or off its waiting list. */
export function withdraw(places: ClassPlaces, learner: LearnerId): Outcome<EnrollingRefusal> {
  const current = ownEnrolments(places, learner).filter((each) => isCurrent(each));
  if (current.length === 0) return refused('notEnrolled');
  return planned(current.map((each) => sureEdit(Enrolment, each.id, each, { status: 'withdrawn' })));
}

function isCurrent(enrolment: Enrolment): boolean {
  return enrolment.status === 'active' || enrolment.status === 'waiting';
}

function ownEnrolments({ run, enrolments, people }: ClassPlaces, learner: LearnerId): readonly Enrolment[] {
  const person = personOf(people, learner);
  return enrolments.filter((each) => each.class === run.id && personOf(people, each.learner) === person);
}

/** An enrolment that was once deleted comes back with it. */
function placeEdit(places: ClassPlaces, learner: LearnerId, status: Enrolment['status'], since: CalendarDate): Edit {
  const earlier = ownEnrolments(places, learner)[0];
  if (earlier) return sureEdit(Enrolment, earlier.id, earlier, { status });
  const edit = sureEdit(Enrolment, naturalId(Enrolment, places.run.id, learner), undefined, { status, since });
  return { ...edit, fields: { ...edit.fields, [deletedField]: false } };
}

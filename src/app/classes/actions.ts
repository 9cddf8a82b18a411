/** What can be done to a class, its sessions and its places: a rule decides, the device writes. */
import type { CalendarDate } from '../../domain/kit/field.ts';
import type { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import type { Session } from '../../domain/records/session.ts';
import { type ClassPlaces, enrolLearners, moveUp, withdraw } from '../../domain/rules/enrolling.ts';
import { addSession, closeClass, type NewTeacher, openClass, reopenClass } from '../../domain/rules/newClass.ts';
import type { Outcome } from '../../domain/rules/outcome.ts';
import type { LearnerId } from '../../domain/rules/people.ts';
import { cancelSession, type DayCalendar, reinstate, reschedule } from '../../domain/rules/timetable.ts';
import type { CommitOutcome } from '../../store/commit.ts';
import type { Device } from '../shell/device.ts';
import type { ClassPage } from './queries.ts';

/** Written, not written because the disk failed, or refused by a rule. */
export type Done<Why extends string> = CommitOutcome | { readonly kind: 'refused'; readonly why: Why };

async function write<Why extends string>(device: Device, outcome: Outcome<Why>): Promise<Done<Why>> {
  return outcome.kind === 'refused' ? outcome : device.save(outcome.plan);
}

/** A class, its new teacher and all its sessions, in one transaction. */
export function create(
  device: Device,
  run: Class,
  course: Course,
  calendar: DayCalendar,
  teacher: NewTeacher | undefined,
) {
  return write(device, openClass(run, course, calendar, teacher));
}

type When = Parameters<typeof reschedule>[1];

export function moveSession(device: Device, page: ClassPage, session: Session, to: When) {
  return write(device, reschedule(session, to, page.sessions, marksOf(page, session)));
}

export function callOff(device: Device, page: ClassPage, session: Session) {
  return write(device, cancelSession(session, marksOf(page, session)));
}

export function takePlace(device: Device, session: Session) {
  return write(device, reinstate(session));
}

export function addOne(device: Device, page: ClassPage, course: Course, at: Parameters<typeof addSession>[3]) {
  return write(device, addSession(page.run, course, page.sessions, at));
}

export function enrol(device: Device, places: ClassPlaces, learners: readonly LearnerId[], since: CalendarDate) {
  return write(device, enrolLearners(places, learners, since));
}

export function leave(device: Device, places: ClassPlaces, learner: LearnerId) {
  return write(device, withdraw(places, learner));
}

export function givePlace(device: Device, places: ClassPlaces, learner: LearnerId) {
  return write(device, moveUp(places, learner, device.today()));
}

export function end(device: Device, run: Class) {
  return write(device, closeClass(run));
}

export function openAgain(device: Device, run: Class) {
  return write(device, reopenClass(run));
}

function marksOf(page: ClassPage, session: Session) {
  return page.marks.filter((mark) => mark.session === session.id);
}

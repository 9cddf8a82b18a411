/**
 * The classes of one demo facility with their sessions and enrolments, and its open lectures. Built by the domain's own
 * timetable rule. What has ended is held and closed, but for what is left open on purpose: a demonstration needs a roll
 * call to take. Values only; seed.ts writes them.
 */
import { assert } from '../../domain/kit/assert.ts';
import { type Edit, sureEdit } from '../../domain/kit/edit.ts';
import type { TimeOfDay } from '../../domain/kit/field.ts';
import { naturalId } from '../../domain/kit/record.ts';
import { Attendance } from '../../domain/records/attendance.ts';
import { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import { Enrolment } from '../../domain/records/enrolment.ts';
import type { Learner } from '../../domain/records/learner.ts';
import { Session } from '../../domain/records/session.ts';
import type { Teacher } from '../../domain/records/teacher.ts';
import { addDays, termOf, weekdayOf } from '../../domain/rules/calendar.ts';
import { completionOf } from '../../domain/rules/completion.ts';
import { peopleOf } from '../../domain/rules/people.ts';
import { type DayCalendar, planSessions } from '../../domain/rules/timetable.ts';
import { between, type Chance, inventId, oneOf } from './chances.ts';
import { courses } from './courses.ts';
import { type DemoClass, type DemoPlace, demoFacility } from './demoClasses.ts';
import { courseOf } from './seedCity.ts';
import { marksAt } from './seedMarks.ts';
import { dayMs, hasEnded, heldOrPlanned, type SeedTime } from './seedTime.ts';
import { rooms, weeklyPatterns } from './timetables.ts';

export interface SeededGroup {
  readonly teachers: readonly Teacher['id'][];
  readonly learners: readonly Learner['id'][];
}

const holidayDates = new Set(['01-01', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07']);

/** The records of one class: itself, its sessions, its enrolments, the marks of what was held. */
export function classEdits(
  place: DemoPlace,
  plan: DemoClass,
  people: SeededGroup,
  time: SeedTime,
  chance: Chance,
): readonly Edit[] {
  const listed = courses.find(({ id }) => id === plan.course);
  assert(listed !== undefined, `course ${plan.course}`);
  const course = courseOf(listed);
  const starts = addDays(time.today, -7 * plan.startedWeeksAgo);
  const room = rooms.find(({ id }) => id === plan.room);
  assert(room !== undefined, `room ${plan.room}`);
  const unstatused: Class = {
    id: inventId<'class'>(chance, time.nowMs - between(chance, 80, 90) * dayMs),
    course: course.id,
    teacher: oneOf(chance, people.teachers),
    room: room.zh,
    term: termOf(starts),
    starts,
    timetable: hoursOf(plan, time, course.minutes / course.sessions),
    sessions: course.sessions,
    capacity: Math.max(plan.enrolled, Math.min(room.capacity, plan.enrolled + 8)),
    status: plan.startedWeeksAgo < 0 ? 'planned' : 'open',
  };
  const meetings = planSessions(unstatused, course, calendarOf(time), []).sessions;
  const isOver = meetings.every((session) => hasEnded(session, time));
  const { id, ...values } = unstatused;
  const enrolled = enrolmentsIn(unstatused, plan, people, chance);
  const sessions = meetings.map((session) =>
    isLeftOpen(place, plan, session, time) ? session : heldOrPlanned(session, time, chance),
  );
  const marks = marksAt(sessions, enrolled, people.learners, chance);
  return [
    sureEdit(Class, id, undefined, { ...values, status: isOver ? 'closed' : values.status }),
    ...sessions.map(({ id: session, ...rest }) => sureEdit(Session, session, undefined, rest)),
    ...enrolled.map((enrolment) => {
      const status = isOver && hasCompleted(enrolment, course, sessions, marks) ? 'completed' : enrolment.status;
      return sureEdit(Enrolment, enrolment.id, undefined, { status, since: enrolment.since });
    }),
    ...marks.map(({ id: mark, session: _, learner: __, ...rest }) => sureEdit(Attendance, mark, undefined, rest)),
  ];
}

function hoursOf({ hours }: DemoClass, { today }: SeedTime, minutes: number): Class['timetable'] {
  const pattern = weeklyPatterns.find(({ id }) => id === hours);
  assert((pattern === undefined) === (typeof hours !== 'string'), `pattern ${hours}`);
  const anchored = typeof hours === 'string' ? [] : hours;
  const meetings =
    pattern?.meetings ??
    anchored.map(([days, start]) => ({ weekday: weekdayOf(addDays(today, days)), start, minutes }));
  // Written so in our own tables, and checked by sureEdit.
  return meetings.map((meeting) => ({ ...meeting, start: meeting.start as TimeOfDay }));
}

/** A lecture a week since the term began, one of them today and one to come: heads counted, no names. */
export function lectureEdits({ lecture }: DemoPlace, time: SeedTime, chance: Chance): readonly Edit[] {
  const weeks = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1];
  return weeks.map((week) => {
    const date = addDays(time.today, 7 * week);
    const planned: Session = {
      id: inventId<'session'>(chance, time.nowMs - (70 - 7 * week) * dayMs),
      title: lecture.title,
      date,
      start: lecture.start as TimeOfDay, // written so in our own table, and checked by sureEdit
      minutes: 90,
      status: 'planned',
    };
    const headcount = between(chance, 18, 75);
    const { id, ...values } = heldOrPlanned(planned, time, chance);
    return sureEdit(Session, id, undefined, values.status === 'held' ? { ...values, headcount } : values);
  });
}

/** At the demo facility nobody has called the roll today yet, and yesterday's was forgotten; elsewhere one in fifty. */
function isLeftOpen(place: DemoPlace, plan: DemoClass, session: Session, { today }: SeedTime): boolean {
  if (place.facility !== demoFacility) return session.date === today && plan === place.classes[1];
  return session.date === today || (plan === place.classes[2] && session.date === addDays(today, -1));
}

/** The National Day week and New Year; never today, so that there is always something to see. */
function calendarOf({ today }: SeedTime): DayCalendar {
  return {
    kindOf: (date) => (date !== today && holidayDates.has(date.slice('YYYY-'.length)) ? 'holiday' : 'ordinary'),
    lastKnownYear: Number(today.slice(0, 4)) + 5,
  };
}

function hasCompleted(
  { learner, status }: Enrolment,
  course: Course,
  sessions: readonly Session[],
  marks: readonly Attendance[],
): boolean {
  return status === 'active' && completionOf(learner, course, sessions, marks, nobodyMerged).isMet;
}

const nobodyMerged = peopleOf([]);

function enrolmentsIn(run: Class, plan: DemoClass, { learners }: SeededGroup, chance: Chance): readonly Enrolment[] {
  const order = learners.map((learner) => ({ learner, place: chance() })).sort((a, b) => a.place - b.place);
  return order.slice(0, plan.enrolled).map(({ learner }, i) => {
    const joinedLate = chance() < 0.08;
    return {
      id: naturalId(Enrolment, run.id, learner),
      class: run.id,
      learner,
      status: i === 0 ? 'withdrawn' : i === 1 ? 'waiting' : 'active',
      since: addDays(run.starts, joinedLate ? between(chance, 5, 15) : -between(chance, 1, 12)),
    };
  });
}

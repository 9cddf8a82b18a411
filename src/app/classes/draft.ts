/**
 * The form of a new class as it is typed, and what it becomes: a class checked against its own limits, and a teacher
 * who may be new. Knows no screen and no database.
 */

import { isCalendarDate } from '../../domain/kit/calendarDate.ts';
import { editOf, type Patch } from '../../domain/kit/edit.ts';
import type { CalendarDate, TimeOfDay } from '../../domain/kit/field.ts';
import type { FieldError, Parsed } from '../../domain/kit/parse.ts';
import { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import { Teacher } from '../../domain/records/teacher.ts';
import { calendarDate, termOf, weekdayOf } from '../../domain/rules/calendar.ts';

export interface HoursDraft {
  readonly weekday: number;
  readonly start: string;
  readonly minutes: number | undefined;
}

/** The teacher's choice besides the ids of those who are known. */
export const nobodyYet = '';
export const someoneNew = 'new';

export interface ClassDraft {
  readonly course: string;
  readonly title: string;
  /** A teacher's id, `nobodyYet` or `someoneNew`. */
  readonly teacher: string;
  readonly teacherName: string;
  readonly teacherKind: Teacher['kind'];
  readonly room: string;
  readonly starts: string;
  readonly timetable: readonly HoursDraft[];
  readonly sessions: number | undefined;
  readonly capacity: number | undefined;
}

const usualMinutes = 90;

export function emptyDraft(today: CalendarDate): ClassDraft {
  return {
    course: '',
    title: '',
    teacher: nobodyYet,
    teacherName: '',
    teacherKind: 'partTime',
    room: '',
    starts: today,
    timetable: [{ weekday: weekdayOf(today), start: '09:00', minutes: usualMinutes }],
    sessions: undefined,
    capacity: undefined,
  };
}

/** Takes a course: its number of sessions and their usual length come with it. */
export function withCourse(draft: ClassDraft, course: Course): ClassDraft {
  const each = course.minutes > 0 ? Math.round(course.minutes / course.sessions) : usualMinutes;
  const minutes = Math.min(720, Math.max(5, each));
  return {
    ...draft,
    course: course.id,
    sessions: course.sessions,
    timetable: draft.timetable.map((hours) => ({ ...hours, minutes })),
  };
}

/** One more weekly time: the day after the last one, at its hour. */
export function withMoreHours(draft: ClassDraft): ClassDraft {
  const last = draft.timetable.at(-1);
  const next = {
    weekday: ((last?.weekday ?? 0) % 7) + 1,
    start: last?.start ?? '09:00',
    minutes: last?.minutes ?? usualMinutes,
  };
  return { ...draft, timetable: [...draft.timetable, next] };
}

/** The class that the draft describes, or every limit that it breaks. */
export function classFrom(draft: ClassDraft, id: Class['id'], course: Course | undefined): Parsed<Class> {
  const hasDate = isCalendarDate(draft.starts);
  const patch: Patch<typeof Class> = {
    course: course?.id,
    title: draft.title,
    teacher: draft.teacher === nobodyYet || draft.teacher === someoneNew ? undefined : (draft.teacher as Teacher['id']), // an option's value is a teacher's id
    room: draft.room,
    term: hasDate ? termOf(calendarDate(draft.starts)) : undefined,
    starts: hasDate ? calendarDate(draft.starts) : undefined,
    timetable: draft.timetable.map((hours) => ({
      weekday: hours.weekday,
      start: hours.start as TimeOfDay, // the parser of the next line checks it
      minutes: hours.minutes ?? Number.NaN,
    })),
    sessions: draft.sessions,
    capacity: draft.capacity,
    status: 'open',
  };
  const edit = editOf(Class, id, undefined, patch);
  const errors: readonly FieldError[] = [
    ...(edit.ok ? [] : edit.errors),
    ...emptyTimetable(draft),
    ...teacherErrors(draft),
  ];
  if (!edit.ok || errors.length > 0) return { ok: false, errors };
  const given = Object.entries(edit.value.fields).filter(([, value]) => value !== null);
  return { ok: true, value: { id, ...Object.fromEntries(given) } as Class }; // the record's parser passed every field
}

function emptyTimetable(draft: ClassDraft): readonly FieldError[] {
  return draft.timetable.length === 0 ? [{ field: 'timetable', code: 'missing' }] : [];
}

function teacherErrors(draft: ClassDraft): readonly FieldError[] {
  if (draft.teacher !== someoneNew) return [];
  const edit = editOf(Teacher, 'new', undefined, { name: draft.teacherName, kind: draft.teacherKind });
  return edit.ok ? [] : edit.errors.map((error) => ({ ...error, field: `teacher.${error.field}` }));
}

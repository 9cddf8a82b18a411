/** What a class and its hours are called on screens, in the reader's language. */
import type { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import { weekdayName } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/phrase.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { sessionWords } from '../../i18n/words/session.ts';

/** The class's own name, else its course. */
export function classNameOf(run: Pick<Class, 'title'>, course: Course | undefined): string {
  return run.title ?? (course ? courseNameOf(course) : sessionWords.unnamed());
}

export function courseNameOf(course: Pick<Course, 'zh' | 'en'>): string {
  return currentLanguage() === 'en' ? course.en : course.zh;
}

/** `周二 09:00、周四 14:00` */
export function timetableWords(timetable: Class['timetable']): string {
  return timetable.map(({ weekday, start }) => `${weekdayName(weekday)} ${start}`).join(w.comma());
}

/** Hours with one decimal at most, rounded down. */
export function hoursOf(minutes: number): string {
  return (Math.floor(minutes / 6) / 10).toString();
}

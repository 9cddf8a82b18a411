/** Names, lengths and rules of courses in the reader's language. */
import type { Course } from '../../domain/records/course.ts';
import { currentLanguage } from '../../i18n/phrase.ts';
import { catalogueWords as w } from '../../i18n/words/catalogue.ts';

/** The name that the reader's language knows, of anything that has two. */
export function nameOf(named: { readonly zh: string; readonly en: string }): string {
  return currentLanguage() === 'en' ? named.en : named.zh;
}

export function lengthWords(course: Course): string {
  const hours = (Math.floor(course.minutes / 6) / 10).toString();
  return `${w.sessions(course.sessions)} · ${w.hours(hours)}`;
}

/** What completion asks for. */
export function completionWords({ minAttendancePercent: percent, assessment }: Course): string {
  const parts = [...(percent ? [w.attendance(percent)] : []), ...(assessment ? [w.assessment()] : [])];
  return parts.length === 0 ? w.noRule() : parts.join(w.and());
}

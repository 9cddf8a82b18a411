/** What facilities, classes and sessions are called on the staff's screens, in the reader's language. Pure. */
import { currentLanguage } from '../../i18n/phrase.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import type { SessionLine } from '../../portal/http/reportTypes.ts';

interface InBoth {
  readonly zh: string;
  readonly en: string;
}

export function nameOf({ zh, en }: InBoth): string {
  return currentLanguage() === 'en' ? en || zh : zh;
}

/** The class's own name, else its course. */
export function classNameOf({ title, course }: { readonly title: string | null; readonly course: InBoth | null }) {
  return title ?? (course ? nameOf(course) : sessionWords.unnamed());
}

export function sessionNameOf(line: SessionLine): string {
  return line.number === null ? classNameOf(line) : `${classNameOf(line)} · ${sessionWords.lesson(line.number)}`;
}

/** What a session, and a person among namesakes, is called on screens, in the reader's language. */
import type { Detail } from '../../domain/rules/tellApart.ts';
import { currentLanguage } from '../../i18n/phrase.ts';
import { sessionWords as w } from '../../i18n/words/session.ts';
import type { SessionTitle } from './sessionViews.ts';

/** The class's own name, else its course; a drop-in activity's title. */
export function nameOf({ session, run, course }: SessionTitle): string {
  const taught = course && (currentLanguage() === 'en' ? course.en : course.zh);
  return run?.title ?? taught ?? session.title ?? w.unnamed();
}

/** The name with the lesson's number. */
export function titleOf(view: SessionTitle): string {
  const { number } = view.session;
  return number === undefined ? nameOf(view) : `${nameOf(view)} · ${w.lesson(number)}`;
}

/** `1958 年生 · 卡 0417` */
export function detailWords(details: readonly Detail[]): string {
  return details.map(({ kind, value }) => detailWord[kind](value)).join(' · ');
}

const detailWord = { birthYear: w.born, card: w.card, phoneEnd: w.phoneEnd };

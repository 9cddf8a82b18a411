/** Dates, times and numbers as the reader's language writes them. Dates of sessions are calendar dates, not instants. */
import { currentLanguage, type Language } from './phrase.ts';

/** Facilities' zone unless told otherwise: calendar dates of instants are read in it. */
const zone = 'Asia/Shanghai';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formatters.set(key, made);
  return made;
}

const utcOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** 11月23日 · 23 Nov */
export function shortDate(date: string): string {
  const language = currentLanguage();
  const options = language === 'en' ? { day: 'numeric', month: 'short' } : { month: 'long', day: 'numeric' };
  return formatter(language, 'short', { ...options, timeZone: 'UTC' } as Intl.DateTimeFormatOptions).format(
    utcOf(date),
  );
}

/** 11月23日 星期一 · Mon 23 Nov */
export function dateWithWeekday(date: string): string {
  const weekday = currentLanguage() === 'en' ? 'short' : 'long';
  const name = formatter(currentLanguage(), `weekday ${weekday}`, { weekday, timeZone: 'UTC' }).format(utcOf(date));
  return currentLanguage() === 'en' ? `${name} ${shortDate(date)}` : `${shortDate(date)} ${name}`;
}

/** 周一 · Mon; `weekday` 1 Monday … 7 Sunday. */
export function weekdayName(weekday: number): string {
  const monday = Date.UTC(2024, 0, 1);
  return formatter(currentLanguage(), 'weekday', { weekday: 'short', timeZone: 'UTC' }).format(
    monday + (weekday - 1) * 86_400_000,
  );
}

/** 2026年11月 · November 2026; of a calendar date or `YYYY-MM`. */
export function monthName(date: string): string {
  return formatter(currentLanguage(), 'month', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    utcOf(`${date.slice(0, 7)}-01`),
  );
}

/** 14:02 today, else 11月23日 14:02; of an instant in UTC ms. */
export function timeOrDate(ms: number, nowMs: number): string {
  const language = currentLanguage();
  const clock = formatter(language, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  const time = clock.format(ms);
  return day.format(ms) === day.format(nowMs) ? time : `${shortDate(day.format(ms))} ${time}`;
}

/** 3天前 · 3 days ago */
export function ago(ms: number, nowMs: number): string {
  const seconds = Math.round((ms - nowMs) / 1000);
  const relative = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  const [size, unit] = agoUnits.find(([size]) => Math.abs(seconds) >= size) ?? ([1, 'second'] as const);
  return relative.format(Math.round(seconds / size), unit);
}

const agoUnits = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const;

export function wholeNumber(value: number): string {
  return value.toLocaleString(currentLanguage());
}

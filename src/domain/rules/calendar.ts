/**
 * Calendar dates: arithmetic on `2026-11-24`, and the local date and time of an instant. Dates never meet a time zone
 * except in `localDateOf` and `localTimeOf`; everything else counts days in UTC, where every day has 24 hours.
 */
import { assert } from '../kit/assert.ts';
import { isCalendarDate } from '../kit/calendarDate.ts';
import type { CalendarDate, TimeOfDay } from '../kit/field.ts';

/** 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const defaultTimeZone = 'Asia/Shanghai';
const msPerDay = 86_400_000;
const weekdaysFromSunday: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];

/** A date that the program itself knows to be one; a bug if it is not. */
export function calendarDate(text: string): CalendarDate {
  assert(isCalendarDate(text), `calendar date ${text}`);
  return text as CalendarDate; // checked above
}

const daysSince1970 = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / msPerDay;
const dateOfDay = (days: number): CalendarDate =>
  calendarDate(new Date(days * msPerDay).toISOString().slice(0, 'YYYY-MM-DD'.length));

/** The date `days` later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(daysSince1970(date) + days);
}

/** Days from one date to another: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return daysSince1970(to) - daysSince1970(from);
}

/** The day of the week. */
export function weekdayOf(date: CalendarDate): Weekday {
  const weekday = weekdaysFromSunday[new Date(daysSince1970(date) * msPerDay).getUTCDay()];
  assert(weekday !== undefined, `weekday of ${date}`);
  return weekday;
}

/** `2026-11` for any date in it. */
export function monthOf(date: CalendarDate): string {
  return date.slice(0, 'YYYY-MM'.length);
}

/** Every date of a month written as `2026-11`, in order. */
export function datesOfMonth(month: string): readonly CalendarDate[] {
  const first = calendarDate(`${month}-01`);
  const dates: CalendarDate[] = [];
  for (let date = first; monthOf(date) === month; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The term: `2026-1` from February to July, `2026-2` from August to the next January. */
export function termOf(date: CalendarDate): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (month === 1) return `${year - 1}-2`;
  return month <= 7 ? `${year}-1` : `${year}-2`;
}

/** The calendar date that a clock on the wall shows at an instant (UTC milliseconds). */
export function localDateOf(ms: number, timeZone: string = defaultTimeZone): CalendarDate {
  const part = localParts(ms, timeZone);
  return calendarDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

/** The time of day that a clock on the wall shows at an instant (UTC milliseconds). */
export function localTimeOf(ms: number, timeZone: string = defaultTimeZone): TimeOfDay {
  const part = localParts(ms, timeZone);
  return `${part('hour')}:${part('minute')}` as TimeOfDay; // hourCycle h23 gives 00:00 to 23:59
}

function localParts(ms: number, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ms);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/**
 * China's public holidays and make-up working days, from the package `chinese-days`, as the timetable's DayCalendar.
 * Import this module lazily: its tables are needed only where timetables are made. The package calls every weekday of
 * a year without data a workday, so the last year it knows is found by asking for the National Day of each. Only its
 * names of days are read: its weekdays depend on the device's time zone.
 */
import chineseDays from 'chinese-days';
import type { CalendarDate } from '../../domain/kit/field.ts';
import type { DayCalendar } from '../../domain/rules/timetable.ts';

const firstYearOfData = 2004;
const lastYearAsked = 2100; // bounds the search
const { getDayDetail } = chineseDays;

/** The mainland's calendar. The package does not say which weekday a make-up day follows. */
export const chinaDayCalendar: DayCalendar = { kindOf, lastKnownYear: lastYearWithData() };

function kindOf(date: CalendarDate): 'ordinary' | 'holiday' | 'makeUpWorkday' {
  const { work, name } = getDayDetail(date);
  if (!isAnnounced(name)) return 'ordinary';
  return work ? 'makeUpWorkday' : 'holiday';
}

/** An announced day is named `National Day,国庆节,3`; any other by its weekday. */
function isAnnounced(name: string): boolean {
  return name.includes(',');
}

function lastYearWithData(): number {
  let year = firstYearOfData;
  while (year < lastYearAsked && isAnnounced(getDayDetail(`${year + 1}-10-01`).name)) year += 1;
  return year;
}

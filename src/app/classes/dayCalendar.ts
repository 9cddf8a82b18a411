/**
 * China's public holidays and make-up working days, from the package `chinese-days`, as the timetable's DayCalendar.
 * Import this module lazily: its tables are needed only where timetables are made. The package calls every weekday of
 * a year without data a workday, so the last year it knows is found by asking for the National Day of each.
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
  const { work, name } = detailOf(date);
  if (!isAnnounced(name)) return 'ordinary';
  return work ? 'makeUpWorkday' : 'holiday';
}

/** Noon, because the package reads dates in the device's time zone. */
function detailOf(date: string): { readonly work: boolean; readonly name: string } {
  return getDayDetail(`${date}T12:00:00`);
}

/** An announced day is named `National Day,国庆节,3`; any other by its weekday. */
function isAnnounced(name: string): boolean {
  return name.includes(',');
}

function lastYearWithData(): number {
  let year = firstYearOfData;
  while (year < lastYearAsked && isAnnounced(detailOf(`${year + 1}-10-01`).name)) year += 1;
  return year;
}

/** China's working days of 2025 and 2026. */
import { expect, test } from 'vitest';
import { chinaDayCalendar } from '../../../src/app/classes/dayCalendar.ts';
import { addDays, calendarDate } from '../../../src/domain/rules/calendar.ts';

const kindOf = (date: string) => chinaDayCalendar.kindOf(calendarDate(date));

test('1 to 7 October 2026 are holidays, the days around them are not', () => {
  const nationalDay = calendarDate('2026-10-01');
  const week = Array.from({ length: 7 }, (_, day) => chinaDayCalendar.kindOf(addDays(nationalDay, day)));
  expect(week).toEqual(Array(7).fill('holiday'));
  expect(kindOf('2026-09-30')).toBe('ordinary');
  expect(kindOf('2026-10-08')).toBe('ordinary');
});

test.each(['2026-02-14', '2025-09-28', '2026-10-10'])('%s is a weekend day that is worked', (date) => {
  expect(kindOf(date)).toBe('makeUpWorkday');
});

test('other weekend days are ordinary: classes meet on them', () => {
  expect(kindOf('2026-11-28')).toBe('ordinary');
});

test('the last known year is that of the data, and later dates are ordinary', () => {
  expect(chinaDayCalendar.lastKnownYear).toBe(2026);
  expect(kindOf('2027-10-01')).toBe('ordinary');
});

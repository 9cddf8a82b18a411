/** Calendar arithmetic: borders of months, years, terms and time zones. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  calendarDate,
  datesOfMonth,
  daysBetween,
  localDateOf,
  localTimeOf,
  monthOf,
  termOf,
  weekdayOf,
} from '../../../src/domain/rules/calendar.ts';

const anyDate = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => calendarDate(date.toISOString().slice(0, 10)));

test('days are added across the ends of months and years, and across 29 February', () => {
  expect(addDays(calendarDate('2026-12-31'), 1)).toBe('2027-01-01');
  expect(addDays(calendarDate('2027-01-01'), -1)).toBe('2026-12-31');
  expect(addDays(calendarDate('2028-02-28'), 1)).toBe('2028-02-29');
  expect(addDays(calendarDate('2026-02-28'), 1)).toBe('2026-03-01');
});

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test('weekdays run from 1 on Monday to 7 on Sunday', () => {
  expect(weekdayOf(calendarDate('2026-11-23'))).toBe(1);
  expect(weekdayOf(calendarDate('2026-11-24'))).toBe(2);
  expect(weekdayOf(calendarDate('2026-11-29'))).toBe(7);
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
    }),
  );
});

test('a month has all of its dates and no other', () => {
  expect(datesOfMonth('2026-02')).toHaveLength(28);
  expect(datesOfMonth('2028-02').at(-1)).toBe('2028-02-29');
  expect(datesOfMonth('2026-12').map(monthOf)).toEqual(Array(31).fill('2026-12'));
});

test.each([
  ['2026-01-31', '2025-2'],
  ['2026-02-01', '2026-1'],
  ['2026-07-31', '2026-1'],
  ['2026-08-01', '2026-2'],
  ['2026-12-31', '2026-2'],
  ['2027-01-01', '2026-2'],
])('%s is in term %s: January belongs to the autumn before it', (date, term) => {
  expect(termOf(calendarDate(date))).toBe(term);
});

test('the local date of an instant is the facility’s, not that of UTC', () => {
  const lateEvening = Date.UTC(2026, 11, 31, 16, 5); // 00:05 on 1 January in Beijing
  expect(localDateOf(lateEvening)).toBe('2027-01-01');
  expect(localTimeOf(lateEvening)).toBe('00:05');
  expect(localDateOf(lateEvening, 'America/New_York')).toBe('2026-12-31');
  expect(localTimeOf(lateEvening, 'America/New_York')).toBe('11:05');
});

test('what is no date is a bug', () => {
  expect(() => calendarDate('2026-02-30')).toThrow();
});

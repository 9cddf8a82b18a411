/** What counts as a calendar date: `2026-11-24`, a day that exists, from 1900 on. */
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isCalendarDate(value: string): boolean {
  const match = datePattern.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
}

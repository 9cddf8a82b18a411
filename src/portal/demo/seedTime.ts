/** The day that the demo city is seeded on, and what has happened by then. Everything is counted from here. */
import type { CalendarDate } from '../../domain/kit/field.ts';
import type { Session } from '../../domain/records/session.ts';
import { localDateOf } from '../../domain/rules/calendar.ts';
import { between, type Chance } from './chances.ts';

export interface SeedTime {
  readonly nowMs: number;
  /** In Beijing. */
  readonly today: CalendarDate;
}

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;
/** Beijing's time, all the year. */
const zoneOffset = '+08:00';
/** A roll call is closed at most so long after its session. */
const closingMinutesMax = 12;

/** The day of an instant. */
export function seedTime(nowMs: number): SeedTime {
  return { nowMs, today: localDateOf(nowMs) };
}

/** Whether a session is over, its roll call closed. */
export function hasEnded(session: Session, { nowMs }: Pick<SeedTime, 'nowMs'>): boolean {
  return endOf(session) + closingMinutesMax * minuteMs <= nowMs;
}

/** The session as it stands at that time: held and closed when it is over. */
export function heldOrPlanned(session: Session, time: Pick<SeedTime, 'nowMs'>, chance: Chance): Session {
  const closedAt = endOf(session) + between(chance, 1, closingMinutesMax - 1) * minuteMs;
  return hasEnded(session, time) ? { ...session, status: 'held', closedAt } : session;
}

function endOf({ date, start, minutes }: Pick<Session, 'date' | 'start' | 'minutes'>): number {
  return Date.parse(`${date}T${start}:00${zoneOffset}`) + minutes * minuteMs;
}

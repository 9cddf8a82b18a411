/** Times of day of a session; pure. */
import type { Session } from '../../domain/records/session.ts';

/** When it ends: `10:30`; past midnight it begins again at 00. */
export function endOf({ start, minutes }: Pick<Session, 'start' | 'minutes'>): string {
  const [hours, mins] = start.split(':').map(Number);
  const end = ((hours ?? 0) * 60 + (mins ?? 0) + minutes) % (24 * 60);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(end / 60))}:${two(end % 60)}`;
}

/** How each status looks: always colour, icon and word together. A status of a newer version is shown, never hidden. */
import type { Attendance } from '../../domain/records/attendance.ts';
import { sessionWords as w } from '../../i18n/words/session.ts';
import { clock, cross, info, tick } from '../../ui/icons.ts';
import { dashedCircle, leaving, pencil } from '../../ui/moreIcons.ts';
import type { Tone } from '../../ui/tone.ts';

export interface StatusLook {
  readonly tone: Tone;
  readonly d: string;
  readonly word: () => string;
}

export const statusLooks = {
  present: { tone: 'pine', d: tick, word: w.status.present },
  late: { tone: 'amber', d: clock, word: w.status.late },
  leftEarly: { tone: 'amber', d: leaving, word: w.status.leftEarly },
  excused: { tone: 'blue', d: pencil, word: w.status.excused },
  absent: { tone: 'cinnabar', d: cross, word: w.status.absent },
  notTaken: { tone: 'dashed', d: dashedCircle, word: w.status.notTaken },
} as const satisfies { readonly [status: string]: StatusLook };

const unknownLook: StatusLook = { tone: 'muted', d: info, word: w.unknownStatus };

/** The look of a mark; none: not taken. */
export function lookOf(mark: Pick<Attendance, 'status'> | undefined): StatusLook {
  return statusNamed(mark?.status ?? 'notTaken');
}

/** The look of a status by its name, as changes carry it. */
export function statusNamed(name: string): StatusLook {
  const looks: { readonly [status: string]: StatusLook } = statusLooks;
  return (Object.hasOwn(looks, name) ? looks[name] : undefined) ?? unknownLook;
}

/** One mark of the register as offices write it: √ there, △ late, ▽ left early, ○ excused, × absent. */
import { type AttendanceStatus, attendanceStatuses } from '../../domain/records/attendance.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { Tone } from '../../ui/tone.ts';
import { statusWord } from './values.ts';

const signs: { readonly [status in AttendanceStatus]: { readonly sign: string; readonly tone: Tone } } = {
  present: { sign: '√', tone: 'pine' },
  late: { sign: '△', tone: 'amber' },
  leftEarly: { sign: '▽', tone: 'amber' },
  excused: { sign: '○', tone: 'blue' },
  absent: { sign: '×', tone: 'cinnabar' },
};

/** The sign alone: its word is said by what stands around it. */
export function Mark({ status }: { readonly status: AttendanceStatus | null }) {
  const { sign, tone } = status === null ? notTaken : (signs[status] ?? ofNewerVersion);
  return (
    <span class={`staff-mark w-tone-${tone}`} aria-hidden="true">
      {sign}
    </span>
  );
}

const notTaken = { sign: '·', tone: 'muted' } as const;
const ofNewerVersion = { sign: '?', tone: 'muted' } as const;

export function MarkLegend() {
  return (
    <ul class="staff-legend" aria-label={w.legend()}>
      {attendanceStatuses.map((status) => (
        <li key={status} class="staff-legend-item">
          <Mark status={status} /> {statusWord(status)}
        </li>
      ))}
    </ul>
  );
}

/**
 * The marks of the paper register, as offices know them: √ there, △ late, ▽ left early, ○ excused, × absent. Each
 * comes with its word for readers and in the legend.
 */
import type { AttendanceStatus } from '../../domain/records/attendance.ts';
import type { Tone } from '../../ui/tone.ts';

export const statusMarks: { readonly [status in AttendanceStatus]: { readonly mark: string; readonly tone: Tone } } = {
  present: { mark: '√', tone: 'pine' },
  late: { mark: '△', tone: 'amber' },
  leftEarly: { mark: '▽', tone: 'amber' },
  excused: { mark: '○', tone: 'blue' },
  absent: { mark: '×', tone: 'cinnabar' },
};

/** What stands for a status that a newer version wrote. */
export const unknownMark = { mark: '?', tone: 'muted' } as const;

/** One learner at one session. No record means *not taken*, which is not *absent*. */
import { choice, integer, optional, ref, text } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';

export const attendanceStatuses = ['present', 'late', 'leftEarly', 'excused', 'absent'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

export const Attendance = record(
  'attendance',
  {
    session: ref('session'),
    learner: ref('learner'),
    status: choice(attendanceStatuses),
    /** Minutes attended, where they are not the session's. */
    minutes: optional(integer({ min: 0, max: 1440 })),
    /** A remark, and why a closed roll call was corrected: both may name people. */
    note: optional(text({ max: 200, private: true })),
    reason: optional(text({ max: 200, private: true })),
  },
  { key: ['session', 'learner'], indexes: ['session', 'learner'], scope: 'facility', storedWith: 'session' },
);
export type Attendance = Row<typeof Attendance>;

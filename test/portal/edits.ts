/** Edits that tests of the exchange write: a session, a learner, a mark. */
import { sureEdit } from '../../src/domain/kit/edit.ts';
import { naturalId } from '../../src/domain/kit/record.ts';
import type { AttendanceStatus } from '../../src/domain/records/attendance.ts';
import { kinds } from '../../src/domain/schema.ts';

export const sessionEdit = (id: string) =>
  sureEdit(kinds.session, id, undefined, {
    title: '垃圾分类讲座',
    date: '2026-11-23' as never, // a date literal
    start: '09:00' as never,
    minutes: 90,
    status: 'held',
  });

export const learnerEdit = (id: string, name: string) => sureEdit(kinds.learner, id, undefined, { name });

export const markEdit = (session: string, learner: string, status: AttendanceStatus) =>
  sureEdit(kinds.attendance, naturalId(kinds.attendance, session, learner), undefined, { status });

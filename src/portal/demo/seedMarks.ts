/**
 * Marks as real roll calls have them: most people come, some are mostly away, a few are late, leave early or excuse
 * themselves; now and then somebody was overlooked, and a visitor sits in. Values only; seed.ts writes them.
 */
import { naturalId } from '../../domain/kit/record.ts';
import { Attendance, type AttendanceStatus } from '../../domain/records/attendance.ts';
import type { Enrolment } from '../../domain/records/enrolment.ts';
import type { Learner } from '../../domain/records/learner.ts';
import type { Session } from '../../domain/records/session.ts';
import { between, type Chance, oneOf } from './chances.ts';

/** The marks of all sessions that were held. */
export function marksAt(
  sessions: readonly Session[],
  enrolments: readonly Enrolment[],
  learners: readonly Learner['id'][],
  chance: Chance,
): readonly Attendance[] {
  const diligence = new Map(enrolments.map(({ learner }) => [learner, 0.62 + 0.36 * Math.sqrt(chance())]));
  const guests = learners.filter((learner) => !diligence.has(learner));
  return sessions
    .filter(({ status }) => status === 'held')
    .flatMap((session) => {
      const expected = enrolments.filter(
        (enrolment) => enrolment.status === 'active' && enrolment.since <= session.date,
      );
      const guest = chance() < 0.15 && guests.length > 0 ? oneOf(chance, guests) : undefined;
      return [
        ...expected
          .filter(() => chance() > 0.012)
          .map(({ learner }) => markOf(session, learner, statusOf(chance, diligence.get(learner) ?? 0), chance)),
        ...(guest === undefined ? [] : [markOf(session, guest, 'present', chance)]),
      ];
    });
}

function statusOf(chance: Chance, diligence: number): AttendanceStatus {
  if (chance() < diligence) {
    const how = chance();
    return how < 0.06 ? 'late' : how < 0.085 ? 'leftEarly' : 'present';
  }
  return chance() < 0.45 ? 'excused' : 'absent';
}

const excuses = ['回老家', '体检', '接孙子放学', '家里有事', '感冒', '陪老伴看病'];

function markOf(session: Session, learner: Learner['id'], status: AttendanceStatus, chance: Chance): Attendance {
  return {
    id: naturalId(Attendance, session.id, learner),
    session: session.id,
    learner,
    status,
    ...(status === 'late' ? { minutes: session.minutes - 5 * between(chance, 1, 4) } : {}),
    ...(status === 'leftEarly' ? { minutes: session.minutes - 5 * between(chance, 2, 6) } : {}),
    ...(status === 'excused' && chance() < 0.6 ? { note: oneOf(chance, excuses) } : {}),
  };
}

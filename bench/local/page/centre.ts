/**
 * A made-up centre as its tablet has it after some terms: classes of 40 who meet 25 times, learners who are in two
 * classes, every session's roll call taken as a coordinator takes it (the exceptions one by one, then the rest as
 * present). The same at every run: no clock, no randomness.
 */
import type { Edit } from '../../../src/domain/kit/edit.ts';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import type { CalendarDate, Id, TimeOfDay } from '../../../src/domain/kit/field.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { uuidv7 } from '../../../src/domain/kit/uuid.ts';
import type { AttendanceStatus } from '../../../src/domain/records/attendance.ts';
import { sessionId } from '../../../src/domain/records/session.ts';
import { kinds } from '../../../src/domain/schema.ts';

export const registerSize = 40;
const sessionsPerClass = 25;
const dayMs = 86_400_000;
const firstMs = Date.UTC(2023, 8, 4, 1, 30);
const course = 'course-001' as Id<'course'>; // the only course here

/** What was written in one action, and when. */
export interface Action {
  readonly at: number;
  readonly edits: readonly Edit[];
}

export interface SessionDay {
  readonly id: Id<'session'>;
  readonly learners: readonly Id<'learner'>[];
  readonly made: Action;
  readonly marked: readonly Action[];
}

/** What comes from the portal: the catalogue. */
export function catalogue(): readonly Edit[] {
  const programme = 'programme-001' as Id<'programme'>; // the only programme here
  return [
    sureEdit(kinds.programme, programme, undefined, {
      zh: '社区学习',
      en: 'Community learning',
      network: 'communityCollege',
      theme: 'olderPeople',
      ownerZh: '社区学院',
      ownerEn: 'Community college',
    }),
    sureEdit(kinds.course, course, undefined, {
      programme,
      zh: '合唱基础',
      en: 'Choir for beginners',
      level: 'olderPeople',
      minutes: sessionsPerClass * 90,
      sessions: sessionsPerClass,
      assessment: false,
    }),
  ];
}

export interface ClassYear {
  readonly learners: Action;
  readonly opened: Action;
  readonly days: readonly SessionDay[];
}

/** Classes until `sessions` sessions are reached. */
export function* classYears(sessions: number): Generator<ClassYear> {
  for (let index = 0, left = sessions; left > 0; index++, left -= sessionsPerClass)
    yield classYear(index, Math.min(left, sessionsPerClass));
}

function classYear(index: number, sessions: number): ClassYear {
  const at = firstMs + index * 4 * dayMs;
  const id = madeId(at, 0) as Id<'class'>; // made here
  const half = registerSize / 2;
  const place = (i: number) => index * half + i;
  const members = Array.from({ length: registerSize }, (_, i) => learnerId(place(i)));
  const joining = index === 0 ? members : members.slice(half);
  const firstJoining = index === 0 ? 0 : half;
  return {
    learners: { at, edits: joining.map((learner, i) => learnerEdit(learner, place(firstJoining + i))) },
    opened: { at, edits: [classEdit(id, at), ...members.map((learner) => enrolmentEdit(id, learner, at))] },
    days: Array.from({ length: sessions }, (_, i) => sessionDay(id, members, i + 1, at + (i + 1) * 7 * dayMs)),
  };
}

function sessionDay(classId: Id<'class'>, learners: readonly Id<'learner'>[], number: number, at: number): SessionDay {
  const id = sessionId(classId, number);
  const made = sureEdit(kinds.session, id, undefined, {
    class: classId,
    number,
    date: dateOf(at),
    start: '09:30' as TimeOfDay, // a literal in its form
    minutes: 90,
    status: 'held',
    closedAt: at + 1_200_000,
  });
  const exceptions = learners.map((learner, i) => ({ learner, status: exceptionOf(number, i) }));
  const apart = exceptions.filter(({ status }) => status !== 'present');
  const rest = exceptions.filter(({ status }) => status === 'present');
  return {
    id,
    learners,
    made: { at: at - 60 * dayMs, edits: [made] },
    marked: [
      ...apart.map(({ learner, status }, i) => ({ at: at + 1_700 * (i + 1), edits: [markEdit(id, learner, status)] })),
      { at: at + 60_000, edits: rest.map(({ learner }) => markEdit(id, learner, 'present')) },
    ],
  };
}

/** About one in seven is not simply there. */
function exceptionOf(number: number, place: number): AttendanceStatus {
  const roll = (place * 37 + number * 101) % 100;
  return roll < 7 ? 'absent' : roll < 11 ? 'late' : roll < 14 ? 'excused' : 'present';
}

export function markEdit(session: string, learner: string, status: AttendanceStatus): Edit {
  return sureEdit(kinds.attendance, naturalId(kinds.attendance, session, learner), undefined, { status });
}

function learnerEdit(id: string, place: number): Edit {
  const name = `${'王李张刘陈杨赵黄周吴'[place % 10]}${'秀建国淑英明兰军'[place % 8]}${'华珍平芳'[(place >> 3) % 4]}`;
  return sureEdit(kinds.learner, id, undefined, {
    name,
    pinyin: `wang xiu hua|wxh`,
    birthYear: 1945 + (place % 40),
    phone: `138${String(10_000_000 + place * 7919).slice(-8)}`,
    group: 'olderPerson',
  });
}

function classEdit(id: Id<'class'>, at: number): Edit {
  return sureEdit(kinds.class, id, undefined, {
    course,
    term: '2026-2',
    starts: dateOf(at),
    timetable: [{ weekday: 1, start: '09:30' as TimeOfDay, minutes: 90 }], // a literal in its form
    sessions: sessionsPerClass,
    status: 'open',
  });
}

function enrolmentEdit(classId: Id<'class'>, learner: Id<'learner'>, at: number): Edit {
  const id = naturalId(kinds.enrolment, classId, learner);
  return sureEdit(kinds.enrolment, id, undefined, { status: 'active', since: dateOf(at) });
}

function learnerId(place: number): Id<'learner'> {
  return madeId(firstMs + place * 1_000, place + 1) as Id<'learner'>; // made here
}

/** An identity as long and as unlike its neighbours as a real one. */
function madeId(ms: number, salt: number): string {
  let state = (salt + 1) * 2_654_435_761 + (ms % 1_000_003);
  const bytes = Uint8Array.from({ length: 10 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >> 16) & 0xff;
  });
  return uuidv7(ms, bytes);
}

function dateOf(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10) as CalendarDate; // the form of a calendar date
}

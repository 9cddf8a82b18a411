/**
 * Sessions as screens see them: with their class, course and teacher, and the people who are expected. Reads only what
 * the given sessions need, so that it costs the same with ten learners in the store or ten thousand. Merged learners
 * are followed to the person that they are.
 */
import type { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import type { Enrolment } from '../../domain/records/enrolment.ts';
import type { Learner } from '../../domain/records/learner.ts';
import type { Session } from '../../domain/records/session.ts';
import type { Teacher } from '../../domain/records/teacher.ts';
import { type People, peopleOf } from '../../domain/rules/people.ts';
import type { DeviceDatabase } from '../../store/database.ts';
import { getRows, rowsWhere } from '../../store/queries.ts';

/** What a session is about. */
export interface SessionTitle {
  readonly session: Session;
  readonly run: Class | undefined;
  readonly course: Course | undefined;
  readonly teacher: Teacher | undefined;
}

/** The same sessions in the same order, with what they are about. */
export async function titlesOf(db: DeviceDatabase, sessions: readonly Session[]): Promise<readonly SessionTitle[]> {
  const runs = byId(await getRows(db, 'class', unique(sessions.map((session) => session.class))));
  const [courses, teachers] = await Promise.all([
    getRows(db, 'course', unique([...runs.values()].map((run) => run.course))),
    getRows(db, 'teacher', unique(sessions.map((session) => teacherOf(session, runs)))),
  ]);
  const [courseById, teacherById] = [byId(courses), byId(teachers)];
  return sessions.map((session) => {
    const run = session.class === undefined ? undefined : runs.get(session.class);
    const teacher = teacherOf(session, runs);
    return {
      session,
      run,
      course: run && courseById.get(run.course),
      teacher: teacher === undefined ? undefined : teacherById.get(teacher),
    };
  });
}

/** Every enrolment in the sessions' classes. */
export async function enrolmentsOf(db: DeviceDatabase, sessions: readonly Session[]): Promise<readonly Enrolment[]> {
  const runs = unique(sessions.map((session) => session.class));
  return (await Promise.all(runs.map((run) => rowsWhere(db, 'enrolment', 'class', run)))).flat();
}

/** The learners of these ids and everybody that they were merged into. */
export async function readPeople(db: DeviceDatabase, ids: readonly string[]): Promise<People> {
  const known = new Map<string, Learner>();
  for (let wanted = unique(ids); wanted.length > 0; ) {
    for (const learner of await getRows(db, 'learner', wanted)) known.set(learner.id, learner);
    const next = [...known.values()].map((learner) => learner.mergedInto);
    const asked = new Set(wanted);
    wanted = unique(next).filter((id) => !known.has(id) && !asked.has(id));
  }
  return peopleOf(known.values());
}

function teacherOf(session: Session, runs: ReadonlyMap<string, Class>): Session['teacher'] {
  return session.teacher ?? (session.class === undefined ? undefined : runs.get(session.class)?.teacher);
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function unique(ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

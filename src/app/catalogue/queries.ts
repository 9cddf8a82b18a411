/** What the catalogue reads: programmes with their courses, and one course with the classes that run it here. */
import type { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import type { Programme } from '../../domain/records/programme.ts';
import type { DeviceDatabase } from '../../store/database.ts';
import { allRows, getRow, rowsWhere } from '../../store/queries.ts';

export interface ProgrammeCourses {
  readonly programme: Programme;
  readonly courses: readonly Course[];
}

/** Every programme that has courses, in the order of its identity. */
export async function readCatalogue(db: DeviceDatabase): Promise<readonly ProgrammeCourses[]> {
  const [programmes, courses] = await Promise.all([allRows(db, 'programme'), allRows(db, 'course')]);
  const byProgramme = new Map<string, Course[]>();
  for (const course of courses) {
    const known = byProgramme.get(course.programme);
    if (known) known.push(course);
    else byProgramme.set(course.programme, [course]);
  }
  return programmes.flatMap((programme) => {
    const own = byProgramme.get(programme.id);
    return own ? [{ programme, courses: own }] : [];
  });
}

export interface CoursePage {
  readonly course: Course;
  readonly programme: Programme | undefined;
  /** The newest first. */
  readonly classes: readonly Class[];
}

/** One course; `missing` when it was withdrawn or is not here. */
export async function readCoursePage(db: DeviceDatabase, id: string): Promise<CoursePage | 'missing'> {
  const course = await getRow(db, 'course', id);
  if (!course) return 'missing';
  const [programme, classes] = await Promise.all([
    getRow(db, 'programme', course.programme),
    rowsWhere(db, 'class', 'course', id),
  ]);
  return { course, programme, classes: [...classes].sort((a, b) => (a.starts < b.starts ? 1 : -1)) };
}

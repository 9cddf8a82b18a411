/**
 * The 123 courses of the demo city, two to four a programme. Ids are stable (`c001` …) and run in the order of the
 * programmes. Every course asks something for completion: a minimum attendance, an assessment, or both.
 */
import type { Level } from '../../domain/records/course.ts';
import { adultCollegeCourses } from './adultCollegeCourses.ts';
import { communityCollegeCourses } from './communityCollegeCourses.ts';
import type { CourseTable } from './courseRow.ts';
import { courseTopics } from './courseTopics.ts';
import { enterpriseCourses } from './enterpriseCourses.ts';
import { thirdSectorCourses } from './thirdSectorCourses.ts';

export interface DemoCourse {
  readonly id: string;
  readonly programme: string;
  readonly zh: string;
  readonly en: string;
  readonly level: Level;
  /** Contact minutes of the whole course: a whole number of minutes in each of its sessions. */
  readonly minutes: number;
  readonly sessions: number;
  readonly minAttendancePercent: number | undefined;
  readonly assessment: boolean;
  /** One a session, in Chinese. */
  readonly topics?: readonly string[];
}

const coursesOf = (table: CourseTable): readonly DemoCourse[] =>
  Object.entries(table).flatMap(([programme, rows]) =>
    rows.map(([id, zh, en, level, sessions, minutesEach, minAttendancePercent, assessment]) => {
      const topics = courseTopics[id];
      const minutes = sessions * minutesEach;
      const course = { id, programme, zh, en, level, minutes, sessions, minAttendancePercent, assessment };
      return topics === undefined ? course : { ...course, topics };
    }),
  );

/** All courses, in the order of their ids. */
export const courses: readonly DemoCourse[] = [
  communityCollegeCourses,
  adultCollegeCourses,
  enterpriseCourses,
  thirdSectorCourses,
].flatMap(coursesOf);

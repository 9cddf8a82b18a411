/** Which courses of the catalogue are wanted: by theme, network, level and words. Knows no screen. */
import type { Level } from '../../domain/records/course.ts';
import type { Network } from '../../domain/records/facility.ts';
import type { Theme } from '../../domain/records/programme.ts';
import type { ProgrammeCourses } from './queries.ts';

export interface Filters {
  readonly query: string;
  /** An empty choice is all of them. */
  readonly theme: Theme | '';
  readonly network: Network | '';
  readonly level: Level | '';
}

export const noFilters: Filters = { query: '', theme: '', network: '', level: '' };

/** The programmes that hold a wanted course, with only those; a programme's own name finds all of its courses. */
export function filterCatalogue(catalogue: readonly ProgrammeCourses[], wanted: Filters): readonly ProgrammeCourses[] {
  const words = wanted.query.trim().toLowerCase();
  const says = (names: { readonly zh: string; readonly en: string }) =>
    names.zh.toLowerCase().includes(words) || names.en.toLowerCase().includes(words);
  return catalogue
    .filter(({ programme }) => wanted.theme === '' || programme.theme === wanted.theme)
    .filter(({ programme }) => wanted.network === '' || programme.network === wanted.network)
    .map(({ programme, courses }) => ({
      programme,
      courses: courses
        .filter((course) => wanted.level === '' || course.level === wanted.level)
        .filter((course) => says(programme) || says(course)),
    }))
    .filter(({ courses }) => courses.length > 0);
}

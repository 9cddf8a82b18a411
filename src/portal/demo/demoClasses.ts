/**
 * The six facilities of the demo city whose records are told in full, in six districts, with what they teach this
 * term. Days are counted from today, so that there is a roll call to take whenever somebody looks.
 */

export interface DemoClass {
  /** Id of the course. */
  readonly course: string;
  /** Weekly hours: days from today (its weekday is meant) and start; or one of the usual patterns (timetables.ts). */
  readonly hours: readonly (readonly [daysFromToday: number, start: string])[] | string;
  /** Negative: it begins in so many weeks. */
  readonly startedWeeksAgo: number;
  /** Id of one of the rooms (timetables.ts). */
  readonly room: string;
  /** How many learners enrol. */
  readonly enrolled: number;
}

export interface DemoPlace {
  /** The facility's code. */
  readonly facility: string;
  readonly learners: number;
  readonly teachers: number;
  readonly classes: readonly DemoClass[];
  /** Open to everybody, heads counted; this one is today. */
  readonly lecture: { readonly title: string; readonly start: string };
}

/** The facility that a demonstration enrols its tablet at: the Manchu township of Changshaoying in Huairou. */
export const demoFacility = '110116211-01';

const run = (
  course: string,
  hours: DemoClass['hours'],
  startedWeeksAgo: number,
  room: string,
  enrolled: number,
): DemoClass => ({ course, hours, startedWeeksAgo, room, enrolled });

/** In the order of their codes, the demo facility among them. */
export const demoPlaces: readonly DemoPlace[] = [
  {
    facility: '110111111-01',
    learners: 38,
    teachers: 4,
    lecture: { title: '山洪避险与急救', start: '15:30' },
    classes: [
      run('c056', [[0, '09:00']], 6, 'classroom2', 18),
      run('c025', 'morningExercise', 7, 'yard', 26),
      run('c037', [[0, '14:00']], 2, 'computers', 16),
      run('c034', [[2, '09:30']], -2, 'studio', 15),
    ],
  },
  {
    facility: '110115108-01',
    learners: 44,
    teachers: 5,
    lecture: { title: '西瓜种植技术讲座', start: '19:00' },
    classes: [
      run('c060', [[0, '09:00']], 5, 'computers', 20),
      run(
        'c022',
        [
          [0, '14:00'],
          [3, '14:00'],
        ],
        6,
        'multiPurpose',
        30,
      ),
      run('c007', [[-1, '09:30']], 9, 'reading', 18),
      run('c054', 'saturdayWorkshop', 7, 'workshop', 17),
      run('c014', [[4, '19:00']], -1, 'classroom1', 14),
    ],
  },
  {
    facility: '110116211-01',
    learners: 52,
    teachers: 6,
    lecture: { title: '垃圾分类讲座', start: '19:00' },
    classes: [
      run('c035', [[0, '09:00']], 5, 'computers', 24),
      run('c026', [[0, '14:00']], 9, 'dance', 32),
      run(
        'c022',
        [
          [-1, '09:00'],
          [2, '09:00'],
        ],
        5,
        'multiPurpose',
        30,
      ),
      run('c077', 'fridayMorning', 6, 'studio', 16),
      run('c025', 'morningExercise', 10, 'yard', 28),
      run('c034', [[3, '09:30']], -2, 'classroom1', 18),
    ],
  },
  {
    facility: '110117006-01',
    learners: 36,
    teachers: 4,
    lecture: { title: '大桃冬季管理讲座', start: '18:30' },
    classes: [
      run('c051', [[0, '14:00']], 5, 'workshop', 20),
      run('c024', [[0, '09:00']], 8, 'multiPurpose', 26),
      run('c036', [[1, '09:30']], 4, 'computers', 15),
      run('c076', 'fridayMorning', 8, 'studio', 14),
    ],
  },
  {
    facility: '110118111-01',
    learners: 40,
    teachers: 5,
    lecture: { title: '长城保护员分享会', start: '10:30' },
    classes: [
      run('c059', [[0, '09:00']], 4, 'classroom2', 16),
      run('c031', [[0, '14:00']], 9, 'studio', 18),
      run('c021', [[-1, '09:30']], 5, 'classroom1', 22),
      run('c039', 'mondayEvening', 6, 'classroom2', 20),
      run('c072', 'wednesdayAfternoon', 9, 'kitchen', 15),
    ],
  },
  {
    facility: '110119102-01',
    learners: 33,
    teachers: 4,
    lecture: { title: '冰雪运动安全讲座', start: '14:00' },
    classes: [
      run('c073', [[0, '09:00']], 2, 'kitchen', 14),
      run('c075', [[-1, '14:00']], 3, 'classroom1', 18),
      run(
        'c026',
        [
          [0, '16:00'],
          [2, '16:00'],
        ],
        5,
        'dance',
        22,
      ),
      run('c008', 'twoMornings', 9, 'reading', 15),
    ],
  },
];

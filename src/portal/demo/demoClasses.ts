/**
 * The six facilities of the demo city whose records are told in full, in six districts, with what they teach this
 * term. Days are counted from today, so that there is a roll call to take whenever somebody looks.
 */

export interface DemoClass {
  /** Id of the course. */
  readonly course: string;
  /** Weekly hours: days from today (its weekday is meant), start. */
  readonly hours: readonly (readonly [daysFromToday: number, start: string])[];
  /** Negative: it begins in so many weeks. */
  readonly startedWeeksAgo: number;
  /** Of the facility's rooms. */
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
      run('c056', [[0, '09:00']], 6, '102教室', 18),
      run(
        'c025',
        [
          [-1, '08:30'],
          [1, '08:30'],
          [3, '08:30'],
        ],
        7,
        '文化广场',
        26,
      ),
      run('c037', [[0, '14:00']], 2, '电脑教室', 16),
      run('c034', [[2, '09:30']], -2, '书画室', 15),
    ],
  },
  {
    facility: '110115108-01',
    learners: 44,
    teachers: 5,
    lecture: { title: '西瓜种植技术讲座', start: '19:00' },
    classes: [
      run('c060', [[0, '09:00']], 5, '电脑教室', 20),
      run(
        'c022',
        [
          [0, '14:00'],
          [3, '14:00'],
        ],
        6,
        '多功能厅',
        30,
      ),
      run('c007', [[-1, '09:30']], 9, '图书阅览室', 18),
      run('c054', [[2, '14:00']], 7, '实训室', 17),
      run('c014', [[4, '19:00']], -1, '101教室', 14),
    ],
  },
  {
    facility: '110116211-01',
    learners: 52,
    teachers: 6,
    lecture: { title: '垃圾分类讲座', start: '19:00' },
    classes: [
      run('c035', [[0, '09:00']], 5, '电脑教室', 24),
      run('c026', [[0, '14:00']], 9, '舞蹈排练厅', 32),
      run(
        'c022',
        [
          [-1, '09:00'],
          [2, '09:00'],
        ],
        5,
        '多功能厅',
        30,
      ),
      run('c077', [[1, '14:00']], 6, '书画室', 16),
      run(
        'c025',
        [
          [-1, '08:30'],
          [1, '08:30'],
          [3, '08:30'],
        ],
        10,
        '文化广场',
        28,
      ),
      run('c034', [[3, '09:30']], -2, '101教室', 18),
    ],
  },
  {
    facility: '110117006-01',
    learners: 36,
    teachers: 4,
    lecture: { title: '大桃冬季管理讲座', start: '18:30' },
    classes: [
      run('c051', [[0, '14:00']], 5, '实训室', 20),
      run('c024', [[0, '09:00']], 8, '多功能厅', 26),
      run('c036', [[1, '09:30']], 4, '电脑教室', 15),
      run('c076', [[-1, '14:00']], 8, '书画室', 14),
    ],
  },
  {
    facility: '110118111-01',
    learners: 40,
    teachers: 5,
    lecture: { title: '长城保护员分享会', start: '10:30' },
    classes: [
      run('c059', [[0, '09:00']], 4, '102教室', 16),
      run('c031', [[0, '14:00']], 9, '书画室', 18),
      run('c021', [[-1, '09:30']], 5, '101教室', 22),
      run(
        'c039',
        [
          [1, '18:30'],
          [3, '18:30'],
        ],
        6,
        '102教室',
        20,
      ),
      run('c072', [[2, '14:00']], 9, '烹饪教室', 15),
    ],
  },
  {
    facility: '110119102-01',
    learners: 33,
    teachers: 4,
    lecture: { title: '冰雪运动安全讲座', start: '14:00' },
    classes: [
      run('c073', [[0, '09:00']], 2, '烹饪教室', 14),
      run('c075', [[-1, '14:00']], 3, '101教室', 18),
      run(
        'c026',
        [
          [0, '16:00'],
          [2, '16:00'],
        ],
        5,
        '舞蹈排练厅',
        22,
      ),
      run('c008', [[1, '09:30']], 9, '图书阅览室', 15),
    ],
  },
];

/**
 * Weekly class patterns and rooms as community centres have them: older people in the morning, employees in the
 * evening, children after school and at the weekend. Every length of lesson in courses.ts has a pattern.
 */

export interface WeeklyMeeting {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Local time, `HH:MM`. */
  readonly start: string;
  readonly minutes: number;
}

export interface WeeklyPattern {
  readonly id: string;
  readonly meetings: readonly WeeklyMeeting[];
}

export interface DemoRoom {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly capacity: number;
}

const on = (weekdays: readonly number[], start: string, minutes: number): readonly WeeklyMeeting[] =>
  weekdays.map((weekday) => ({ weekday, start, minutes }));

export const weeklyPatterns: readonly WeeklyPattern[] = [
  { id: 'morningExercise', meetings: on([1, 3, 5], '08:30', 60) },
  { id: 'twoMornings', meetings: on([2, 4], '09:00', 90) },
  { id: 'fridayMorning', meetings: on([5], '09:30', 90) },
  { id: 'thursdayHour', meetings: on([4], '10:00', 60) },
  { id: 'wednesdayAfternoon', meetings: on([3], '14:00', 120) },
  { id: 'afterSchool', meetings: on([3], '16:10', 45) },
  { id: 'twoEvenings', meetings: on([2, 4], '18:30', 120) },
  { id: 'mondayEvening', meetings: on([1], '19:00', 90) },
  { id: 'saturdayWorkshop', meetings: on([6], '09:00', 120) },
  { id: 'sundayFamilies', meetings: on([7], '10:00', 45) },
];

export const rooms: readonly DemoRoom[] = [
  { id: 'classroom1', zh: '101教室', en: 'Room 101', capacity: 36 },
  { id: 'classroom2', zh: '102教室', en: 'Room 102', capacity: 30 },
  { id: 'multiPurpose', zh: '多功能厅', en: 'Hall', capacity: 80 },
  { id: 'computers', zh: '电脑教室', en: 'Computer room', capacity: 24 },
  { id: 'studio', zh: '书画室', en: 'Studio', capacity: 20 },
  { id: 'dance', zh: '舞蹈排练厅', en: 'Dance room', capacity: 40 },
  { id: 'reading', zh: '图书阅览室', en: 'Reading room', capacity: 25 },
  { id: 'workshop', zh: '实训室', en: 'Workshop', capacity: 20 },
  { id: 'kitchen', zh: '烹饪教室', en: 'Teaching kitchen', capacity: 16 },
  { id: 'yard', zh: '文化广场', en: 'Yard', capacity: 120 },
];

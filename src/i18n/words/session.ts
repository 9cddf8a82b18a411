/** Words about sessions and attendance that several screens say: what a session is called, how a status is named. */
import { phrase, plural } from '../phrase.ts';

export const sessionWords = {
  lesson: phrase(
    (n: number) => `第${n}课`,
    (n: number) => `Lesson ${n}`,
  ),
  /** The second meeting of one class on one day. */
  nthOfDay: phrase(
    (n: number) => `第${n}场`,
    (n: number) => `Session ${n}`,
  ),
  unnamed: phrase('（没有名称的班级）', '(class without a name)'),
  noNames: phrase('不记名', 'no names taken'),
  people: phrase(
    (n: number) => `${n} 人`,
    (n: number) => plural(n, 'person', 'people'),
  ),
  minutes: phrase(
    (n: number) => `${n} 分钟`,
    (n: number) => `${n} min`,
  ),
  status: {
    present: phrase('到', 'Present'),
    late: phrase('迟到', 'Late'),
    leftEarly: phrase('早退', 'Left early'),
    excused: phrase('请假', 'Excused'),
    absent: phrase('缺席', 'Absent'),
    notTaken: phrase('未点', 'Not taken'),
  },
  unknownStatus: phrase('新版本的状态', 'A status of a newer version'),
  visitor: phrase('访客', 'Visitor'),
  visitors: phrase('访客', 'Visitors'),
  born: phrase(
    (year: string) => `${year} 年生`,
    (year: string) => `born ${year}`,
  ),
  card: phrase(
    (card: string) => `卡 ${card}`,
    (card: string) => `card ${card}`,
  ),
  phoneEnd: phrase(
    (digits: string) => `电话尾号 ${digits}`,
    (digits: string) => `phone …${digits}`,
  ),
};

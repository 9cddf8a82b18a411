/**
 * What the other facilities did in these days: open activities with heads counted, no classes and no names, so that
 * the city's day is not six facilities long. What was not yet reported at a facility's last contact is not held.
 * Values only; seed.ts writes them.
 */
import { type Edit, sureEdit } from '../../domain/kit/edit.ts';
import type { TimeOfDay } from '../../domain/kit/field.ts';
import { Session } from '../../domain/records/session.ts';
import { addDays } from '../../domain/rules/calendar.ts';
import { between, type Chance, inventId, oneOf } from './chances.ts';
import { dayMs, heldOrPlanned, type SeedTime } from './seedTime.ts';

const activities = [
  ['08:30', '八段锦晨练'],
  ['09:00', '书画角'],
  ['09:00', '手机使用答疑'],
  ['09:30', '阅读时光'],
  ['10:00', '健康讲座'],
  ['14:00', '合唱排练'],
  ['14:00', '手工坊'],
  ['14:30', '棋牌益智活动'],
  ['16:00', '课后阅读陪伴'],
  ['18:30', '广场舞练习'],
  ['19:00', '农业技术讲座'],
] as const;

const days = [-2, -1, 0, 1];

/** Activities of the days around today; `lastContactMs`: up to when the portal has heard of them. */
export function activityEdits(lastContactMs: number, time: SeedTime, chance: Chance): readonly Edit[] {
  return days.flatMap((day) =>
    Array.from({ length: between(chance, 1, 2) }, () => {
      const [start, title] = oneOf(chance, activities);
      const planned: Session = {
        id: inventId(chance, time.nowMs - between(chance, 7, 20) * dayMs),
        title,
        date: addDays(time.today, day),
        start: start as TimeOfDay, // written so in our own table, and checked by sureEdit
        minutes: 90,
        status: 'planned',
      };
      const headcount = between(chance, 6, 42);
      const { id, ...values } = heldOrPlanned(planned, { nowMs: lastContactMs }, chance);
      return sureEdit(Session, id, undefined, values.status === 'held' ? { ...values, headcount } : values);
    }),
  );
}

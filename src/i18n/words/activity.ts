/** Words of the form that adds a drop-in activity. */
import { phrase } from '../phrase.ts';

export const activityWords = {
  addActivity: phrase('添加不记名活动', 'Add a drop-in activity'),
  addActivityHelp: phrase(
    '讲座、放映、节庆：只数人数，不记姓名。',
    'Lectures, films, festivals: people are counted, not named.',
  ),
  activityTitle: phrase('活动名称', 'Title'),
  activityTitleHint: phrase('例如：垃圾分类讲座', 'For example: talk on sorting waste'),
  activityStart: phrase('开始时间', 'Starts at'),
  activityMinutes: phrase('时长', 'How long'),
  minutesUnit: phrase('分钟', 'minutes'),
  less: phrase('减少', 'Less'),
  more: phrase('增加', 'More'),
  add: phrase('添加', 'Add'),
  titleMissing: phrase('请写活动名称', 'Give it a title'),
  titleTooLong: phrase(
    (max: number) => `最多 ${max} 个字`,
    (max: number) => `At most ${max} characters`,
  ),
  startMissing: phrase('请选开始时间', 'Say when it starts'),
  minutesWrong: phrase('时长要在 5 到 720 分钟之间', 'Between 5 and 720 minutes'),
  added: phrase(
    (title: string) => `已添加：${title}`,
    (title: string) => `Added: ${title}`,
  ),
};

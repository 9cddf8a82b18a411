/** Words for what the rules of classes refuse, by the rule's own name. */
import type { EnrollingRefusal } from '../../domain/rules/enrolling.ts';
import type { ExtraSessionRefusal } from '../../domain/rules/newClass.ts';
import type { TimetableRefusal } from '../../domain/rules/timetable.ts';
import { type Phrase, phrase } from '../phrase.ts';

type Why = EnrollingRefusal | ExtraSessionRefusal | TimetableRefusal | 'noSessions';

export const classRefusals: { readonly [why in Why]: Phrase<[]> } = {
  classClosed: phrase('这个班已经结束，请先重新开班', 'This class has ended: open it again first'),
  notEnrolled: phrase('这个人不在这个班里', 'This person is not in the class'),
  classFull: phrase('人数已满，请先退出一位或提高名额', 'The class is full: free a place or raise the capacity first'),
  moreThanCourse: phrase(
    '课次已经排满课程规定的次数；取消一次课后可以补一次',
    'All sessions of the course are planned; cancel one to add another',
  ),
  fewerThanPlanned: phrase('已经排的课比这个数多', 'More sessions are planned already'),
  alreadyHeld: phrase('这次课已经点过名，不能再改', 'The roll was already called: this session cannot be changed'),
  sessionCancelled: phrase('这次课已取消', 'This session is cancelled'),
  slotTaken: phrase('这个时间本班已经有课', 'The class already meets at this time'),
  invalidFields: phrase('有的内容填得不对，请检查', 'Something is not filled in right: please check'),
  noSessions: phrase('这样排不出课，请检查上课时间', 'No session can be planned like this: please check the timetable'),
};

/** Words of the classes: list, form, sessions, places, the month's register, numbers. */
import type { EnrollingRefusal } from '../../domain/rules/enrolling.ts';
import type { ExtraSessionRefusal } from '../../domain/rules/newClass.ts';
import type { TimetableRefusal } from '../../domain/rules/timetable.ts';
import { type Phrase, phrase, plural } from '../phrase.ts';

type Why = EnrollingRefusal | ExtraSessionRefusal | TimetableRefusal | 'noSessions';

const refusals: { readonly [why in Why]: Phrase<[]> } = {
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

export const classWords = {
  classes: phrase('班级', 'Classes'),
  class: phrase('班级', 'Class'),
  open: phrase('开新班', 'Open a class'),
  running: phrase('正在上课的班', 'Running classes'),
  closed: phrase(
    (n: number) => `已结束的班（${n}）`,
    (n: number) => `Ended classes (${n})`,
  ),
  isClosed: phrase('已结束', 'Ended'),
  none: phrase('还没有班级', 'No classes yet'),
  noneHelp: phrase(
    '选一门课程，定好上课时间，课表就自动排好。',
    'Pick a course and its weekly hours; the sessions plan themselves.',
  ),
  noneRunning: phrase('现在没有正在上课的班。', 'No class is running now.'),
  next: phrase(
    (when: string) => `下次 ${when}`,
    (when: string) => `next ${when}`,
  ),
  noNext: phrase('没有待上的课', 'nothing left to hold'),
  progress: phrase(
    (held: number, planned: number) => `已上 ${held}/${planned} 次`,
    (held: number, planned: number) => `${held} of ${planned} held`,
  ),
  enrolled: phrase(
    (n: number) => `${n} 人`,
    (n: number) => plural(n, 'learner', 'learners'),
  ),
  enrolledOf: phrase(
    (n: number, capacity: number) => `${n}/${capacity} 人`,
    (n: number, capacity: number) => `${n} of ${capacity} places`,
  ),
  gone: phrase('没有这个班', 'This class is not here'),
  goneHelp: phrase('可能还没有同步过来。', 'Perhaps it has not been received yet.'),
  refusals,

  course: phrase('课程', 'Course'),
  findCourse: phrase('查找课程', 'Find a course'),
  findCourseHint: phrase('输入课程名称里的几个字', 'Part of the course’s name'),
  noCourse: phrase('没有找到这样的课程。', 'No such course.'),
  noCourses: phrase('课程目录还没有同步过来，请先联网一次。', 'The catalogue has not arrived yet: connect once first.'),
  otherCourse: phrase('换一门', 'Change'),
  courseLength: phrase(
    (sessions: number, hours: string) => `${sessions} 次课 · ${hours} 小时`,
    (sessions: number, hours: string) => `${plural(sessions, 'session', 'sessions')} · ${hours} h`,
  ),
  title: phrase('班级名称（可不填）', 'Name of the class (optional)'),
  titleHint: phrase(
    '同一门课开几个班时，用来区分，如“上午班”',
    'Tells two runs of one course apart, such as “Morning”',
  ),
  teacher: phrase('老师', 'Teacher'),
  noTeacher: phrase('以后再定', 'Decide later'),
  newTeacher: phrase('＋ 添加一位新老师', '+ Add a new teacher'),
  teacherName: phrase('新老师的姓名', 'Name of the new teacher'),
  teacherKind: phrase('老师类别', 'Kind of teacher'),
  teacherKinds: {
    assigned: phrase('专职', 'Assigned'),
    partTime: phrase('兼职', 'Part-time'),
    volunteer: phrase('志愿者', 'Volunteer'),
  },
  room: phrase('教室（可不填）', 'Room (optional)'),
  starts: phrase('开课日期', 'Starts on'),
  timetable: phrase('每周上课时间', 'Weekly hours'),
  weekday: phrase('星期', 'Day'),
  start: phrase('开始', 'Start'),
  minutes: phrase('时长（分钟）', 'Length (min)'),
  addHours: phrase('再加一个时间', 'Add another time'),
  removeHours: phrase(
    (which: string) => `去掉 ${which}`,
    (which: string) => `Remove ${which}`,
  ),
  timetableMissing: phrase('至少要有一个上课时间', 'At least one weekly time is needed'),
  sessions: phrase('一共上几次', 'Number of sessions'),
  sessionsHint: phrase(
    (n: number) => `课程规定 ${n} 次`,
    (n: number) => `The course has ${n}`,
  ),
  capacity: phrase('名额（可不填）', 'Places (optional)'),
  capacityHint: phrase('报满以后，再报名的人自动进候补', 'Once full, further people go on the waiting list'),
  less: phrase('减一', 'One less'),
  more: phrase('加一', 'One more'),
  preview: phrase('排出来的课', 'The sessions'),
  previewCount: phrase(
    (n: number, first: string, last: string) => `共 ${n} 次课，${first} 到 ${last}`,
    (n: number, first: string, last: string) => `${plural(n, 'session', 'sessions')}, ${first} to ${last}`,
  ),
  previewEmpty: phrase(
    '选好课程、日期和时间，这里会列出每次课。',
    'Pick a course, a date and hours: every session will be listed here.',
  ),
  fewer: phrase(
    (n: number) => `课程规定只有 ${n} 次，多出来的不排`,
    (n: number) => `The course has only ${n}: no more are planned`,
  ),
  warnings: {
    holidaySkipped: phrase(
      (dates: string) => `放假不上课，已跳过：${dates}`,
      (dates: string) => `Public holidays, skipped: ${dates}`,
    ),
    makeUpDay: phrase(
      (dates: string) => `是调休上班日，请确认是否上课：${dates}`,
      (dates: string) => `Make-up working days, please check whether the class meets: ${dates}`,
    ),
    beyondKnownHolidays: phrase(
      (dates: string) => `${dates} 以后的放假安排还没公布，到时请再看一下`,
      (dates: string) => `Holidays from ${dates} on are not announced yet: check again then`,
    ),
  },
  comma: phrase('、', ', '),
  create: phrase('开班', 'Open the class'),
  created: phrase(
    (n: number) => `已开班，排好 ${n} 次课`,
    (n: number) => `Class opened with ${plural(n, 'session', 'sessions')}`,
  ),

  views: phrase('班级的内容', 'Parts of this class'),
  viewNames: {
    sessions: phrase('课次', 'Sessions'),
    learners: phrase('学员', 'Learners'),
    register: phrase('点名册', 'Register'),
    numbers: phrase('统计', 'Numbers'),
  },
  call: phrase('点名', 'Call the roll'),
  look: phrase('查看', 'Open'),
  held: phrase(
    (there: number, expected: number) => `到 ${there}/${expected}`,
    (there: number, expected: number) => `${there} of ${expected} there`,
  ),
  upcoming: phrase('未上', 'To come'),
  notCalled: phrase('还没点名', 'Roll not called'),
  cancelled: phrase('已取消', 'Cancelled'),
  change: phrase('改时间', 'Change'),
  changeOf: phrase(
    (title: string) => `改时间：${title}`,
    (title: string) => `Change ${title}`,
  ),
  changeTitle: phrase(
    (lesson: string) => `${lesson}：改时间或取消`,
    (lesson: string) => `${lesson}: move or cancel`,
  ),
  date: phrase('日期', 'Date'),
  move: phrase('改到这个时间', 'Move it here'),
  moved: phrase('已改时间', 'Moved'),
  cancelSession: phrase('取消这次课', 'Cancel this session'),
  sessionCancelled: phrase('已取消这次课', 'Session cancelled'),
  reinstate: phrase('恢复这次课', 'Take the cancellation back'),
  reinstated: phrase('已恢复', 'The session takes place again'),
  addSession: phrase('加一次课', 'Add a session'),
  add: phrase('添加', 'Add'),
  added: phrase('已加一次课', 'Session added'),
  topic: phrase('内容（可不填）', 'Topic (optional)'),
  noSessions: phrase('还没有排课。', 'No sessions yet.'),

  enrol: phrase('添加学员', 'Enrol learners'),
  enrolTitle: phrase('添加学员到本班', 'Enrol learners in this class'),
  find: phrase('查找学员', 'Find learners'),
  findHint: phrase(
    '姓名、拼音首字母（如 zw）、卡号或手机后四位',
    'Name, pinyin initials (zw), card, last 4 digits of the phone',
  ),
  chosen: phrase(
    (n: number) => `已选 ${n} 位`,
    (n: number) => `${n} chosen`,
  ),
  enrolThese: phrase(
    (n: number) => (n === 0 ? '添加' : `添加这 ${n} 位`),
    (n: number) => (n === 0 ? 'Enrol' : `Enrol ${n}`),
  ),
  willWait: phrase(
    (n: number) => `名额不够，其中 ${n} 位会进候补。`,
    (n: number) => `Not enough places: ${n} of them will wait.`,
  ),
  enrolledNow: phrase(
    (n: number) => `已添加 ${n} 位`,
    (n: number) => `${n} enrolled`,
  ),
  sinceDate: phrase('从哪天算起', 'Counts from'),
  sinceHint: phrase('这一天以后的课才把他们列进点名', 'Roll calls from this day on list them'),
  nobodyElse: phrase('没有找到，或都已在班里。', 'Nobody found, or all of them are in the class.'),
  noLearners: phrase('这个班还没有学员。', 'Nobody is enrolled yet.'),
  active: phrase('在读', 'Enrolled'),
  waiting: phrase('候补', 'Waiting'),
  left: phrase('已退班或结业', 'Left or completed'),
  withdrawn: phrase('已退班', 'Withdrawn'),
  completed: phrase('已结业', 'Completed'),
  since: phrase(
    (date: string) => `${date} 加入`,
    (date: string) => `since ${date}`,
  ),
  withdraw: phrase('退班', 'Withdraw'),
  withdrawOf: phrase(
    (name: string) => `${name} 退班`,
    (name: string) => `Withdraw ${name}`,
  ),
  withdrew: phrase(
    (name: string) => `${name} 已退班`,
    (name: string) => `${name} was withdrawn`,
  ),
  moveUp: phrase('转为在读', 'Give a place'),
  movedUp: phrase(
    (name: string) => `${name} 已转为在读`,
    (name: string) => `${name} has a place now`,
  ),
  comeBack: phrase('重新加入', 'Enrol again'),
  cameBack: phrase(
    (name: string) => `${name} 已重新加入`,
    (name: string) => `${name} is in the class again`,
  ),

  month: phrase('月份', 'Month'),
  registerOf: phrase(
    (name: string, month: string) => `${name} · ${month}点名册`,
    (name: string, month: string) => `${name} · register of ${month}`,
  ),
  print: phrase('打印', 'Print'),
  name: phrase('姓名', 'Name'),
  timesThere: phrase('到课次数', 'Times there'),
  thereCount: phrase('实到人数', 'People there'),
  visitor: phrase('访客', 'visitor'),
  legend: phrase('记号', 'Marks'),
  notTaken: phrase('未点', 'Not taken'),
  participations: phrase('参加人次', 'Participations'),
  distinct: phrase('参加人数', 'Different people'),
  headcounts: phrase('不记名人次', 'Counted without names'),
  hours: phrase('学时（小时）', 'Contact hours'),
  emptyMonth: phrase('这个班还没有课。', 'The class has no sessions yet.'),
  monthNumbers: phrase('本月合计', 'This month'),

  statistics: phrase('每位学员的出勤', 'Attendance of each learner'),
  attendedOf: phrase('到课/点名', 'There / called'),
  percent: phrase('出勤率', 'Attendance'),
  lastFive: phrase('最近五次', 'Last five'),
  often: phrase('常缺课', 'Often absent'),
  noNumbers: phrase('点过名以后，这里就有数字。', 'Numbers appear after the first roll call.'),
  missing: phrase('结业还差什么', 'What completion still needs'),
  missingUncalled: phrase(
    (n: number) => `${n} 次课已过日期还没点名`,
    (n: number) => `${plural(n, 'past session has', 'past sessions have')} no roll call`,
  ),
  missingLearners: phrase(
    (n: number) => `${n} 位学员的学时还不够：`,
    (n: number) => `${plural(n, 'learner lacks', 'learners lack')} contact time:`,
  ),
  short: phrase(
    (minutes: number, left: number) => `还差 ${minutes} 分钟，还有 ${left} 次课`,
    (minutes: number, left: number) => `${minutes} min short, ${plural(left, 'session', 'sessions')} left`,
  ),
  outOfReach: phrase(
    (minutes: number) => `还差 ${minutes} 分钟，剩下的课全到也不够`,
    (minutes: number) => `${minutes} min short, out of reach even with all sessions left`,
  ),
  needsAssessment: phrase('本课程结业还要通过考核。', 'Completion of this course also asks for a passed assessment.'),
  nothingMissing: phrase('学时都够了。', 'Everybody has enough contact time.'),
  needed: phrase(
    (percent: number) => `结业要求：出勤不少于 ${percent}%`,
    (percent: number) => `Completion asks for at least ${percent}% attendance`,
  ),
  noRule: phrase('这门课没有出勤要求。', 'This course asks for no attendance.'),
  noCourseHere: phrase('课程资料还没有同步过来。', 'The course’s details have not arrived yet.'),

  close: phrase('结束这个班', 'End this class'),
  closeTitle: phrase(
    (name: string) => `结束“${name}”？`,
    (name: string) => `End ${name}?`,
  ),
  closeHelp: phrase(
    '结束后不再列在正在上课的班里，也不能再添加学员。所有记录都保留，随时可以重新开班。',
    'It leaves the running classes and takes nobody in. All records stay; it can be opened again at any time.',
  ),
  closeOpenSessions: phrase(
    (n: number) => `还有 ${n} 次课没上，会保留为“未上”。`,
    (n: number) => `${plural(n, 'session', 'sessions')} not held yet will stay as planned.`,
  ),
  closedNow: phrase('这个班已结束', 'The class has ended'),
  reopen: phrase('重新开班', 'Open again'),
  reopened: phrase('已重新开班', 'The class is open again'),
};

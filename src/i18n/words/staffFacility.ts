/** Words of one facility as staff see it: facts, devices, enrolment codes, classes, the register, what needs care. */
import { phrase, plural } from '../phrase.ts';

export const staffFacilityWords = {
  facts: phrase('基本情况', 'Facts'),
  code: phrase('编号', 'Code'),
  district: phrase('区', 'District'),
  network: phrase('所属网络', 'Network'),
  kind: phrase('类型', 'Kind'),
  kinds: {
    distancePoint: phrase('远程学习点', 'Distance-learning point'),
    communityCollege: phrase('社区学院', 'Community college'),
    olderPeoplesUniversity: phrase('老年大学', 'Older people’s university'),
    openSchool: phrase('开放学校', 'Open school'),
    adultSchool: phrase('成人学校', 'Adult school'),
  },
  address: phrase('地址', 'Address'),
  contactPerson: phrase('联系人', 'Contact person'),

  devices: phrase('设备', 'Devices'),
  noDevices: phrase('还没有设备登记。生成一个登记码，交给驿站。', 'No device is enrolled yet: make a code for it.'),
  active: phrase('在用', 'In use'),
  revoked: phrase('已停用', 'Revoked'),
  enrolledAt: phrase(
    (when: string) => `登记于 ${when}`,
    (when: string) => `enrolled ${when}`,
  ),
  lastContactAt: phrase(
    (when: string) => `上次联系 ${when}`,
    (when: string) => `last contact ${when}`,
  ),
  neverInContact: phrase('还没联系过', 'not in contact yet'),
  clockIs: phrase(
    (words: string) => `时钟${words}`,
    (words: string) => `clock ${words}`,
  ),
  versionIs: phrase(
    (version: string) => `版本 ${version}`,
    (version: string) => `version ${version}`,
  ),
  revoke: phrase('停用', 'Revoke'),
  revokeTitle: phrase(
    (label: string) => `停用“${label}”？`,
    (label: string) => `Revoke “${label}”?`,
  ),
  revokeWhat: phrase(
    '停用后，门户不再接受这台设备的上报。设备丢失或换下时才这样做。',
    'The portal will take nothing more from this device. Do this when it is lost or replaced.',
  ),
  revokeSafe: phrase(
    '门户已经收到的记录不受影响。设备上还没上报的记录会留在设备里。',
    'What the portal has received stays. What the device has not sent yet stays on the device.',
  ),
  revokeWaits: phrase(
    (n: number) => `它上次联系时还有 ${n} 条没有上报。`,
    (n: number) => `At its last contact ${plural(n, 'change', 'changes')} had not been sent.`,
  ),
  revokeLasting: phrase(
    '不能恢复；要再用，需要重新登记。',
    'This cannot be taken back; it would have to be enrolled anew.',
  ),
  revokeNow: phrase('停用这台设备', 'Revoke this device'),
  revoking: phrase('正在停用…', 'Revoking…'),
  revokeDone: phrase(
    (label: string) => `“${label}”已停用`,
    (label: string) => `“${label}” is revoked`,
  ),

  enrolment: phrase('登记码', 'Enrolment code'),
  enrolmentHelp: phrase(
    '新设备用登记码登记到这个驿站。一个码只能用一次，只显示这一次。',
    'A new device joins this facility by a code. A code works once and is shown only once.',
  ),
  makeCode: phrase('生成登记码', 'Make a code'),
  makeAnother: phrase('再生成一个', 'Make another'),
  makingCode: phrase('正在生成…', 'Making it…'),
  codeUntil: phrase(
    (when: string) => `${when} 以前有效`,
    (when: string) => `Good until ${when}`,
  ),
  codeSteps: phrase(
    '在新设备上打开下面的地址，核对登记码，点“登记”。',
    'Open this address on the new device, compare the code and enrol it.',
  ),
  print: phrase('打印', 'Print'),

  classes: phrase('班级', 'Classes'),
  noClasses: phrase('这个驿站还没有班级。', 'This facility has no classes yet.'),
  class: phrase('班级', 'Class'),
  term: phrase('学期', 'Term'),
  teacher: phrase('教师', 'Teacher'),
  enrolled: phrase('在读', 'Enrolled'),
  ofCapacity: phrase(
    (n: string, capacity: string) => `${n} / ${capacity}`,
    (n: string, capacity: string) => `${n} of ${capacity}`,
  ),
  held: phrase('已点名 / 课次', 'Held / planned'),
  participations: phrase('到课人次', 'Participations'),
  next: phrase('下次', 'Next'),

  sessions: phrase('近期课次', 'Recent sessions'),
  sessionsFrom: phrase(
    (from: string, to: string) => `${from}至${to}`,
    (from: string, to: string) => `${from} to ${to}`,
  ),
  noSessions: phrase('这段时间没有课次。', 'No sessions in these days.'),
  date: phrase('时间', 'When'),
  taken: phrase('已点', 'Taken'),
  notTaken: phrase('未点', 'Not taken'),
  toCome: phrase('还没到', 'To come'),
  cancelled: phrase('已取消', 'Cancelled'),

  attention: phrase('需要留意', 'Needs care'),
  nothing: phrase('没有争议，也没有未被接受的记录。', 'No disagreements and nothing refused.'),
  clashes: phrase('两种说法', 'Disagreements'),
  clashesHelp: phrase(
    '两台设备改了同一项。较晚的一次生效，另一种说法也留着；由驿站核对。',
    'Two devices changed the same thing. The later one holds, the other is kept; the facility checks which is right.',
  ),
  keptValue: phrase('生效', 'Holds'),
  otherValue: phrase('另一种', 'Other'),
  byDeviceAt: phrase(
    (device: string, when: string) => `设备 ${device}，${when}`,
    (device: string, when: string) => `device ${device}, ${when}`,
  ),
  refused: phrase('未被接受的记录', 'Refused'),
  refusedHelp: phrase(
    '这些记录还在驿站的设备上，由驿站改好再报。',
    'These are still on the facility’s devices, to be mended and sent again.',
  ),
  hidden: phrase('（加密）', '(sealed)'),
  nothingThere: phrase('（空）', '(nothing)'),
  yes: phrase('是', 'yes'),
  no: phrase('否', 'no'),
  records: {
    attendance: phrase('点名', 'Mark'),
    learner: phrase('学员', 'Learner'),
    enrolment: phrase('入班', 'Place in a class'),
    class: phrase('班级', 'Class'),
    session: phrase('课次', 'Session'),
    teacher: phrase('教师', 'Teacher'),
  },
  fields: {
    status: phrase('状态', 'Status'),
    minutes: phrase('分钟', 'Minutes'),
    name: phrase('姓名', 'Name'),
    title: phrase('名称', 'Title'),
    number: phrase('第几课', 'Number'),
    topic: phrase('内容', 'Topic'),
    date: phrase('日期', 'Date'),
    start: phrase('开始', 'Start'),
    room: phrase('教室', 'Room'),
    headcount: phrase('不记名人数', 'Headcount'),
    closedAt: phrase('点名完成', 'Closed'),
    deleted: phrase('删除', 'Removed'),
    sealed: phrase('备注等私密内容', 'Private details'),
  },

  register: phrase('点名册', 'Register'),
  registerOf: phrase(
    (name: string, month: string) => `${name} · ${month}`,
    (name: string, month: string) => `${name} · ${month}`,
  ),
  month: phrase('月份', 'Month'),
  learner: phrase('学员', 'Learner'),
  times: phrase('到课', 'There'),
  roomTotal: phrase('在场', 'In the room'),
  learners: phrase('到过的学员', 'Learners who came'),
  participationsHelp: phrase('按次数算', 'every time counts'),
  learnersHelp: phrase('每人只算一次', 'each person once'),
  emptyMonth: phrase('这个月没有课次。', 'No sessions in this month.'),
  nobody: phrase('这个月还没有名字。', 'No names in this month.'),
  visitor: phrase('访客', 'visitor'),
  legend: phrase('图例', 'Legend'),
  cellHelp: phrase('点一格看这次点名的经过。', 'Choose a cell to see how this mark came about.'),
  cell: phrase(
    (name: string, date: string, status: string) => `${name}，${date}：${status}`,
    (name: string, date: string, status: string) => `${name}, ${date}: ${status}`,
  ),

  historyOf: phrase(
    (name: string, date: string) => `${name} · ${date}`,
    (name: string, date: string) => `${name} · ${date}`,
  ),
  historyNone: phrase('这次没有给这位学员点过名。', 'This learner was never marked in this session.'),
  historyTruncated: phrase('更早的修改没有列出。', 'Older changes are not listed.'),
  became: phrase(
    (field: string, from: string, to: string) => `${field}：${from} → ${to}`,
    (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  ),
  setTo: phrase(
    (field: string, to: string) => `${field}：${to}`,
    (field: string, to: string) => `${field}: ${to}`,
  ),
  onDevice: phrase(
    (label: string) => `设备“${label}”`,
    (label: string) => `on “${label}”`,
  ),
  byPortal: phrase('门户', 'by the portal'),
  byPerson: phrase(
    (who: string) => `操作人 ${who}`,
    (who: string) => `by person ${who}`,
  ),
  receivedAt: phrase(
    (when: string) => `门户 ${when} 收到`,
    (when: string) => `received ${when}`,
  ),
  wasRefused: phrase(
    (why: string) => `未被接受：${why}`,
    (why: string) => `refused: ${why}`,
  ),
};

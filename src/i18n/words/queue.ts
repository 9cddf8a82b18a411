/** Words of the queue: what waits, how the last contact went, what needs a person. */
import { phrase, plural } from '../phrase.ts';

export const queueWords = {
  title: phrase('上报情况', 'State of the work'),
  allArrived: phrase('都到门户了', 'Everything is at the portal'),
  allArrivedHelp: phrase('本机没有待上报的记录。', 'Nothing waits on this device.'),
  allSaved: phrase('都已保存在本机', 'Everything is saved here'),
  waiting: phrase(
    (n: number) => `${n} 条待上报。有网络时会自动发，不用守着。`,
    (n: number) => `${plural(n, 'change waits', 'changes wait')}. They go by themselves once there is a link.`,
  ),
  lastContact: phrase('上次收到门户答复', 'Last answer from the portal'),
  never: phrase('还没有过', 'None yet'),
  lastTry: phrase('上次上报', 'Last try'),
  notTried: phrase('还没有试过', 'Not tried yet'),
  sendNow: phrase('现在上报', 'Send now'),
  sending: phrase('正在上报…', 'Sending…'),

  outcome: {
    delivered: phrase('成功', 'It worked'),
    deliveredCounts: phrase(
      (sent: number, received: number) => `发出 ${sent} 条，取回 ${received} 条`,
      (sent: number, received: number) => `${sent} sent, ${received} fetched`,
    ),
    someRefused: phrase(
      (n: number) => `其中 ${n} 条没被接受，见下面`,
      (n: number) => `${n} not accepted, see below`,
    ),
    offline: phrase('没有网络', 'No link'),
    offlineHelp: phrase('没网也能照常点名，连上后自动上报。', 'Carry on; it is sent once there is a link.'),
    unreachable: phrase('有网络，但联系不上门户', 'There is a link, but the portal does not answer'),
    unreachableHelp: phrase(
      '可能是网络慢或门户在维护，会自动再试。',
      'A slow link or maintenance, perhaps; it is tried again.',
    ),
    foreign: phrase('回答的不是门户，可能是上网登录页', 'A log-in page answered instead of the portal'),
    foreignHelp: phrase(
      '请打开浏览器完成网络登录，再点“现在上报”。',
      'Log in to the network in the browser, then send.',
    ),
    busy: phrase('门户正忙', 'The portal is busy'),
    busyHelp: phrase('会自动再试，不用做什么。', 'It is tried again; nothing to do.'),
    portalTrouble: phrase('门户出了问题', 'The portal has a fault'),
    portalTroubleHelp: phrase('记录都在本机，会自动再试。', 'All is kept here; it is tried again.'),
    notEnrolled: phrase('本机还没有登记', 'This device is not enrolled'),
  },

  whatWaits: phrase('待上报的记录', 'What waits'),
  moreWaits: phrase('还有更早的记录，这里只列出一部分。', 'There is more; only a part is listed.'),
  kinds: {
    attendance: phrase(
      (n: number) => `点名 ${n} 条`,
      (n: number) => plural(n, 'mark', 'marks'),
    ),
    learner: phrase(
      (n: number) => `学员资料 ${n} 条`,
      (n: number) => plural(n, 'learner record', 'learner records'),
    ),
    enrolment: phrase(
      (n: number) => `入班退班 ${n} 条`,
      (n: number) => plural(n, 'class place', 'class places'),
    ),
    class: phrase(
      (n: number) => `班级 ${n} 条`,
      (n: number) => plural(n, 'class change', 'class changes'),
    ),
    session: phrase(
      (n: number) => `课次 ${n} 条`,
      (n: number) => plural(n, 'session change', 'session changes'),
    ),
    teacher: phrase(
      (n: number) => `教师 ${n} 条`,
      (n: number) => plural(n, 'teacher record', 'teacher records'),
    ),
  },
  otherKind: phrase(
    (n: number) => `其他 ${n} 条`,
    (n: number) => plural(n, 'other change', 'other changes'),
  ),

  device: phrase('这台设备', 'This device'),
  closedApp: phrase('关掉应用后还会上报吗', 'Sending with the app closed'),
  closedYes: phrase('会：有网络时浏览器在后台发', 'Yes: the browser sends once there is a link'),
  closedNo: phrase('不会：请开着应用等上报完', 'No: keep the app open until all is sent'),
  closedUnknown: phrase('保存一条记录后才知道', 'Known after the next record is saved'),
  kept: phrase('浏览器会长期保存吗', 'Will the browser keep the data'),
  keptYes: phrase('会，已经答应', 'Yes, it has promised'),
  keptNo: phrase(
    '还没答应：请把应用安装到主屏幕，并及时上报',
    'It has not promised: install the app to the home screen and send soon',
  ),
  keptUnknown: phrase('浏览器没有说', 'The browser does not say'),
  askToKeep: phrase('请浏览器长期保存', 'Ask the browser to keep it'),
  usage: phrase('本机大约占用', 'Space used here, about'),

  attention: phrase('需要处理', 'Needs attention'),
  attentionHelp: phrase(
    '门户没有接受下面的记录。它们都还在本机，别的记录照常上报。',
    'The portal did not accept these. They are all still here, and everything else is sent as usual.',
  ),
  refusedAt: phrase(
    (when: string) => `${when} 没被接受`,
    (when: string) => `not accepted ${when}`,
  ),
  record: {
    attendance: phrase(
      (who: string, what: string) => `${who} 的点名 · ${what}`,
      (who: string, what: string) => `Mark of ${who} · ${what}`,
    ),
    learner: phrase(
      (who: string) => `学员 ${who}`,
      (who: string) => `Learner ${who}`,
    ),
    enrolment: phrase(
      (who: string, what: string) => `${who} 的入班 · ${what}`,
      (who: string, what: string) => `Place of ${who} · ${what}`,
    ),
    class: phrase(
      (what: string) => `班级 ${what}`,
      (what: string) => `Class ${what}`,
    ),
    session: phrase(
      (what: string) => `课次 ${what}`,
      (what: string) => `Session ${what}`,
    ),
    teacher: phrase(
      (who: string) => `教师 ${who}`,
      (who: string) => `Teacher ${who}`,
    ),
    other: phrase('一条记录', 'A record'),
  },
  somebody: phrase('（未知学员）', '(unknown learner)'),
  something: phrase('（未知课次）', '(unknown session)'),
  mend: phrase('去修改', 'Mend it'),
  again: phrase('再报一次', 'Send again'),
  againDone: phrase('已重新排队上报', 'Queued again'),
  discard: phrase('不再上报', 'Give it up'),
  ofWhat: phrase(
    (record: string) => `：${record}`,
    (record: string) => `: ${record}`,
  ),
  discardAsk: phrase('不再上报这条改动？', 'Give this change up?'),
  discardHelp: phrase(
    '门户不会收到它，以后也不再提醒。本机上的记录不变。',
    'The portal will never get it and this reminder goes. The record on this device stays as it is.',
  ),
  discarded: phrase('已放弃上报', 'Given up'),
  fields: phrase(
    (names: readonly string[]) => `有问题的项目：${names.join('、')}`,
    (names: readonly string[]) => `Fields: ${names.join(', ')}`,
  ),
  field: {
    learner: phrase('学员', 'learner'),
    session: phrase('课次', 'session'),
    class: phrase('班级', 'class'),
    course: phrase('课程', 'course'),
    teacher: phrase('教师', 'teacher'),
    name: phrase('姓名', 'name'),
    birthYear: phrase('出生年', 'year of birth'),
    phone: phrase('电话', 'phone'),
    card: phrase('卡号', 'card'),
    title: phrase('名称', 'title'),
    room: phrase('教室', 'room'),
    topic: phrase('内容', 'topic'),
    date: phrase('日期', 'date'),
    start: phrase('开始时间', 'start'),
    status: phrase('状态', 'status'),
    minutes: phrase('时长', 'minutes'),
    note: phrase('备注', 'remark'),
    reason: phrase('更正原因', 'reason'),
    headcount: phrase('人数', 'headcount'),
    timetable: phrase('上课时间', 'timetable'),
    capacity: phrase('名额', 'places'),
  },
};

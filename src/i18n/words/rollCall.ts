/** Words of the roll call. */
import { phrase, plural } from '../phrase.ts';

export const rollCallWords = {
  counts: phrase('人数', 'Counts'),
  learners: phrase('学员', 'Learners'),
  howTo: phrase(
    '点一下记“到”，再点换成迟到、缺席。按住打开详情。',
    'Tap for present, again for late, then absent. Hold for details.',
  ),
  howToKeys: phrase(
    '键盘：P 到、L 迟到、E 请假、A 缺席，右方向键打开详情，/ 查找，Ctrl+Z 撤销。',
    'Keys: P, L, E, A mark; the right arrow opens details; / finds; Ctrl+Z undoes.',
  ),
  fillRest: phrase('其余全到', 'The rest came'),
  filled: phrase(
    (n: number) => `已把 ${n} 人记为“到”`,
    (n: number) => `${plural(n, 'person', 'people')} marked present`,
  ),
  undo: phrase('撤销', 'Undo'),
  undone: phrase('已撤销', 'Undone'),
  undoReason: phrase('撤销刚才的更正', 'Took back the correction just made'),
  find: phrase('查找', 'Find'),
  findHint: phrase('姓名、拼音首字母（zw）、卡号', 'Name, initials (zw) or card'),
  foundNobody: phrase('没有找到', 'Nobody found'),
  showAll: phrase('显示全部', 'Show everybody'),

  addVisitor: phrase('添加访客', 'Add a visitor'),
  visitorSearch: phrase('姓名、拼音首字母或卡号', 'Name, initials or card'),
  visitorSearchHint: phrase('先找一找，没有再新建。', 'Look first; add only who is not there.'),
  addNew: phrase(
    (name: string) => `新建学员“${name}”并记到`,
    (name: string) => `Add “${name}” and mark present`,
  ),
  alreadyHere: phrase('已在名单上', 'Already on the list'),
  visitorAdded: phrase(
    (name: string) => `${name} 已记到`,
    (name: string) => `${name} is marked present`,
  ),
  nameWrong: phrase('姓名最多 40 个字', 'At most 40 characters'),

  headcount: phrase('不记名人数', 'Heads without names'),
  headcountOnly: phrase('来了多少人', 'How many came'),
  headcountHelp: phrase('这场活动只数人数，不记姓名。', 'Only heads are counted here, no names.'),
  headcountFewer: phrase('少 1 人', 'One fewer'),
  headcountMore: phrase('多 1 人', 'One more'),
  headcountTen: phrase('多 10 人', 'Ten more'),
  headcountWrong: phrase('请填 0 到 20000 之间的数', 'A number from 0 to 20,000'),
  notCounted: phrase('还没数', 'Not counted yet'),

  finish: phrase('完成点名', 'Finish roll call'),
  finished: phrase('点名已完成', 'Roll call finished'),
  finishedAt: phrase(
    (time: string) => `点名已完成（${time}）`,
    (time: string) => `Roll call finished (${time})`,
  ),
  finishedSafe: phrase(
    '还能更正：点学员，改好并写明原因。原来的记录会留着。',
    'Corrections are possible: tap a learner, change it and say why. What was there before is kept.',
  ),
  headcountClosed: phrase('要改人数，请先重新打开。', 'To change the number, open it again first.'),
  reopen: phrase('重新打开', 'Open again'),
  reopened: phrase('点名已重新打开', 'Roll call open again'),
  reopenAsk: phrase('重新打开点名？', 'Open the roll call again?'),
  reopenHelp: phrase(
    '打开后可以继续点名，不用写原因；做完请再点“完成点名”。只改一两个人，直接点那个人更好。',
    'Marks need no reason then, until you finish again. To correct one or two people, tap them instead.',
  ),
  blanksTitle: phrase(
    (n: number) => `还有 ${n} 人没点`,
    (n: number) => `${plural(n, 'person', 'people')} not taken yet`,
  ),
  blanksHelp: phrase(
    '没点的会一直显示“未点”。未点不等于缺席，统计时不算他们缺课。',
    'They stay “not taken”. That is not “absent”, and statistics do not count it as missed.',
  ),
  goBack: phrase('回去点名', 'Go back'),
  finishAnyway: phrase('就这样完成', 'Finish all the same'),

  savedHere: phrase('已保存在本机', 'Saved on this device'),
  portalHas: phrase(
    (received: number, all: number) => `门户已收到 ${received}/${all}`,
    (received: number, all: number) => `the portal has ${received} of ${all}`,
  ),
  portalHasAt: phrase(
    (received: number, all: number, time: string) => `门户已收到 ${received}/${all}（${time}）`,
    (received: number, all: number, time: string) => `the portal has ${received} of ${all} (${time})`,
  ),
  nothingYet: phrase('还没有点名记录', 'Nothing marked yet'),

  details: phrase('详情', 'Details'),
  status: phrase('状态', 'Status'),
  minutes: phrase('上课时长', 'Time attended'),
  minutesHint: phrase(
    (all: number) => `整节课是 ${all} 分钟`,
    (all: number) => `The whole session is ${all} minutes`,
  ),
  minutesUnit: phrase('分钟', 'minutes'),
  less: phrase('减少', 'Less'),
  more: phrase('增加', 'More'),
  note: phrase('备注', 'Remark'),
  hasNote: phrase('有备注', 'remark'),
  reason: phrase('更正原因', 'Why it is corrected'),
  reasonHint: phrase('点名已完成，更正要写原因。', 'The roll call is finished, so a correction needs a reason.'),
  toLearner: phrase('学员资料', 'Learner’s record'),
  history: phrase('这条记录的改动', 'What was done to this mark'),
  historyNone: phrase('本机还没有改动过。', 'Nothing was done on this device yet.'),
  historyHelp: phrase(
    '这里是本机的改动；别的设备的改动在门户。',
    'Done on this device; other devices’ changes are at the portal.',
  ),
  changed: phrase(
    (from: string, to: string) => `${from} → ${to}`,
    (from: string, to: string) => `${from} → ${to}`,
  ),
  becameOnly: phrase(
    (to: string) => `改为 ${to}`,
    (to: string) => `set to ${to}`,
  ),
  detailsChanged: phrase('改了时长或备注', 'time or remark changed'),
  because: phrase(
    (reason: string) => `原因：${reason}`,
    (reason: string) => `because: ${reason}`,
  ),
  onThisDevice: phrase('本机', 'this device'),
  sent: phrase('门户已收到', 'at the portal'),
  waits: phrase('待上报', 'waiting'),

  cancelled: phrase('这节课已取消', 'This session was cancelled'),
  cancelledHelp: phrase(
    '取消的课不能点名。如果照常上课了，请在班级里恢复这节课。',
    'A cancelled session takes no marks. If it took place after all, reinstate it from its class.',
  ),
  toClass: phrase('去班级', 'To the class'),
  future: phrase('这节课还没到日子', 'This session is still to come'),
  futureHelp: phrase(
    '现在只能先记请假：点学员，选“请假”。',
    'Only apologies can be noted now: tap a learner and choose “Excused”.',
  ),
  futureCountHelp: phrase('到那天再来数人数。', 'Come back on the day to count.'),
  nobody: phrase('这个班还没有学员', 'Nobody is in this class yet'),
  nobodyHelp: phrase(
    '在班级里加入学员，或者直接添加今天来的人。',
    'Add learners in the class, or add whoever came today.',
  ),
  noSession: phrase('没有这节课', 'There is no such session'),
  noSessionHelp: phrase(
    '可能是资料还没取回来，或链接不完整。',
    'Its record may not have arrived yet, or the link is incomplete.',
  ),

  refused: {
    sessionCancelled: phrase('这节课已取消，不能点名。', 'The session was cancelled.'),
    inFuture: phrase('还没到上课的日子，只能记请假。', 'The session is still to come: only apologies can be noted.'),
    reasonNeeded: phrase('请写更正原因', 'Say why'),
    notThere: phrase('没来的人没有上课时长。', 'Who was not there has no time attended.'),
    moreThanSession: phrase('不能超过整节课的时长', 'Not more than the whole session'),
    invalidFields: phrase('有一项太长或写错了', 'Something is too long or wrong'),
    rollCallClosed: phrase('点名已完成，请先重新打开。', 'The roll call is finished; open it again first.'),
  },
};

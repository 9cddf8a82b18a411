/** Words of the learners' list, form and page. */
import type { DuplicateReason } from '../../domain/rules/duplicates.ts';
import type { MergeRefusal } from '../../domain/rules/walkIn.ts';
import { type Phrase, phrase, plural } from '../phrase.ts';

const reasons: { readonly [reason in DuplicateReason]: Phrase<[]> } = {
  sameCard: phrase('卡号相同', 'same card'),
  samePhone: phrase('手机尾号相同', 'same phone ending'),
  sameName: phrase('姓名相同', 'same name'),
  samePinyin: phrase('姓名读音相同', 'the name sounds the same'),
  sameBirthYear: phrase('出生年份相同', 'same year of birth'),
};

const mergeRefusals: { readonly [why in MergeRefusal]: Phrase<[]> } = {
  samePerson: phrase('这两条已经是同一个人', 'These two are one person already'),
  alreadyMerged: phrase('这条已经合并过，请先取消合并', 'This record is merged already: take that back first'),
  unknownLearner: phrase('找不到这位学员，可能已被删除', 'This learner is not here: perhaps removed'),
};

export const learnerWords = {
  learners: phrase('学员', 'Learners'),
  learner: phrase('学员', 'Learner'),
  search: phrase('查找学员', 'Find a learner'),
  searchHint: phrase(
    '姓名、拼音首字母（如 zw）、卡号或手机后四位',
    'Name, pinyin initials (zw), card, last 4 digits of the phone',
  ),
  count: phrase(
    (n: number) => `共 ${n} 位学员`,
    (n: number) => plural(n, 'learner', 'learners'),
  ),
  found: phrase(
    (n: number, all: number) => `找到 ${n} 位（共 ${all} 位）`,
    (n: number, all: number) => `${n} of ${all} learners`,
  ),
  showMore: phrase(
    (n: number) => `再显示 ${n} 位`,
    (n: number) => `Show ${n} more`,
  ),
  none: phrase('还没有学员', 'No learners yet'),
  noneHelp: phrase('先登记第一位学员；点名时也可以随时添加。', 'Add the first learner here, or during any roll call.'),
  noMatch: phrase('没有找到', 'Nobody found'),
  noMatchHelp: phrase('换个写法试试，或者登记为新学员。', 'Try another spelling, or add a new learner.'),
  add: phrase('登记学员', 'Add a learner'),
  edit: phrase('修改', 'Edit'),
  editTitle: phrase('修改学员资料', 'Edit learner'),

  name: phrase('姓名', 'Name'),
  birthYear: phrase('出生年份', 'Year of birth'),
  birthYearHint: phrase('四位数字，如 1956', 'Four digits, such as 1956'),
  phone: phrase('手机号', 'Phone'),
  card: phrase('学习卡号', 'Learning card'),
  group: phrase('人群', 'Group'),
  groupNone: phrase('不填', 'Not given'),
  consent: phrase('已签知情同意书', 'Consent form signed'),
  consentHint: phrase('本人同意我们保存以上资料用于教学服务', 'The learner agrees that we keep these details'),
  consentDate: phrase('签字日期', 'Date of the signature'),
  consentAt: phrase(
    (date: string, version: string) => `${date} 签字（第 ${version} 版）`,
    (date: string, version: string) => `Signed on ${date} (version ${version})`,
  ),
  consentShort: phrase('知情同意书', 'Consent form'),
  colon: phrase('：', ': '),
  noConsent: phrase('还没有签', 'Not signed yet'),
  listComma: phrase('，', ', '),
  notGiven: phrase('未填', 'Not given'),

  duplicates: phrase('可能已经登记过', 'Perhaps already here'),
  duplicatesSafe: phrase('还没有保存，请先看一看：', 'Nothing is saved yet. Please look first:'),
  openThat: phrase('就是这位', 'It is this person'),
  saveAnyway: phrase('不是同一人，照样保存', 'Somebody else: save anyway'),
  reasons,

  details: phrase('资料', 'Details'),
  classes: phrase('参加的班级', 'Classes'),
  noClasses: phrase('还没有参加班级。', 'Not in a class yet.'),
  statuses: {
    active: phrase('在读', 'Active'),
    waiting: phrase('候补', 'Waiting'),
    withdrawn: phrase('已退班', 'Withdrawn'),
    completed: phrase('已结业', 'Completed'),
  },
  attendance: phrase('出勤情况', 'Attendance'),
  attended: phrase(
    (attended: number, taken: number) => `到课 ${attended} / 已点名 ${taken} 次`,
    (attended: number, taken: number) => `there ${attended} of ${plural(taken, 'roll call', 'roll calls')}`,
  ),
  notTakenYet: phrase('还没点过名', 'no roll call yet'),
  percent: phrase(
    (percent: number) => `出勤率 ${percent}%`,
    (percent: number) => `${percent}% attended`,
  ),
  hours: phrase(
    (hours: string) => `共 ${hours} 小时`,
    (hours: string) => `${hours} hours`,
  ),
  allClasses: phrase('所有班级合计', 'All classes together'),

  merge: phrase('合并重复记录', 'Merge a duplicate'),
  mergeTitle: phrase(
    (name: string) => `“${name}”和谁是同一个人？`,
    (name: string) => `Who is the same person as ${name}?`,
  ),
  mergeHelp: phrase(
    '选中后，这条记录的点名和班级都算在那个人名下。随时可以取消合并。',
    'Marks and classes of this record will count for the person you pick. It can be taken back at any time.',
  ),
  mergeInto: phrase('合并到这位', 'Merge into this person'),
  merged: phrase(
    (name: string) => `已合并到“${name}”`,
    (name: string) => `Merged into ${name}`,
  ),
  mergedSafe: phrase(
    '点名和班级都在那个人名下，没有丢失。',
    'Marks and classes count for that person; nothing is lost.',
  ),
  openMerged: phrase('打开那一位', 'Open that person'),
  unmerge: phrase('取消合并', 'Take the merge back'),
  unmerged: phrase('已取消合并', 'The merge was taken back'),
  mergedHere: phrase('合并进来的记录', 'Records merged into this one'),
  mergeRefusals,

  remove: phrase('删除学员', 'Remove learner'),
  removeTitle: phrase(
    (name: string) => `删除“${name}”？`,
    (name: string) => `Remove ${name}?`,
  ),
  removeHelp: phrase(
    '名单和点名里不再出现这个人，以前的点名次数也不再算。重复登记的请用“合并重复记录”，不要删除。',
    'The person leaves all lists and roll calls, and past marks no longer count. For a duplicate, merge instead.',
  ),
  removed: phrase(
    (name: string) => `已删除“${name}”`,
    (name: string) => `${name} was removed`,
  ),
  restored: phrase('已恢复', 'Restored'),
  gone: phrase('没有这位学员', 'This learner is not here'),
  goneHelp: phrase(
    '可能已在另一台设备上删除，或还没有同步过来。',
    'Perhaps removed on another device, or not received yet.',
  ),
};

/** Words of the staff's side: signing in, the city at a glance, one facility with its devices, one class's register. */
import { phrase, plural } from '../phrase.ts';

export const staffWords = {
  portal: phrase('驿站门户', 'Waystation portal'),
  city: phrase('概览', 'City'),
  facilities: phrase('驿站', 'Facilities'),
  otherLanguage: phrase('English', '中文'),
  signOut: phrase('退出', 'Sign out'),
  loading: phrase('正在读取…', 'Reading…'),
  again: phrase('再试一次', 'Try again'),
  offline: phrase('联系不上门户', 'The portal cannot be reached'),
  offlineHelp: phrase('请检查网络，然后再试一次。', 'Check the network, then try again.'),
  stillShown: phrase(
    (time: string) => `下面是 ${time} 的数据。`,
    (time: string) => `What is shown below is from ${time}.`,
  ),

  signIn: {
    title: phrase('工作人员登录', 'Staff sign-in'),
    lead: phrase(
      '查看全市驿站的点名、上报和设备情况。',
      'See the roll calls, the queues and the devices of every facility.',
    ),
    login: phrase('用户名', 'Login'),
    password: phrase('密码', 'Password'),
    reveal: phrase('显示密码', 'Show the password'),
    submit: phrase('登录', 'Sign in'),
    submitting: phrase('正在登录…', 'Signing in…'),
    missing: phrase('请填写用户名和密码', 'Fill in the login and the password'),
    tooMany: phrase('试得太多了', 'Too many attempts'),
    tooManyUntil: phrase(
      (time: string) => `请在 ${time} 以后再试。`,
      (time: string) => `Please try again after ${time}.`,
    ),
    ended: phrase('登录已经过期', 'You were signed out'),
    endedHelp: phrase('重新登录后会回到刚才的页面。', 'Sign in again to come back to where you were.'),
    coordinator: phrase('去点名的页面', 'To the roll calls'),
  },

  figures: phrase('全市数字', 'The city in numbers'),
  contactedShort: phrase('7 天内联系', 'Within 7 days'),
  silentLong: phrase('超过 14 天没联系', 'Silent over 14 days'),
  andNever: phrase(
    (n: string) => `另有 ${n} 个从未联系`,
    (n: string) => `and ${n} never in contact`,
  ),
  rollCallsToday: phrase('今日点名', 'Roll calls today'),
  rollCall: phrase('点名', 'Roll call'),
  ofDue: phrase(
    (due: string) => `应点 ${due}`,
    (due: string) => `of ${due} due`,
  ),
  ofAll: phrase(
    (all: string) => `共 ${all} 个`,
    (all: string) => `of ${all}`,
  ),
  peopleToday: phrase('今日到课人次', 'People there today'),
  withHeadcount: phrase(
    (n: string) => `另有不记名 ${n}`,
    (n: string) => `and ${n} without names`,
  ),
  waiting: phrase('待上报', 'Changes waiting'),
  asReported: phrase('上次联系时', 'at last contact'),
  clashes: phrase('争议', 'Disagreements'),
  clashesHelp: phrase('两台设备说法不同', 'two devices differ'),

  view: phrase('显示', 'Show as'),
  asTiles: phrase('方块', 'Tiles'),
  asTable: phrase('表格', 'Table'),
  district: phrase('区', 'District'),
  allDistricts: phrase('全部', 'All'),
  find: phrase('名称或编号', 'Name or code'),
  noneFound: phrase('没有符合条件的驿站', 'No facility fits'),
  clearFilter: phrase('去掉筛选', 'Clear the filter'),
  found: phrase(
    (n: number) => `${n} 个驿站`,
    (n: number) => plural(n, 'facility', 'facilities'),
  ),
  noFacilities: phrase('还没有驿站', 'There are no facilities yet'),
  noFacilitiesHelp: phrase('导入驿站后，这里会显示它们的联系情况。', 'Once facilities are added, they appear here.'),

  contactOf: {
    fresh: phrase('1 天内', 'Within a day'),
    week: phrase('7 天内', 'Within 7 days'),
    fortnight: phrase('14 天内', 'Within 14 days'),
    silent: phrase('超过 14 天', 'Over 14 days'),
    never: phrase('从未联系', 'Never'),
  },
  legend: phrase('图例：上次联系', 'Legend: last contact'),
  tilesOf: phrase(
    (district: string) => `${district}的驿站`,
    (district: string) => `Facilities of ${district}`,
  ),
  tile: phrase(
    (name: string, contact: string) => `${name}，${contact}`,
    (name: string, contact: string) => `${name}, ${contact}`,
  ),
  contactedOf: phrase(
    (week: string, all: string) => `7 天内联系 ${week}/${all}`,
    (week: string, all: string) => `${week} of ${all} within 7 days`,
  ),
  takenOf: phrase(
    (taken: string, due: string) => `今日点名 ${taken}/${due}`,
    (taken: string, due: string) => `${taken} of ${due} roll calls today`,
  ),
  lastContactIs: phrase(
    (when: string) => `上次联系：${when}`,
    (when: string) => `last contact: ${when}`,
  ),
  tilesHelp: phrase(
    '每个方块是一个驿站。指着它或点一下，这里会显示名称。',
    'Each tile is a facility. Point at one or tap it to see its name here.',
  ),
  lastContact: phrase('上次联系', 'Last contact'),
  waitingChanges: phrase(
    (n: number) => `${n} 条待上报`,
    (n: number) => `${plural(n, 'change', 'changes')} waiting`,
  ),
  table: phrase('驿站一览', 'Facilities'),
  facility: phrase('驿站', 'Facility'),
  clock: phrase('时钟误差', 'Clock error'),
  clockRight: phrase('准', 'right'),
  clockSlow: phrase(
    (by: string) => `慢 ${by}`,
    (by: string) => `${by} slow`,
  ),
  clockFast: phrase(
    (by: string) => `快 ${by}`,
    (by: string) => `${by} fast`,
  ),
  units: {
    seconds: phrase(
      (n: number) => `${n} 秒`,
      (n: number) => `${n} s`,
    ),
    minutes: phrase(
      (n: number) => `${n} 分钟`,
      (n: number) => `${n} min`,
    ),
    hours: phrase(
      (n: number) => `${n} 小时`,
      (n: number) => `${n} h`,
    ),
    days: phrase(
      (n: number) => `${n} 天`,
      (n: number) => plural(n, 'day', 'days'),
    ),
  },
  version: phrase('应用版本', 'App version'),
  devices: phrase('设备', 'Devices'),
  unknown: phrase('—', '—'),

  arriving: phrase('刚刚到的点名', 'Arriving now'),
  live: phrase('实时', 'Live'),
  liveConnecting: phrase('正在接通…', 'Connecting…'),
  liveInterrupted: phrase('实时更新中断，正在重连', 'Live updates are interrupted; reconnecting'),
  noArrivals: phrase('还没有点名到达', 'No roll call has arrived yet'),
  noArrivalsHelp: phrase('驿站上报后，这里会马上显示。', 'As soon as a facility sends a roll call, it appears here.'),
  there: phrase(
    (n: number, all: number) => `到 ${n}/${all}`,
    (n: number, all: number) => `${n} of ${all}`,
  ),
  counted: phrase(
    (n: number) => `不记名 ${n} 人`,
    (n: number) => `${n} counted`,
  ),
};

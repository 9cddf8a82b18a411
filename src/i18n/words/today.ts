/** Words of the Today screen. */
import { phrase, plural } from '../phrase.ts';

export const todayWords = {
  previousDay: phrase('前一天', 'Previous day'),
  nextDay: phrase('后一天', 'Next day'),
  backToToday: phrase('回到今天', 'Back to today'),
  isToday: phrase('今天', 'Today'),
  sessions: phrase('课程安排', 'Sessions'),
  take: phrase('点名', 'Roll call'),
  goOn: phrase('继续点名', 'Go on'),
  catchUp: phrase('补点', 'Catch up'),
  count: phrase('计人数', 'Count heads'),
  /** Heard after the button's word, since a page has many of these buttons. */
  ofWhat: phrase(
    (title: string) => `：${title}`,
    (title: string) => `: ${title}`,
  ),
  expected: phrase(
    (n: number) => `应到 ${n} 人`,
    (n: number) => `${n} expected`,
  ),
  came: phrase(
    (here: number, expected: number) => `到 ${here}/${expected}`,
    (here: number, expected: number) => `${here}/${expected} came`,
  ),
  marked: phrase(
    (taken: number, expected: number) => `已点 ${taken}/${expected}`,
    (taken: number, expected: number) => `${taken}/${expected} taken`,
  ),
  cancelled: phrase('已取消', 'Cancelled'),
  addActivity: phrase('添加不记名活动', 'Add a drop-in activity'),

  nothingToday: phrase('这一天没有安排', 'Nothing is planned for this day'),
  nothingTodayHelp: phrase(
    '班级排好课以后，每天的课会出现在这里，点一下就能点名。',
    'Once a class has a timetable, its sessions appear here, one tap away from the roll call.',
  ),
  toClasses: phrase('去看班级', 'To the classes'),
  untaken: phrase('还没点名的课', 'Not taken yet'),
  untakenHelp: phrase('最近 14 天。没点名不等于没人来。', 'Of the last 14 days. Not taken is not the same as absent.'),
  unfinished: phrase('点了名还没完成', 'Begun, not finished'),
  attention: phrase('需要处理', 'Needs attention'),
  refused: phrase(
    (n: number) => `门户没有接受 ${n} 条记录`,
    (n: number) => `The portal did not accept ${plural(n, 'change', 'changes')}`,
  ),
  refusedHelp: phrase('记录都还在本机，看看原因再决定。', 'They are all still here; see why, then decide.'),
  stopped: phrase('门户不接受本机的上报', 'The portal refuses this device'),
  stoppedHelp: phrase(
    '照常点名，记录都在本机。请联系区里的管理人员。',
    'Carry on; all is kept here. Call your district.',
  ),
  notKept: phrase('浏览器没有答应长期保存', 'The browser has not promised to keep the data'),
  notKeptHelp: phrase('请把应用安装到主屏幕，并及时上报。', 'Install the app to the home screen, and send soon.'),

  firstPull: phrase('正在取回本驿站的资料…', 'Fetching the records of this place…'),
  firstPullWords: phrase(
    '第一次可能要一两分钟，请不要关掉。',
    'The first time may take a minute or two; keep this open.',
  ),
  firstPullWaits: phrase('本机已登记，资料还没取回来', 'Enrolled, but the records have not arrived yet'),
  firstPullSafe: phrase('登记已经生效，不用再输登记码。', 'The enrolment holds; the code is not needed again.'),
  firstPullDo: phrase(
    '连上网络后会自动继续，也可以点“再试一次”。',
    'It goes on by itself once there is a link, or try again.',
  ),
  tryAgain: phrase('再试一次', 'Try again'),
};

/** Words of the frame around every screen: tabs, state line, update, troubles. */
import { phrase, plural } from '../phrase.ts';

export const shellWords = {
  appName: phrase('学习驿站', 'Waystation'),
  today: phrase('今日', 'Today'),
  classes: phrase('班级', 'Classes'),
  learners: phrase('学员', 'Learners'),
  catalogue: phrase('课程目录', 'Catalogue'),
  more: phrase('更多', 'More'),
  tabs: phrase('主要页面', 'Main pages'),
  skip: phrase('跳到内容', 'Skip to content'),
  back: phrase('返回', 'Back'),
  close: phrase('关闭', 'Close'),
  cancel: phrase('取消', 'Cancel'),
  save: phrase('保存', 'Save'),
  undo: phrase('撤销', 'Undo'),
  loading: phrase('正在打开…', 'Opening…'),
  notFound: phrase('没有这个页面', 'There is no such page'),
  notFoundHelp: phrase(
    '可能是链接不完整，或内容已删除。',
    'The link may be incomplete, or what it led to was removed.',
  ),
  toToday: phrase('回到今日', 'Back to Today'),

  nothingWaits: phrase('已全部保存在本机，门户已全部收到', 'All saved, all at the portal'),
  allSaved: phrase('已全部保存在本机', 'All saved here'),
  waiting: phrase(
    (n: number) => `${n} 条待上报`,
    (n: number) => `${plural(n, 'change', 'changes')} to send`,
  ),
  lastContact: phrase(
    (when: string) => `上次联系 ${when}`,
    (when: string) => `last contact ${when}`,
  ),
  neverContacted: phrase('还没联系过门户', 'no contact with the portal yet'),
  attention: phrase(
    (n: number) => `${n} 条需要处理`,
    (n: number) => `${n} need attention`,
  ),
  portalRefuses: phrase('门户不接受本机，需要处理', 'The portal refuses this device: needs attention'),
  notPersistent: phrase(
    '浏览器没有答应长期保存：请安装到主屏幕，并及时上报。',
    'The browser has not promised to keep the data: install the app and send soon.',
  ),

  updateReady: phrase('新版本已经下载好', 'A new version is ready'),
  updateSafe: phrase('已保存的记录都在，没写完的内容会保留。', 'Saved records stay, and so does what you are typing.'),
  updateNow: phrase('现在更新', 'Update now'),
  later: phrase('稍后', 'Later'),

  saved: phrase('已保存在本机', 'Saved on this device'),
};

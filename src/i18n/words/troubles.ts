/** Words of the ways in which disk and browser fail a write (store/trouble.ts): what happened, what is safe, what to do. */
import { phrase } from '../phrase.ts';

export const troubleWords = {
  title: {
    diskFull: phrase('存储空间满了，这一步没有保存', 'The storage is full: this step was not saved'),
    diskFailed: phrase('写入失败，这一步没有保存', 'Writing failed: this step was not saved'),
    newerVersionOpen: phrase('另一个窗口打开了更新的版本', 'A newer version is open in another window'),
    notEnrolled: phrase('本机还没有登记', 'This device is not enrolled'),
  },
  safe: {
    diskFull: phrase('之前显示“已保存”的都还在。', 'Everything that was shown as saved before is still here.'),
    diskFailed: phrase('之前显示“已保存”的都还在。', 'Everything that was shown as saved before is still here.'),
    newerVersionOpen: phrase('记录都在，没有丢失。', 'The records are all here; nothing is lost.'),
    notEnrolled: phrase('没有记录丢失。', 'No record is lost.'),
  },
  todo: {
    diskFull: phrase(
      '请删除一些照片或不用的应用，再点一次。空间不够时请先用纸记下。',
      'Remove photos or unused apps, then tap again. Until then, note it on paper.',
    ),
    diskFailed: phrase(
      '请看看存储空间是不是满了，再点一次；还不行就重新打开应用。空间不够时请先用纸记下。',
      'See whether there is free space, then tap again; if it still fails, open the app anew. Until then, note it on paper.',
    ),
    newerVersionOpen: phrase('请重新打开本页。', 'Reload this page.'),
    notEnrolled: phrase('请先用登记码登记。', 'Enrol it with an enrolment code first.'),
  },
  reload: phrase('重新打开', 'Reload'),
  bootFailed: phrase('打不开本机的数据', 'The data on this device cannot be opened'),
  bootTodo: phrase(
    '请看看存储空间是不是满了：删除一些照片或不用的应用，再重新打开。',
    'See whether there is free space: remove photos or unused apps, then reload.',
  ),
};

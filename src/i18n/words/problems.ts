/**
 * Words of every problem that the portal answers with (sync/problem.ts holds the list): what happened, and what is safe
 * and can be done. Read by people on tablets and written into the portal's problem documents.
 */
import { phrase } from '../phrase.ts';

export const problemWords = {
  malformed: {
    title: phrase('门户看不懂收到的内容', 'The portal could not read what arrived'),
    detail: phrase('记录都在，没有丢失。请更新应用后再试。', 'Nothing is lost. Update the app and try again.'),
  },
  'bad-signature': {
    title: phrase('签名不对，门户不能确认是这台设备', 'The signature does not match this device'),
    detail: phrase(
      '记录都在本机。请联系管理人员重新登记。',
      'All is kept here. Ask your administrator to enrol the device again.',
    ),
  },
  'device-unknown': {
    title: phrase('门户不认识这台设备', 'The portal does not know this device'),
    detail: phrase(
      '记录都在本机。请联系管理人员重新登记。',
      'All is kept here. Ask your administrator to enrol the device again.',
    ),
  },
  'device-revoked': {
    title: phrase('这台设备已被停用', 'This device was revoked'),
    detail: phrase(
      '记录都在本机。如果不应该停用，请联系管理人员。',
      'All is kept here. Call your administrator if it should not have been revoked.',
    ),
  },
  'wrong-facility': {
    title: phrase('这些记录不属于本驿站', 'These records belong to another place'),
    detail: phrase('记录都在本机。请联系管理人员。', 'All is kept here. Call your administrator.'),
  },
  'signed-out': {
    title: phrase('登录已经过期', 'You are signed out'),
    detail: phrase('请重新登录。', 'Please sign in again.'),
  },
  'not-allowed': {
    title: phrase('没有权限这样做', 'You are not allowed to do this'),
    detail: phrase('请找有权限的同事，或联系管理人员。', 'Ask a colleague who may, or your administrator.'),
  },
  'not-found': {
    title: phrase('找不到要的内容', 'There is no such thing'),
    detail: phrase('可能已经删除，或链接不完整。', 'It may have been removed, or the link is incomplete.'),
  },
  'device-forked': {
    title: phrase('这台设备的数据像是从旧备份恢复的', 'This device’s data seem to come from an old copy'),
    detail: phrase(
      '记录都在本机，门户收到的也在。请联系管理人员重新登记，不要清除数据。',
      'All is kept here and at the portal. Ask your administrator to enrol it again; do not clear its data.',
    ),
  },
  gap: {
    title: phrase('中间缺了几条记录', 'Some records in between are missing'),
    detail: phrase('记录都在本机。请联系管理人员。', 'All is kept here. Call your administrator.'),
  },
  'too-large': {
    title: phrase('一次发送的内容太大', 'Too much was sent at once'),
    detail: phrase('记录都在本机，会分小批再发。', 'All is kept here and will be sent in smaller parts.'),
  },
  'unsupported-media': {
    title: phrase('门户不接受这种格式', 'The portal does not take this format'),
    detail: phrase('记录都在本机。请更新应用后再试。', 'All is kept here. Update the app and try again.'),
  },
  'unsupported-version': {
    title: phrase('应用太旧，门户不再接受', 'The app is too old for the portal'),
    detail: phrase('记录都在本机。更新应用后会自动上报。', 'All is kept here and is sent after the app is updated.'),
  },
  'invalid-fields': {
    title: phrase('有一项内容填得不对', 'A field is not right'),
    detail: phrase('请打开这条记录，改好再保存。', 'Open the record, put it right and save it again.'),
  },
  'unknown-kind': {
    title: phrase('门户还不认识这类记录', 'The portal does not know this kind of record yet'),
    detail: phrase('等门户升级后再报一次。', 'Send it again once the portal was upgraded.'),
  },
  'unknown-reference': {
    title: phrase('它指向的另一条记录门户还没有', 'It refers to a record that the portal does not have'),
    detail: phrase(
      '请先处理那条没被接受的学员、班级或课次，再把这条报一次。',
      'Mend the learner, class or session it refers to, then send this one again.',
    ),
  },
  'not-yours': {
    title: phrase('这类记录只能由门户修改', 'Only the portal may change this'),
    detail: phrase('如果内容有误，请告诉管理人员。', 'If it is wrong, tell your administrator.'),
  },
  'clock-ahead': {
    title: phrase('这台设备的时钟快了', 'This device’s clock is ahead'),
    detail: phrase(
      '记录都在本机。请把设备时间设为自动，然后再上报。',
      'All is kept here. Set the device’s time to automatic, then send again.',
    ),
  },
  'wrong-code': {
    title: phrase('登记码不对，或已经用过、过期', 'The code is wrong, used or expired'),
    detail: phrase(
      '请对照看一遍；还不行，请向管理人员要一个新的。',
      'Compare it with the paper; if it still fails, ask for a new one.',
    ),
  },
  'wrong-password': {
    title: phrase('用户名或密码不对', 'The name or the password is wrong'),
    detail: phrase('请再试一次。', 'Please try again.'),
  },
  'too-many': {
    title: phrase('试得太多了', 'Too many attempts'),
    detail: phrase('请等几分钟再试。', 'Wait a few minutes, then try again.'),
  },
  internal: {
    title: phrase('门户出了问题', 'The portal has a fault'),
    detail: phrase('记录都在，没有丢失。请过一会儿再试。', 'Nothing is lost. Please try again in a while.'),
  },
  busy: {
    title: phrase('门户正忙', 'The portal is busy'),
    detail: phrase('记录都在，会自动再试。', 'Nothing is lost; it is tried again by itself.'),
  },
};

/** Words of the last tab: settings, this device, storage, about. */
import { phrase, plural } from '../phrase.ts';

export const moreWords = {
  more: phrase('更多', 'More'),
  elder: phrase('长辈版', 'Large text'),
  elderHint: phrase('字大、按钮大、对比更清楚', 'Larger words and buttons, stronger contrast'),
  on: phrase('已打开', 'On'),
  off: phrase('已关闭', 'Off'),
  settings: phrase('设置', 'Settings'),
  language: phrase('语言', 'Language'),
  theme: phrase('明暗', 'Light or dark'),
  themes: {
    system: phrase('跟随系统', 'As the system'),
    light: phrase('浅色', 'Light'),
    dark: phrase('深色', 'Dark'),
  },

  device: phrase('本机', 'This device'),
  facility: phrase('所属驿站', 'Facility'),
  deviceId: phrase('设备号', 'Device number'),
  enrolledAt: phrase('登记时间', 'Enrolled'),
  notEnrolled: phrase('本机还没有登记。', 'This device is not enrolled.'),
  enrol: phrase('登记本机', 'Enrol this device'),
  version: phrase('应用版本', 'App version'),
  clock: phrase('本机时钟', 'Clock'),
  clockUnknown: phrase('还没联系过门户，无法核对', 'No contact with the portal yet to compare with'),
  clockRight: phrase('准', 'Right'),
  clockSlow: phrase(
    (by: string) => `慢了${by}，记录时会自动校正`,
    (by: string) => `${by} slow; corrected when records are made`,
  ),
  clockFast: phrase(
    (by: string) => `快了${by}，记录时会自动校正`,
    (by: string) => `${by} fast; corrected when records are made`,
  ),
  seconds: phrase(
    (n: number) => ` ${n} 秒`,
    (n: number) => plural(n, 'second', 'seconds'),
  ),
  minutes: phrase(
    (n: number) => ` ${n} 分钟`,
    (n: number) => plural(n, 'minute', 'minutes'),
  ),
  hours: phrase(
    (n: number) => ` ${n} 小时`,
    (n: number) => plural(n, 'hour', 'hours'),
  ),
  days: phrase(
    (n: number) => ` ${n} 天`,
    (n: number) => plural(n, 'day', 'days'),
  ),

  storage: phrase('存储', 'Storage'),
  used: phrase('已用空间', 'Space in use'),
  usedOf: phrase(
    (used: string, quota: string) => `${used}，最多可用 ${quota}`,
    (used: string, quota: string) => `${used} of at most ${quota}`,
  ),
  unknown: phrase('浏览器没有说明', 'The browser does not say'),
  kept: phrase('长期保存', 'Kept for good'),
  persistence: {
    granted: phrase('浏览器答应长期保存', 'The browser has promised to keep the data'),
    refused: phrase('浏览器没有答应，请安装到主屏幕，并及时上报', 'Not promised: install the app and send soon'),
    unknown: phrase('还不知道', 'Not known yet'),
  },

  links: phrase('其他', 'Other'),
  queue: phrase('待上报与需要处理的', 'What waits to be sent'),
  queueHint: phrase('联网上报、存到U盘、出示二维码', 'By network, USB stick or QR code'),
  staff: phrase('工作人员登录', 'Staff sign-in'),
  staffHint: phrase('教委、社区学院等管理人员使用', 'For offices and colleges'),

  about: phrase('关于', 'About'),
  aboutText: phrase(
    '学习驿站：给村和社区学习点用的点名与教务工具，不联网也能用。记录先保存在本机，有网时再上报门户。',
    'Waystation keeps roll calls and classes of village and neighbourhood learning points. It works without a network: records are saved here first, and sent to the portal when there is a link.',
  ),
  licenceText: phrase('开放源代码，MIT 许可证。', 'Open source under the MIT licence.'),
};

/** Words of the first screen: enrolling a device. */
import { phrase } from '../phrase.ts';

export const enrolWords = {
  title: phrase('登记这台设备', 'Enrol this device'),
  welcome: phrase(
    '输入管理人员给的登记码，这台设备就能为您的驿站点名。只需一次。',
    'Type the enrolment code that you were given, and this device can take roll calls for your place. Once is enough.',
  ),
  language: phrase('语言', 'Language'),
  chinese: phrase('中文', '中文'),
  english: phrase('English', 'English'),
  elder: phrase('大字版', 'Large type'),
  on: phrase('开', 'On'),
  off: phrase('关', 'Off'),
  code: phrase('登记码', 'Enrolment code'),
  codeHint: phrase(
    '11 个字母和数字。大小写、空格、O 和 0、I 和 1 都不要紧。',
    '11 letters and digits. Small letters, spaces, O for 0 or I for 1 all do.',
  ),
  codeShort: phrase(
    (typed: number) => `登记码是 11 个字符，现在有 ${typed} 个。`,
    (typed: number) => `The code has 11 characters; there are ${typed} so far.`,
  ),
  codeStrange: phrase(
    (what: string) => `登记码里没有“${what}”，请对照看一遍。`,
    (what: string) => `A code never contains “${what}”; compare it with the paper.`,
  ),
  label: phrase('设备名称（可不填）', 'Name of the device (optional)'),
  labelHint: phrase('例如：前台平板', 'For example: tablet at the desk'),
  enrol: phrase('登记', 'Enrol'),
  working: {
    asking: phrase('正在向门户登记…', 'Asking the portal…'),
    pulling: phrase('正在取回本驿站的资料…', 'Fetching the records of this place…'),
  },
  workingHelp: phrase('请不要关掉这一页。', 'Keep this page open.'),
  failed: {
    offline: phrase('现在没有网络', 'There is no link just now'),
    unreachable: phrase('联系不上门户', 'The portal cannot be reached'),
    foreign: phrase(
      '回答的不是门户，可能是上网登录页',
      'Something else answered, perhaps a log-in page of the network',
    ),
    storage: phrase('浏览器存不了本机的密钥', 'The browser cannot keep this device’s key'),
  },
  failedSafe: phrase('没有东西丢失，登记码没有用掉。', 'Nothing is lost, and the code is not used up.'),
  failedDo: {
    offline: phrase(
      '连上网络后再点“登记”。登记只需要一次网络，以后没有网也能用。',
      'Connect, then tap Enrol again. A link is needed this once; afterwards everything works without.',
    ),
    unreachable: phrase(
      '过一会儿再点“登记”；一直不行，请联系管理人员。',
      'Try again in a while; if it stays so, call your administrator.',
    ),
    foreign: phrase(
      '请先打开浏览器完成网络登录，再点“登记”。',
      'Log in to the network in the browser first, then tap Enrol.',
    ),
    storage: phrase(
      '请清理出一些空间，并关掉无痕浏览，再点“登记”。',
      'Free some space and leave private browsing, then tap Enrol.',
    ),
  },
  lostReply: phrase(
    '如果提示登记码已经用过，请向管理人员要一个新的。',
    'If it says that the code was used already, ask for a new one.',
  ),
  evicted: phrase('浏览器删除了这台设备的数据', 'The browser removed this device’s data'),
  evictedSafe: phrase(
    '门户已经收到的记录都是安全的，重新登记后会取回来。',
    'What the portal has received is safe and comes back after enrolling again.',
  ),
  evictedDo: phrase(
    (device: string) =>
      `请向管理人员要一个新的登记码，并告诉他们设备号 ${device}。登记后请把应用安装到主屏幕，浏览器就不容易再删。`,
    (device: string) =>
      `Ask for a new enrolment code and name device ${device}. Then install the app to the home screen, so that the browser keeps it.`,
  ),
  already: phrase('这台设备已经登记好了', 'This device is enrolled'),
  alreadyHelp: phrase('不用再输登记码。', 'No code is needed.'),
  done: phrase(
    (place: string) => `已登记到：${place}`,
    (place: string) => `Enrolled for ${place}`,
  ),
  staff: phrase('门户管理人员从这里登录', 'Portal staff sign in here'),
  noCode: phrase(
    '没有登记码？请联系本区社区教育的管理人员。',
    'No code? Ask the people who run community learning in your district.',
  ),
};

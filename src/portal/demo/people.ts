/**
 * Invented people. Names are put together from parts made for this project, and resemble real people's only by chance.
 * The edge names are real hazards: surrogate pairs, rare extensions, long names with a middle dot, compound and
 * polyphonic surnames, duplicates. Chance is passed in; nothing here knows the time.
 */
import { assert } from '../../domain/kit/assert.ts';

export interface DemoPerson {
  readonly name: string;
  readonly birthYear: number;
  /** Eleven digits that look like a mobile number and are none. */
  readonly phone: string;
}

export interface DemoTeacher {
  readonly name: string;
  readonly kind: 'assigned' | 'partTime' | 'volunteer';
  readonly subjects: readonly string[];
}

/** Commonest first. */
export const surnames: readonly string[] = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田',
  ...'任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];

type Generation = 'older' | 'middle' | 'younger';

const words = (text: string): readonly string[] => text.split(' ');

/** Given names by the generation that carries them most. */
export const givenNames: Readonly<Record<Generation, readonly string[]>> = {
  older: words(
    '秀英 秀兰 桂英 建国 建华 玉兰 淑珍 桂兰 凤英 国庆 春梅 秀珍 红梅 玉梅 德明 永福 淑芬 玉华 宝山 长江 卫东 爱华 金凤 明 军 平',
  ),
  middle: words('伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 志强 海燕 晓东 丽华'),
  younger: words('文静 雨桐 子涵 洋 杰 超 磊 静 娜'),
};

export const edgeNames: readonly string[] = words(
  '𠮷野 李䶮 陈龑 王堃 周喆 欧阳娜娜 司马相 尉迟恭 单雄 仇英 解缙 区志 查良 盖丽 乐嘉 阿卜杜热合曼·买买提依明江 古丽 李A 王伟 王伟 王伟',
);

const edgeShare = 0.02;

/** The year that ages are counted from. */
export const demoYear = 2026;

/** `upTo`: the share of learners of this band and all younger ones. */
const ageBands = [
  { upTo: 0.03, from: 5, to: 15 },
  { upTo: 0.08, from: 16, to: 25 },
  { upTo: 0.23, from: 26, to: 45 },
  { upTo: 0.38, from: 46, to: 57 },
  { upTo: 0.94, from: 58, to: 80 },
  { upTo: 1, from: 81, to: 92 },
] as const;

/** A learner as community centres have them: more than half between 58 and 80. `random` gives [0, 1). */
export function inventPerson(random: () => number): DemoPerson {
  const age = inventAge(random);
  return { name: inventName(random, age), birthYear: demoYear - age, phone: inventPhone(random) };
}

const subjects = words(
  '合唱 舞蹈 国画 书法 智能手机 生活英语 太极拳 礼仪 阅读 家庭教育 果树栽培 民宿 电商 剪纸 烹饪 养老护理 急救 京剧 手工 摄影',
);

/** A teacher of one to three subjects; a third are assigned full-time, as many teach part-time, the rest volunteer. */
export function inventTeacher(random: () => number): DemoTeacher {
  const name = inventName(random, 25 + Math.floor(random() * 50));
  const kind = pick(['assigned', 'partTime', 'volunteer'] as const, random);
  const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(subjects, random));
  return { name, kind, subjects: [...new Set(chosen)] };
}

function inventAge(random: () => number): number {
  const place = random();
  const band = ageBands.find(({ upTo }) => place < upTo);
  assert(band !== undefined, 'random gives [0, 1)');
  return band.from + Math.floor(random() * (band.to - band.from + 1));
}

function inventName(random: () => number, age: number): string {
  if (random() < edgeShare) return pick(edgeNames, random);
  // Squared, so that the common surnames at the head of the list come oftener, as they do in life.
  const surname = pick(surnames, () => random() ** 2);
  return surname + pick(givenNames[generationOf(age)], random);
}

const generationOf = (age: number): Generation => (age >= 55 ? 'older' : age >= 30 ? 'middle' : 'younger');

/** 160 is not among China's mobile prefixes: the number has the right shape, and is nobody's. */
function inventPhone(random: () => number): string {
  return `1600${String(Math.floor(random() * 10_000_000)).padStart(7, '0')}`;
}

function pick<T>(list: readonly T[], random: () => number): T {
  const chosen = list[Math.floor(random() * list.length)];
  assert(chosen !== undefined, 'random gives [0, 1)');
  return chosen;
}

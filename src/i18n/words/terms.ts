/** The trade's own words, used alike by every screen: what a record's choices are called. One word a thing. */
import type { Level } from '../../domain/records/course.ts';
import type { Network } from '../../domain/records/facility.ts';
import type { Learner } from '../../domain/records/learner.ts';
import type { Theme } from '../../domain/records/programme.ts';
import type { Phrase } from '../phrase.ts';
import { phrase } from '../phrase.ts';

type Words<T extends string> = { readonly [each in T]: Phrase<[]> };

export const themeWords: Words<Theme> = {
  vocational: phrase('职业技能', 'Work skills'),
  civic: phrase('公民素养', 'Civic life'),
  reading: phrase('全民阅读', 'Reading'),
  family: phrase('家庭教育', 'Family'),
  environment: phrase('生态环保', 'Environment'),
  olderPeople: phrase('老年教育', 'Older people'),
  culture: phrase('文化艺术', 'Culture and arts'),
  digital: phrase('数字生活', 'Digital life'),
  language: phrase('语言学习', 'Languages'),
  health: phrase('健康养生', 'Health'),
  enterprise: phrase('企业学习', 'Learning at work'),
};

export const networkWords: Words<Network> = {
  communityCollege: phrase('社区学院', 'Community colleges'),
  adultCollege: phrase('成人学校', 'Adult colleges'),
  enterprise: phrase('企业', 'Enterprises'),
  thirdSector: phrase('社会组织', 'Associations'),
};

export const levelWords: Words<Level> = {
  preschool: phrase('学前儿童', 'Before school'),
  school: phrase('中小学生', 'School age'),
  adult: phrase('成年人', 'Adults'),
  olderPeople: phrase('老年人', 'Older people'),
  newcomer: phrase('新市民', 'Newcomers'),
  disadvantaged: phrase('困难群体', 'People in need'),
  enterprise: phrase('在职职工', 'Employees'),
};

export const groupWords: Words<NonNullable<Learner['group']>> = {
  olderPerson: phrase('老年人', 'Older person'),
  adult: phrase('成年人', 'Adult'),
  employee: phrase('在职职工', 'Employee'),
  newcomer: phrase('新市民', 'Newcomer'),
  personWithDisability: phrase('残疾人', 'Person with a disability'),
  pupil: phrase('学生', 'Pupil'),
  other: phrase('其他', 'Other'),
};

/** A choice that a newer version brought has no word here yet. */
export function termOf<T extends string>(words: Words<T>, value: T): string {
  const known: Partial<Words<T>> = words;
  return known[value]?.() ?? value;
}

/** What an office of the city offers as a whole: several courses under one name and owner. */
import { choice, text } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';
import { networks } from './facility.ts';

export const themes = [
  'vocational',
  'civic',
  'reading',
  'family',
  'environment',
  'olderPeople',
  'culture',
  'digital',
  'language',
  'health',
  'enterprise',
] as const;
export type Theme = (typeof themes)[number];

export const Programme = record(
  'programme',
  {
    zh: text({ max: 40 }),
    en: text({ max: 80 }),
    network: choice(networks),
    theme: choice(themes),
    ownerZh: text({ max: 40 }),
    ownerEn: text({ max: 80 }),
  },
  { indexes: ['theme'], scope: 'city' },
);
export type Programme = Row<typeof Programme>;

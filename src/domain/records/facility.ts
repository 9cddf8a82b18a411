/** A place where people learn: a distance-learning point, a college, a school that opens its doors. */
import { choice, optional, text } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';

export const networks = ['communityCollege', 'adultCollege', 'enterprise', 'thirdSector'] as const;
export type Network = (typeof networks)[number];

export const Facility = record(
  'facility',
  {
    /** The 9-digit subdistrict code, a hyphen, and a number within it: 110116001-01. */
    code: text({ max: 16 }),
    zh: text({ max: 40 }),
    en: text({ max: 80 }),
    /** The district's 6-digit code. Never checked against a list: old codes live on in papers. */
    district: text({ max: 6 }),
    network: choice(networks),
    kind: choice(['distancePoint', 'communityCollege', 'olderPeoplesUniversity', 'openSchool', 'adultSchool']),
    address: optional(text({ max: 120 })),
    contact: optional(text({ max: 80 })),
  },
  { indexes: ['district'], scope: 'city' },
);
export type Facility = Row<typeof Facility>;

/** A person who learns here. Little is collected; what names a person is private. */
import { choice, group, instant, integer, optional, ref, text } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';

export const learnerGroups = [
  'olderPerson',
  'adult',
  'employee',
  'newcomer',
  'personWithDisability',
  'pupil',
  'other',
] as const;

export const Learner = record(
  'learner',
  {
    name: text({ max: 40, private: true }),
    /** Pinyin with initials, written at save time for search without a dictionary: `zhang wei|zw`. */
    pinyin: optional(text({ max: 160, private: true })),
    birthYear: optional(integer({ min: 1900, max: 2100, private: true })),
    phone: optional(text({ max: 24, private: true })),
    card: optional(text({ max: 32 })),
    group: optional(choice(learnerGroups)),
    consent: optional(group({ version: text({ max: 16 }), at: instant() })),
    /** Set when this record was found to be another's duplicate, or a walk-in was matched; clearing it takes that back. */
    mergedInto: optional(ref('learner')),
  },
  { indexes: ['card'], scope: 'facility' },
);
export type Learner = Row<typeof Learner>;

/** Who teaches at a facility. */
import { choice, list, optional, text } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';

export const Teacher = record(
  'teacher',
  {
    name: text({ max: 40, private: true }),
    kind: choice(['assigned', 'partTime', 'volunteer']),
    subjects: optional(list(text({ max: 40 }), { max: 20 })),
  },
  { scope: 'facility' },
);
export type Teacher = Row<typeof Teacher>;

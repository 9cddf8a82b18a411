/** A learner's place in a class. */
import { choice, date, ref } from '../kit/field.ts';
import { type Row, record } from '../kit/record.ts';

export const Enrolment = record(
  'enrolment',
  {
    class: ref('class'),
    learner: ref('learner'),
    status: choice(['active', 'waiting', 'withdrawn', 'completed']),
    since: date(),
  },
  { key: ['class', 'learner'], indexes: ['class', 'learner'], scope: 'facility' },
);
export type Enrolment = Row<typeof Enrolment>;

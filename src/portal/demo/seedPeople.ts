/**
 * The teachers and learners of one demo facility. The demo facility itself has every hazardous name there is, and two
 * people of one name, told apart by their year of birth. Values only; seed.ts writes them.
 */
import { pinyin } from 'pinyin-pro';
import { type Edit, sureEdit } from '../../domain/kit/edit.ts';
import { Learner } from '../../domain/records/learner.ts';
import { Teacher } from '../../domain/records/teacher.ts';
import { between, type Chance, inventId } from './chances.ts';
import { type DemoPlace, demoFacility } from './demoClasses.ts';
import { type DemoPerson, demoYear, edgeNames, inventPerson, inventTeacher } from './people.ts';

export interface SeededPeople {
  readonly teachers: readonly Teacher['id'][];
  readonly learners: readonly Learner['id'][];
  readonly edits: readonly Edit[];
}

/** Everybody at a facility; `ms` is when they were written down. */
export function peopleAt(place: DemoPlace, chance: Chance, ms: number): SeededPeople {
  const teachers = Array.from({ length: place.teachers }, () => ({
    id: inventId<'teacher'>(chance, ms),
    ...inventTeacher(chance),
  }));
  const hazards = place.facility === demoFacility ? edgeNames : edgeNames.slice(-3);
  const learners = Array.from({ length: place.learners }, (_, i) => {
    const person = inventPerson(chance);
    const name = hazards[i];
    return { id: inventId<'learner'>(chance, ms), ...person, ...(name === undefined ? {} : { name }) };
  });
  return {
    teachers: teachers.map(({ id }) => id),
    learners: learners.map(({ id }) => id),
    edits: [
      ...teachers.map(({ id, ...values }) => sureEdit(Teacher, id, undefined, values)),
      ...learners.map(({ id, ...person }, i) =>
        sureEdit(Learner, id, undefined, { ...learnerValues(person, chance, ms), card: cardOf(place, i) }),
      ),
    ],
  };
}

function learnerValues({ name, birthYear, phone }: DemoPerson, chance: Chance, ms: number) {
  const age = demoYear - birthYear;
  return {
    name,
    pinyin: pinyinOf(name),
    birthYear,
    phone: chance() < 0.8 ? phone : undefined,
    group: groupOf(age, chance),
    consent: { version: '2026-1', at: ms + between(chance, 0, 3_600_000) },
  };
}

function groupOf(age: number, chance: Chance): NonNullable<Learner['group']> {
  if (age < 18) return 'pupil';
  if (age >= 58) return chance() < 0.04 ? 'personWithDisability' : 'olderPerson';
  return chance() < 0.3 ? 'newcomer' : chance() < 0.5 ? 'employee' : 'adult';
}

/** The last five digits of the town's code, and a running number. */
const cardOf = (place: DemoPlace, i: number) => `${place.facility.slice(4, 9)}${String(i + 1).padStart(4, '0')}`;

/** As the app writes it when a name is typed: `zhang wei|zw`. */
function pinyinOf(name: string): string {
  const options = { surname: 'all', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' } as const;
  const syllables = pinyin(name, options).flatMap((part) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return `${syllables.join(' ')}|${syllables.map((syllable) => [...syllable][0] ?? '').join('')}`;
}

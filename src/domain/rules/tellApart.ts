/**
 * Telling apart people of one name: which detail to show beside it. One kind of detail for the whole group where it
 * tells all of them apart, else for each person the first that nobody else of the name has, else all that is known.
 */
import type { Learner } from '../records/learner.ts';
import type { LearnerId } from './people.ts';

export interface Detail {
  readonly kind: 'birthYear' | 'card' | 'phoneEnd';
  readonly value: string;
}

const phoneEndDigits = 4;

/** The details of everybody who shares their name with another; people with a name of their own are not in the map. */
export function tellApart(learners: readonly Learner[]): ReadonlyMap<LearnerId, readonly Detail[]> {
  const namesakes = new Map<string, Learner[]>();
  for (const learner of learners) namesakes.set(learner.name, [...(namesakes.get(learner.name) ?? []), learner]);
  return new Map([...namesakes.values()].filter((group) => group.length > 1).flatMap(detailsInGroup));
}

/** The last digits of a phone number, whatever stands between them; undefined when there are fewer. */
export function phoneEnd(phone: string | undefined): string | undefined {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length < phoneEndDigits ? undefined : digits.slice(-phoneEndDigits);
}

function detailsInGroup(group: readonly Learner[]): readonly (readonly [LearnerId, readonly Detail[]])[] {
  const details = group.map(detailsOf);
  const common = kindThatSeparates(details);
  return group.map((learner, i) => {
    const own = details[i] ?? [];
    if (common) return [learner.id, own.filter((detail) => detail.kind === common)] as const;
    const others = details.filter((_, j) => j !== i).flat();
    const unique = own.find((detail) => !others.some((other) => isSame(detail, other)));
    return [learner.id, unique ? [unique] : own] as const;
  });
}

function kindThatSeparates(details: readonly (readonly Detail[])[]): Detail['kind'] | undefined {
  const kinds: readonly Detail['kind'][] = ['birthYear', 'card', 'phoneEnd'];
  return kinds.find((kind) => {
    const values = details.flatMap((own) => own.filter((detail) => detail.kind === kind).map((detail) => detail.value));
    return values.length === details.length && new Set(values).size === values.length;
  });
}

function detailsOf(learner: Learner): readonly Detail[] {
  const phone = phoneEnd(learner.phone);
  return [
    ...(learner.birthYear === undefined ? [] : [{ kind: 'birthYear', value: String(learner.birthYear) } as const]),
    ...(learner.card === undefined ? [] : [{ kind: 'card', value: learner.card } as const]),
    ...(phone === undefined ? [] : [{ kind: 'phoneEnd', value: phone } as const]),
  ];
}

function isSame(a: Detail, b: Detail): boolean {
  return a.kind === b.kind && a.value === b.value;
}

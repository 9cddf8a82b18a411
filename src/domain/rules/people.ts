/**
 * Who is who: learners with their duplicates folded. A learner merged into another is that other person wherever rules
 * read; their marks and enrolments stay where they were written, so that unmerging gives everything back.
 */
import type { Id } from '../kit/field.ts';
import type { Learner } from '../records/learner.ts';

export type LearnerId = Id<'learner'>;

export interface People {
  readonly byId: ReadonlyMap<LearnerId, Learner>;
  /** Merged learners and the person that each is; nobody else. */
  readonly aliases: ReadonlyMap<LearnerId, LearnerId>;
}

/** The people that these learner records (none of them deleted) stand for. */
export function peopleOf(learners: Iterable<Learner>): People {
  const byId = new Map([...learners].map((learner) => [learner.id, learner]));
  const aliases = new Map<LearnerId, LearnerId>();
  for (const learner of byId.values()) {
    if (learner.mergedInto === undefined) continue;
    const person = endOfChain(learner.id, byId);
    if (person !== learner.id) aliases.set(learner.id, person);
  }
  return { byId, aliases };
}

/** The person that a learner id stands for: itself, unless merged. */
export function personOf(people: People, id: LearnerId): LearnerId {
  return people.aliases.get(id) ?? id;
}

/** The learner record of a person; undefined when it is deleted or not here yet. */
export function learnerOf(people: People, id: LearnerId): Learner | undefined {
  return people.byId.get(personOf(people, id));
}

/** Two tablets may merge two learners into each other: then the lowest id of the circle is the person, on every device. */
function endOfChain(id: LearnerId, byId: ReadonlyMap<LearnerId, Learner>): LearnerId {
  const path: LearnerId[] = [id];
  for (let at = id; ; ) {
    const next = byId.get(at)?.mergedInto;
    if (next === undefined) return at;
    const circle = path.indexOf(next);
    if (circle >= 0) return path.slice(circle).reduce((a, b) => (a < b ? a : b));
    path.push(next);
    at = next;
  }
}

/** Orders learners for lists: pinyin, then name, then id; those without pinyin last. */
export function byPinyin(a: Learner, b: Learner): number {
  return (
    compare(syllablesOf(a) ?? afterAllPinyin, syllablesOf(b) ?? afterAllPinyin) ||
    compare(a.name, b.name) ||
    compare(a.id, b.id)
  );
}

const afterAllPinyin = '\uFFFF';

/** `zhang wei` of `zhang wei|zw`. */
export function syllablesOf(learner: Pick<Learner, 'pinyin'>): string | undefined {
  return learner.pinyin?.split('|')[0] || undefined;
}

/** Never by locale: two tablets must show one order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

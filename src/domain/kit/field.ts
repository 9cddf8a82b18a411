/**
 * The closed list of field kinds. A field is plain data with the type of its value attached; what is done with it
 * (parse, merge, columns, DDL, random values) switches over `shape.type` elsewhere and must handle every case.
 */

/** How concurrent values of a field meet; each is commutative, associative and idempotent (test/domain/merge). */
export type MergePolicy = 'last' | 'first' | 'max' | 'union';

export type Shape =
  | { readonly type: 'text'; readonly max: number }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'ref'; readonly kind: string }
  | { readonly type: 'date' }
  | { readonly type: 'time' }
  | { readonly type: 'instant' }
  | { readonly type: 'flag' }
  | { readonly type: 'list'; readonly of: Shape; readonly max: number }
  | { readonly type: 'group'; readonly members: { readonly [name: string]: Field<unknown> } };

export interface Field<T, Optional extends boolean = boolean> {
  readonly shape: Shape;
  readonly optional: Optional;
  readonly merge: MergePolicy;
  /** A private field lives in its record's sealed group (security.md). */
  readonly private: boolean;
  /** The schema version that brought the field. */
  readonly since: number;
  /** Carries the type only; never present. */
  readonly value?: T;
}

export interface FieldOptions {
  readonly merge?: MergePolicy;
  readonly private?: boolean;
  readonly since?: number;
}

function field<T>(shape: Shape, options: FieldOptions = {}): Field<T, false> {
  return {
    shape,
    optional: false,
    merge: options.merge ?? 'last',
    private: options.private ?? false,
    since: options.since ?? 1,
  };
}

/** A local calendar date, `2026-11-24`: never an instant. */
export type CalendarDate = string & { readonly __brand: 'date' };
/** A local time of day, `09:30`. */
export type TimeOfDay = string & { readonly __brand: 'time' };
/** The identity of a record of one kind. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type ValueOf<F> = F extends Field<infer T> ? T : never;
type OptionalNames<M> = { [N in keyof M]: M[N] extends Field<unknown, true> ? N : never }[keyof M];
/** The values of a set of fields, optional ones as optional members. */
export type Values<M> = { readonly [N in Exclude<keyof M, OptionalNames<M>>]: ValueOf<M[N]> } & {
  readonly [N in OptionalNames<M>]?: ValueOf<M[N]>;
};

export type Members = { readonly [name: string]: Field<unknown> };

/** Words of a person, at most `max` code points. */
export const text = (o: FieldOptions & { readonly max: number }) => field<string>({ type: 'text', max: o.max }, o);
export const integer = (o: FieldOptions & { readonly min: number; readonly max: number }) =>
  field<number>({ type: 'integer', min: o.min, max: o.max }, o);
/** One of a list that may only grow at its end: the wire refers to positions. */
export const choice = <const T extends string>(options: readonly T[], o?: FieldOptions) =>
  field<T>({ type: 'choice', options }, o);
export const ref = <const K extends string>(kind: K, o?: FieldOptions) => field<Id<K>>({ type: 'ref', kind }, o);
export const date = (o?: FieldOptions) => field<CalendarDate>({ type: 'date' }, o);
export const time = (o?: FieldOptions) => field<TimeOfDay>({ type: 'time' }, o);
/** UTC milliseconds since 1970. */
export const instant = (o?: FieldOptions) => field<number>({ type: 'instant' }, o);
export const flag = (o?: FieldOptions) => field<boolean>({ type: 'flag' }, o);
export const list = <T>(of: Field<T>, o: FieldOptions & { readonly max: number }) =>
  field<readonly T[]>({ type: 'list', of: of.shape, max: o.max }, o);
export const group = <M extends Members>(members: M, o?: FieldOptions) =>
  field<Values<M>>({ type: 'group', members }, o);
export const optional = <T>(of: Field<T>): Field<T, true> => ({
  shape: of.shape,
  optional: true,
  merge: of.merge,
  private: of.private,
  since: of.since,
});

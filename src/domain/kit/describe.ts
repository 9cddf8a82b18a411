/**
 * What the declarations amount to, in plain text: `docs/schema.txt`. One file that shows in a review every change of a
 * record, its wire form or its stores. Sections are given by whoever derives something from a kind (the portal adds its
 * tables); this module knows the fields, the device's stores and the wire.
 */
import { never } from './assert.ts';
import type { Field, Shape } from './field.ts';
import { changeableFields, privateFields, type RecordKind, sealedField } from './record.ts';

/** Something derived from every kind: the lines that describe it. */
export interface SchemaSection {
  readonly title: string;
  readonly linesOf: (kind: RecordKind) => readonly string[];
}

export interface SchemaText {
  readonly version: number;
  readonly kinds: readonly RecordKind[];
  readonly sections: readonly SchemaSection[];
  /** A short hash of text. */
  readonly hash: (text: string) => string;
}

/** The whole description; its second line is the hash of all that two builds must agree on. */
export function describeSchema({ version, kinds, sections, hash }: SchemaText): string {
  const parts = kinds.map((kind) =>
    [
      `${kind.name}  (${factsOf(kind).join('; ')})`,
      ...sections.flatMap(({ title, linesOf }) => [`  ${title}`, ...linesOf(kind).map((line) => `    ${line}`)]),
    ].join('\n'),
  );
  return `version ${version}\nwire ${hash(kinds.map(agreement).join('\n\n'))}\n\n${parts.join('\n\n')}\n`;
}

function factsOf(kind: RecordKind): readonly string[] {
  return [
    `scope ${kind.scope}`,
    `written by the ${kind.writer}`,
    kind.key.length > 0 ? `key ${kind.key.join(' + ')}` : 'created id',
    `since ${kind.since}`,
  ];
}

/** Every field as it was declared. */
export const fieldsSection: SchemaSection = {
  title: 'fields',
  linesOf: (kind) => Object.entries(kind.fields).map(([name, field]) => `${name}: ${fieldText(field)}`),
};

/** Where the device keeps the kind. */
export const deviceSection: SchemaSection = {
  title: 'on the device',
  linesOf: (kind) =>
    kind.storedWith === undefined
      ? [`store ${kind.name}: id${kind.indexes.map((index) => `, ${index}`).join('')}`]
      : [`packed by ${kind.storedWith}`],
};

/** What a change may carry; the private fields travel as one. */
export const wireSection: SchemaSection = {
  title: 'on the wire',
  linesOf: (kind) => [
    changeableFields(kind)
      .map((name) => (name === sealedField ? `${name} { ${privateFields(kind).join(', ')} }` : name))
      .join(', '),
  ],
};

/** All that two builds must agree on: keys, fields, limits, choices, merge policies. */
function agreement(kind: RecordKind): string {
  return [kind.name, kind.key.join(' + '), ...fieldsSection.linesOf(kind), ...wireSection.linesOf(kind)].join('\n');
}

function fieldText(field: Field<unknown>): string {
  return [
    field.optional ? 'optional' : 'required',
    shapeText(field.shape),
    field.merge,
    ...(field.private ? ['private'] : []),
    ...(field.since > 1 ? [`since ${field.since}`] : []),
  ].join(', ');
}

function shapeText(shape: Shape): string {
  switch (shape.type) {
    case 'text':
      return `text ≤ ${shape.max}`;
    case 'integer':
      return `integer ${shape.min} … ${shape.max}`;
    case 'choice':
      return `choice ${shape.options.join(' | ')}`;
    case 'ref':
      return `ref ${shape.kind}`;
    case 'date':
    case 'time':
    case 'instant':
    case 'flag':
      return shape.type;
    case 'list':
      return `list ≤ ${shape.max} of ${shapeText(shape.of)}`;
    case 'group': {
      const members = Object.entries(shape.members).map(
        ([name, field]) => `${name}${field.optional ? '?' : ''}: ${shapeText(field.shape)}`,
      );
      return `{ ${members.join('; ')} }`;
    }
    default:
      return never(shape);
  }
}

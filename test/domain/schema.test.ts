// @vitest-environment node
/**
 * The registry of kinds and its description. `npm run schema` (UPDATE_SCHEMA=1) writes docs/schema.txt anew; a changed
 * wire without a raised version is refused then too.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../src/domain/kit/field.ts';
import { choice, integer } from '../../src/domain/kit/field.ts';
import { type RecordKind, record } from '../../src/domain/kit/record.ts';
import { kindNamed, kindNames, kinds, schemaVersion } from '../../src/domain/schema.ts';
import { describeSchema } from '../fixtures/describeSchema.ts';
import { schemaFacts, schemaFile, schemaPath } from '../fixtures/schemaFile.ts';

const stored = () => (existsSync(schemaPath) ? readFileSync(schemaPath, 'utf8') : '');

describe('docs/schema.txt', () => {
  const [before, now] = [schemaFacts(stored()), schemaFacts(schemaFile())];
  const isMoved = before.wire === undefined || before.wire === now.wire || Number(now.version) > Number(before.version);

  test('has a raised version where the wire form changed', () => {
    expect(isMoved, 'the wire form changed: raise schemaVersion in src/domain/schema.ts').toBe(true);
  });

  test('says what is declared', () => {
    if (process.env['UPDATE_SCHEMA'] === '1' && isMoved) writeFileSync(schemaPath, schemaFile());
    expect(stored() === schemaFile(), 'docs/schema.txt is stale: run `npm run schema` and commit it').toBe(true);
  });
});

describe('the description', () => {
  const hash = (text: string) => text;
  const of = (kind: RecordKind) => describeSchema({ version: 1, kinds: [kind], sections: [], hash });

  test('moves its hash with a limit, a policy, a choice and a field, but not with an index', () => {
    const plain = of(record('a', { n: integer({ min: 0, max: 9 }) }, { scope: 'city' }));
    expect(of(record('a', { n: integer({ min: 0, max: 9 }) }, { scope: 'city', indexes: ['n'] }))).toBe(plain);
    expect(of(record('a', { n: integer({ min: 0, max: 8 }) }, { scope: 'city' }))).not.toBe(plain);
    expect(of(record('a', { n: integer({ min: 0, max: 9, merge: 'max' }) }, { scope: 'city' }))).not.toBe(plain);
    expect(of(record('a', { n: integer({ min: 0, max: 9 }), m: choice(['x']) }, { scope: 'city' }))).not.toBe(plain);
  });
});

describe('the registry', () => {
  test('names every kind as it names itself', () => {
    for (const name of kindNames) expect(kinds[name].name).toBe(name);
    expect(schemaVersion).toBeGreaterThanOrEqual(1);
  });

  test('knows no kind that was not declared, nor what every object has', () => {
    for (const name of ['vision', 'toString', '__proto__', 'constructor', '']) expect(kindNamed(name)).toBeUndefined();
  });

  test('has each kind after all that it refers to, itself excepted', () => {
    for (const [at, name] of kindNames.entries()) {
      const shapes = Object.values<{ shape: Shape }>(kinds[name].fields).map(({ shape }) => shape);
      const referred = shapes.flatMap((shape) => (shape.type === 'ref' ? [shape.kind] : []));
      for (const kind of referred) {
        expect(kindNamed(kind), `${name} refers to ${kind}`).toBeDefined();
        const before = [...kindNames.slice(0, at + 1)].some((earlier) => earlier === kind);
        expect(before, `${kind} before ${name}`).toBe(true);
      }
    }
  });

  test('packs a kind only with one that its key names', () => {
    for (const name of kindNames) {
      const kind: RecordKind = kinds[name];
      if (kind.storedWith !== undefined) expect(kind.key).toContain(kind.storedWith);
    }
  });
});

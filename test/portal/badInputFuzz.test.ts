/**
 * Bytes, JSON and changes that nobody thought of, signed in earnest so that they reach the decoder, the judge and the
 * database: always a problem document or a reply, never a fault, never a hang.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Json } from '../../src/domain/kit/json.ts';
import { isObject } from '../../src/domain/kit/json.ts';
import { changeableFields, type RecordKind } from '../../src/domain/kit/record.ts';
import { kinds } from '../../src/domain/schema.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import type { Change, FieldValues } from '../../src/sync/change.ts';
import { encodeChanges } from '../../src/sync/codec.ts';
import { formatClock } from '../../src/sync/hlc.ts';
import { isProblemType } from '../../src/sync/problem.ts';
import { signatureHeader, syncPath } from '../../src/sync/protocol.ts';
import { idsOf, valuesOf } from '../fixtures/arbitraries.ts';
import type { HttpAnswer, HttpDevice, Send } from '../fixtures/httpDevice.ts';
import {
  type Crafted,
  expectProblem,
  expectUndisturbed,
  goodRequest,
  jsonOf,
  replyOf,
  signedBytes,
  signedJson,
  signedText,
  waitingDevice,
} from './badInputFixture.ts';
import { eachDatabase } from './db/databases.ts';
import { morning, newDevice, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

const nasty = [
  '\u0000',
  '\u0007',
  '\ud800',
  '',
  'x'.repeat(300),
  '__proto__',
  'constructor',
  '\u2028',
  '√',
  '𠮷',
  "';--",
];
const nastyText = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 20 }));
const nastyNumber = fc.constantFrom(-1, -0, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308);
const leaf: fc.Arbitrary<Json> = fc.oneof(nastyText, nastyNumber, fc.boolean(), fc.constant(null));
const anyJson: fc.Arbitrary<Json> = fc.oneof(
  leaf,
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }).map((value) => value as Json), // made of the same types
);

const allKinds: readonly RecordKind[] = Object.values(kinds);

/** A change that may be sound in every part, or in none; `device` is its writer. */
function changesOf(device: string): fc.Arbitrary<Change> {
  const often = <T>(sound: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 9, arbitrary: sound }, { weight: 1, arbitrary: other });
  const clocks = (devices: fc.Arbitrary<string>) =>
    fc.record({ ms: fc.integer({ min: 0, max: morning }), count: fc.nat(3), device: devices }).map(formatClock);
  return fc.constantFrom(...allKinds).chain((kind) =>
    fc.record({
      kind: often(fc.constant<string>(kind.name), nastyText),
      id: often(idsOf(kind), nastyText),
      fields: fieldsOf(kind),
      clock: often(clocks(fc.constant(device)), clocks(fc.constantFrom('0', 'zz'))),
      base: fc.option(clocks(fc.constantFrom(device, '0'))),
      by: often(fc.constant('c1'), nastyText),
    }),
  );
}

function fieldsOf(kind: RecordKind): fc.Arbitrary<FieldValues> {
  const sound = (name: string): fc.Arbitrary<Json> => {
    const shape = kind.fields[name]?.shape;
    if (shape) return valuesOf(shape);
    return name === 'deleted'
      ? fc.boolean()
      : fc.record({ name: fc.constant<Json>('王伟') }, { noNullPrototype: true });
  };
  const model = Object.fromEntries(
    changeableFields(kind).map((name) => [name, fc.oneof({ weight: 12, arbitrary: sound(name) }, anyJson)]),
  );
  const extra: fc.Arbitrary<FieldValues> = fc.oneof(
    { weight: 9, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(nastyText, anyJson, { maxKeys: 2, noNullPrototype: true }) },
  );
  const required = changeableFields(kind).filter((name) => kind.fields[name]?.optional === false);
  const withAtLeast = (requiredKeys: string[]): fc.Arbitrary<FieldValues> =>
    fc.record(model, { requiredKeys, noNullPrototype: true });
  const fields = fc.oneof(withAtLeast(required), withAtLeast([]));
  return fc.tuple(fields, extra).map(([some, more]) => ({ ...some, ...more }));
}

/** The request with the value at some path replaced. */
function replacedAt(value: unknown, path: readonly number[], replacement: Json): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return replacement;
  if (Array.isArray(value) && value.length > 0)
    return value.map((item, i) => (i === step % value.length ? replacedAt(item, rest, replacement) : item));
  const names = isObject(value) ? Object.keys(value) : [];
  const name = names[step % Math.max(1, names.length)];
  if (!isObject(value) || name === undefined) return replacement;
  return { ...value, [name]: replacedAt(value[name], rest, replacement) };
}

eachDatabase<PortalSchema>('input that nobody thought of', ({ database }) => {
  let city: TestPortal;
  let device: HttpDevice;
  let bystander: HttpDevice;
  let send: Send;
  beforeAll(async () => {
    city = await testPortal(database());
    [device, bystander, send] = [await waitingDevice(city), await newDevice(city), sendFromEverywhere(city)];
  });

  /** A reply or a whole problem document; what kind. */
  async function answered({ body, headers }: Crafted): Promise<string> {
    const answer: HttpAnswer = await send(syncPath, body, headers);
    if (answer.status === 200) {
      const { refused } = replyOf(answer);
      return refused.length > 0 ? 'some refused' : 'taken';
    }
    const type = String((jsonOf(answer) as { type?: unknown }).type).replace('/problems/', ''); // read by expectProblem below
    if (!isProblemType(type)) throw new Error(`no such problem: ${type}`);
    expectProblem(answer, type);
    expect(type).not.toBe('internal');
    return type;
  }

  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(await answered(await signedBytes(device, bytes))).toBe('malformed');
      }),
      { numRuns: 150 },
    );
    await expectUndisturbed(city, bystander);
  });

  test('any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ stringUnit: 'binary' }), async (json) => {
        expect(await answered(await signedText(device, json))).toBe('malformed');
      }),
      { numRuns: 150 },
    );
    await expectUndisturbed(city, bystander);
  });

  test('a good request with anything anywhere', async () => {
    const good = await goodRequest(device);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { minLength: 1, maxLength: 7 }), anyJson, async (path, replacement) => {
        seen.add(await answered(await signedJson(device, replacedAt(good, path, replacement))));
      }),
      { numRuns: 400 },
    );
    expect(seen.has('malformed')).toBe(true);
    await expectUndisturbed(city, bystander);
  });

  test('well-formed batches of changes that are sound in part', async () => {
    const writer = await newDevice(city);
    const seen = new Set<string>();
    const batches = fc.array(changesOf(writer.id), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(batches, async (changes) => {
        const row = await city.portal.db
          .selectFrom('device')
          .where('id', '=', writer.id)
          .select(['last_n', 'chain'])
          .executeTakeFirstOrThrow();
        const request = {
          ...(await goodRequest(writer)),
          first: row.last_n + 1,
          prev: row.chain,
          changes: encodeChanges(changes),
        };
        const crafted = await signedJson(writer, request);
        const outcome = await answered(crafted);
        seen.add(outcome);
        expect(await answered(crafted)).toBe(outcome); // the same, sent again
      }),
      { numRuns: 250 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['taken', 'some refused']));
    await expectUndisturbed(city, bystander);
  });

  test('any header in place of the signature', async () => {
    const good = await signedJson(device, await goodRequest(device));
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 600 }), anyJson, async (text, json) => {
        const printable = text.replace(/[^\x20-\x7e]/g, '');
        const forged = `${Buffer.from(JSON.stringify(json)).toString('base64url')}..${'A'.repeat(86)}`;
        for (const signature of [printable, forged]) {
          const headers = { ...good.headers, [signatureHeader]: signature };
          expect(await answered({ body: good.body, headers })).toBe('bad-signature');
        }
      }),
      { numRuns: 100 },
    );
    await expectUndisturbed(city, bystander);
  });

  test('none of it was a fault', () => {
    expect(city.logged).toEqual([]);
  });
});

/** Each request from another address: no limit of one address is met. */
function sendFromEverywhere(city: TestPortal): Send {
  return (path, body, headers) => sendInto(city.server)(path, body, headers);
}

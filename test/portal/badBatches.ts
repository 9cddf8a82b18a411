/** What may be sent in place of a device's good batch, and the problem that answers it. Signed in earnest where it can be. */
import { createHmac } from 'node:crypto';
import { createDeflateRaw } from 'node:zlib';
import type { ProblemType } from '../../src/sync/problem.ts';
import { facilityScope, limits, signatureHeader } from '../../src/sync/protocol.ts';
import type { HttpDevice } from '../fixtures/httpDevice.ts';
import { deflate } from '../fixtures/link.ts';
import { type Crafted, goodRequest, signedBytes, signedJson, signedText } from './badInputFixture.ts';
import { facilityB, morning } from './portalFixture.ts';

/** What is sent instead of the device's batch; `other` is a device of another facility. */
type Spoil = (device: HttpDevice, other: HttpDevice) => Promise<Crafted>;
export type BadBatch = readonly [name: string, type: ProblemType, spoil: Spoil];

/** The good request with some members replaced. */
const having =
  (members: object): Spoil =>
  async (device) =>
    signedJson(device, { ...(await goodRequest(device)), ...members });

const withSignature =
  (signature: (good: Crafted, device: HttpDevice, other: HttpDevice) => string | Promise<string>): Spoil =>
  async (device, other) => {
    const good = await signedJson(device, await goodRequest(device));
    return { ...good, headers: { ...good.headers, [signatureHeader]: await signature(good, device, other) } };
  };

const base64url = (value: string | Uint8Array) => Buffer.from(value).toString('base64url');
const headerOf = (members: object) => base64url(JSON.stringify(members));
/** JSON text of lists within lists. */
export const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const deep = '\u0001deep';
const withDeep = async (device: HttpDevice, request: object): Promise<Crafted> =>
  signedText(device, JSON.stringify(request).replace(JSON.stringify(deep), nested(200_000)));
const oneGroup = (count: number, members: object) => ({
  texts: [],
  order: [0, count],
  groups: [
    {
      k: 'learner',
      id: [{ '=': 'x' }],
      f: {},
      t: { '=': 0 },
      tc: { '=': 0 },
      td: { '=': 'a' },
      ...{ b: { p: { '=': 0 } }, bc: { p: { '=': 0 } }, bd: { p: { '=': 0 } } },
      by: { '=': '' },
      ...members,
    },
  ],
});
const groupOf = (count: number, members: object) => having({ changes: oneGroup(count, members) });

/** Deflates that many spaces as they are made: they never lie in memory at once. */
async function bomb(megabytes: number): Promise<Uint8Array> {
  const stream = createDeflateRaw({ level: 9 });
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => stream.once('end', resolve));
  const spaces = Buffer.alloc(1024 * 1024, ' ');
  for (let i = 0; i < megabytes; i += 1) await new Promise<void>((next) => stream.write(spaces, () => next()));
  stream.end();
  await ended;
  return Buffer.concat(parts);
}

export const badBatches: readonly BadBatch[] = [
  ['an empty body', 'malformed', (device) => signedBytes(device, new Uint8Array())],
  ['bytes that are not deflated', 'malformed', (device) => signedBytes(device, Buffer.from('{"v":1}'))],
  [
    'half of a batch',
    'malformed',
    async (device) => {
      const { body } = await signedJson(device, await goodRequest(device));
      return signedBytes(device, body.subarray(0, body.length >> 1));
    },
  ],
  ['deflated text that is not JSON', 'malformed', (device) => signedText(device, '<html>Welcome to our hotel</html>')],
  [
    'deflated bytes that are not UTF-8',
    'malformed',
    async (device) => signedBytes(device, await deflate(Buffer.from([0x22, 0xc3, 0x28, 0x22]).toString('latin1'))),
  ],
  ['null', 'malformed', (device) => signedText(device, 'null')],
  ['a list', 'malformed', (device) => signedText(device, '[]')],
  ['a number', 'malformed', (device) => signedText(device, '3')],
  ['an empty object', 'malformed', (device) => signedText(device, '{}')],
  ['changes that are a text', 'malformed', having({ changes: 'all of them' })],
  ['changes that are null', 'malformed', having({ changes: null })],
  ['changes without groups', 'malformed', having({ changes: { texts: [], order: [0, 1], groups: [] } })],
  ['a number of a change that is not whole', 'malformed', having({ first: 1.5 })],
  ['a number of a change that is zero', 'malformed', having({ first: 0 })],
  ['a count of waiting changes beyond any database’s', 'malformed', having({ pending: 2 ** 53 - 1 })],
  ['a chain that is too long', 'malformed', having({ prev: 'x'.repeat(65) })],
  ['an app version with a control character', 'malformed', having({ app: '1.0\u0000' })],
  ['an app version that is too long', 'malformed', having({ app: '1'.repeat(41) })],
  ['a device id with a control character', 'malformed', having({ device: 'a\u0000' })],
  ['a cursor that is not a number', 'malformed', having({ cursors: { city: '7' } })],
  ['a cursor below zero', 'malformed', having({ cursors: { city: -1 } })],
  ['a scope with a control character', 'wrong-facility', having({ cursors: { 'city\u0000': 1 } })],
  ['a cursor of another facility', 'wrong-facility', having({ cursors: { [facilityScope(facilityB)]: 0 } })],
  ['a version of the exchange that does not exist yet', 'unsupported-version', having({ v: 99 })],
  ['5 MB, inflated', 'too-large', async (device) => signedBytes(device, await bomb(5))],
  ['240 MB, inflated', 'too-large', async (device) => signedBytes(device, await bomb(240))],
  [
    'a body of more than 256 KiB',
    'too-large',
    (device) => signedBytes(device, new Uint8Array(limits.requestBytes + 1)),
  ],
  ['501 changes', 'too-large', groupOf(501, {})],
  ['5,001 items', 'malformed', groupOf(5_001, {})],
  ['a run longer than can be counted', 'malformed', groupOf(2 ** 53 - 1, {})],
  ['a column with fewer values than items', 'malformed', groupOf(3, { by: { a: ['', ''] } })],
  [
    'a field’s value that is repeated to gigabytes',
    'malformed',
    groupOf(500, { f: { card: { '=': 'x'.repeat(3_000_000) } } }),
  ],
  ['a kind’s name that is repeated to gigabytes', 'malformed', groupOf(500, { k: 'x'.repeat(3_000_000) })],
  [
    'a field’s name that is repeated to gigabytes',
    'malformed',
    groupOf(500, { f: { ['x'.repeat(3_000_000)]: { '=': 1 } } }),
  ],
  [
    'a value nested 200,000 deep',
    'malformed',
    async (device) =>
      withDeep(device, { ...(await goodRequest(device)), changes: oneGroup(1, { f: { card: { '=': deep } } }) }),
  ],
  [
    'changes nested 200,000 deep',
    'malformed',
    async (device) => withDeep(device, { ...(await goodRequest(device)), changes: deep }),
  ],
  [
    'cursors nested 200,000 deep',
    'malformed',
    async (device) => withDeep(device, { ...(await goodRequest(device)), cursors: deep }),
  ],
  ['a clock of next year', 'clock-ahead', groupOf(1, { t: { '=': morning + 365 * 86_400_000 } })],
  ['a clock that no calendar has', 'malformed', groupOf(1, { t: { '=': 1e15 } })],
  ['a clock with a control character in its device', 'malformed', groupOf(1, { td: { '=': 'a\u0000' } })],
  ['numbers that leave a gap', 'gap', having({ first: 9 })],
  ['another past', 'device-forked', having({ prev: 'AAAA' })],
  ['another past with a control character', 'device-forked', having({ prev: '\u0000' })],
  ['a number that was taken, with other content', 'device-forked', having({ first: 1, prev: '' })],
  [
    'no signature',
    'bad-signature',
    async (device) => {
      const { body, headers } = await signedJson(device, await goodRequest(device));
      return { body, headers: { 'content-type': headers['content-type'] ?? '' } };
    },
  ],
  ['a signature that is none', 'bad-signature', withSignature(() => 'x'.repeat(300))],
  ['a signature over other bytes', 'bad-signature', withSignature(({ body }, device) => device.sign(body.subarray(1)))],
  [
    'another device’s name in the signature',
    'bad-signature',
    withSignature(({ body }, device, other) => device.sign(body, other.id)),
  ],
  [
    'a signature of a device that nobody enrolled',
    'device-unknown',
    withSignature(({ body }, device) => device.sign(body, 'zzzz')),
  ],
  ['another device’s batch', 'wrong-facility', withSignature(({ body }, _device, other) => other.sign(body))],
  [
    'the algorithm “none”',
    'bad-signature',
    withSignature(
      (_good, { id }) => `${headerOf({ alg: 'none', b64: false, crit: ['b64'], kid: id })}..${'A'.repeat(86)}`,
    ),
  ],
  [
    'the algorithm “none” with an empty signature',
    'bad-signature',
    withSignature((_good, { id }) => `${headerOf({ alg: 'none', b64: false, crit: ['b64'], kid: id })}..`),
  ],
  [
    'an HMAC',
    'bad-signature',
    withSignature(({ body }, { id }) => {
      const header = headerOf({ alg: 'HS256', b64: false, crit: ['b64'], kid: id });
      const mac = createHmac('sha256', id).update(`${header}.`).update(body).digest();
      return `${header}..${base64url(Buffer.concat([mac, mac])).padEnd(86, 'A')}`;
    }),
  ],
  ['a signature whose header is null', 'bad-signature', withSignature(() => `${base64url('null')}..${'A'.repeat(86)}`)],
  [
    'a JSON body',
    'unsupported-media',
    async (device) => {
      const { headers } = await signedText(device, '{}');
      return { body: Buffer.from('{}'), headers: { ...headers, 'content-type': 'application/json' } };
    },
  ],
  [
    'plain text',
    'unsupported-media',
    async (device) => {
      const { body, headers } = await signedText(device, '{}');
      return { body, headers: { ...headers, 'content-type': 'text/plain' } };
    },
  ],
  [
    'a picture',
    'unsupported-media',
    async (device) => {
      const { body, headers } = await signedText(device, '{}');
      return { body, headers: { ...headers, 'content-type': 'image/png' } };
    },
  ],
];

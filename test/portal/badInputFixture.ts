/** For tests of bad input: requests crafted by hand but signed in earnest, what a problem document must hold, what must stay. */
import { inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { isObject } from '../../src/domain/kit/json.ts';
import { kinds } from '../../src/domain/schema.ts';
import type { Change } from '../../src/sync/change.ts';
import { encodeChanges } from '../../src/sync/codec.ts';
import { type ProblemType, problemStatus } from '../../src/sync/problem.ts';
import {
  batchMediaType,
  protocolVersion,
  readReply,
  type SyncReply,
  signatureHeader,
  syncPath,
} from '../../src/sync/protocol.ts';
import type { HttpAnswer, HttpDevice, Send } from '../fixtures/httpDevice.ts';
import { deflate } from '../fixtures/link.ts';
import { learnerEdit } from './edits.ts';
import { morning, newDevice, type TestPortal } from './portalFixture.ts';

/** One request, ready to be sent. */
export interface Crafted {
  readonly body: Uint8Array;
  readonly headers: { readonly [name: string]: string };
}

/** Signed by the device over exactly these bytes. */
export async function signedBytes(device: HttpDevice, body: Uint8Array): Promise<Crafted> {
  return { body, headers: { 'content-type': batchMediaType, [signatureHeader]: await device.sign(body) } };
}

export const signedText = async (device: HttpDevice, text: string) => signedBytes(device, await deflate(text));
export const signedJson = (device: HttpDevice, request: unknown) => signedText(device, JSON.stringify(request));

/** What the device would send now, as plain members to be spoilt; `changes` are encoded. */
export async function goodRequest(device: HttpDevice, changes?: readonly Change[]) {
  const draft = await device.memory.store.draft(500);
  if (draft === undefined) throw new Error('not enrolled');
  return {
    v: protocolVersion,
    sent: morning,
    app: '0.1.0',
    ...draft,
    changes: encodeChanges(changes ?? draft.changes) as unknown,
  };
}

/** A device with three learners that wait. */
export async function waitingDevice(city: TestPortal, facility?: string): Promise<HttpDevice> {
  const device = await newDevice(city, facility);
  device.memory.commit(
    ['a', 'b', 'c'].map((letter) => learnerEdit(`${device.id}${letter}`, `学员${letter}`)),
    morning,
  );
  return device;
}

export const jsonOf = (answer: HttpAnswer): unknown => JSON.parse(Buffer.from(answer.body).toString('utf8'));

export function replyOf(answer: HttpAnswer): SyncReply {
  expect(answer.status, Buffer.from(answer.body).toString('utf8')).toBe(200);
  const reply = readReply(inflateRawSync(answer.body).toString('utf8'));
  if (!reply.ok) throw new Error('not a reply');
  return reply.value;
}

/** A whole problem document, in the language that was asked for. */
export function expectProblem(answer: HttpAnswer, type: ProblemType, language: 'zh' | 'en' = 'zh'): void {
  const document = jsonOf(answer);
  expect({ status: answer.status, mediaType: answer.type.split(';')[0], document }).toMatchObject({
    status: problemStatus[type],
    mediaType: 'application/problem+json',
    document: { type: `/problems/${type}`, status: problemStatus[type] },
  });
  expectWords(document, language);
}

/** Title and detail, for people. */
export function expectWords(document: unknown, language: 'zh' | 'en'): void {
  const { title, detail } = isObject(document) ? document : {};
  for (const words of [title, detail]) {
    expect(words).toMatch(language === 'zh' ? /\p{Script=Han}/u : /^[A-Z]/);
    if (language === 'en') expect(words).not.toMatch(/\p{Script=Han}/u);
  }
}

/** Sends the request twice, for a Chinese and for an English reader, and expects the problem both times. */
export async function expectRefused(send: Send, { body, headers }: Crafted, type: ProblemType, path = syncPath) {
  expectProblem(await send(path, body, headers), type);
  expectProblem(await send(path, body, { ...headers, 'accept-language': 'en-GB,en;q=0.9' }), type, 'en');
}

/** All that an exchange writes, in short: equal before and after means that nothing was taken. */
export async function footprint({ portal: { db } }: TestPortal): Promise<unknown> {
  const tables = [
    ...Object.keys(kinds),
    'batch_log',
    'refused_change',
    'clash',
    'session_tally',
    'scope_version',
    'device',
  ];
  const prints = await Promise.all(
    tables.map(async (table) => {
      const found = await sql<{ count: number; print: string | null }>`
        select count(*) as count, md5(string_agg(t::text, ',' order by t::text)) as print
        from ${sql.table(table)} t`.execute(db);
      return [table, found.rows[0]];
    }),
  );
  return Object.fromEntries(prints);
}

/** The portal is up, and another device's work arrives. */
export async function expectUndisturbed(city: TestPortal, bystander: HttpDevice): Promise<void> {
  const { length } = bystander.memory.deliveries();
  bystander.memory.commit([learnerEdit(`${bystander.id}still${length}`, '旁观者')], morning);
  expect(await bystander.sync(morning)).toMatchObject({ kind: 'delivered', sent: 1, refused: 0 });
  expect((await city.server.inject('/healthz')).statusCode).toBe(200);
}

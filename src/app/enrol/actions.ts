/**
 * Enrolling: makes the device's keys, asks the portal, keeps the identity. The private key never leaves the browser;
 * nothing is stored until the portal has said yes.
 */
import * as v from 'valibot';
import { enrolDevice, makeSigningKeys } from '../../store/enrolment.ts';
import { leaveEnrolmentMark, requestPersistence } from '../../store/persistence.ts';
import { type Problem, readProblem } from '../../sync/problem.ts';
import type { Device } from '../shell/device.ts';
import { persistence } from '../shell/storageState.ts';

export type EnrolOutcome =
  | { readonly kind: 'enrolled'; readonly facility: { readonly zh: string; readonly en: string } }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly why: 'offline' | 'unreachable' | 'foreign' | 'storage' };

const enrolPath = '/api/enrol';
const requestMsMax = 30_000;

const replyShape = v.object({
  device: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,12}$/)),
  facility: v.object({ id: v.string(), zh: v.string(), en: v.string(), district: v.string() }),
  /** The portal's UTC ms. */
  at: v.number(),
});
type Reply = v.InferOutput<typeof replyShape>;

/** Enrols this device with a whole code; the label is what its people call it. */
export async function enrol(device: Device, code: string, label: string): Promise<EnrolOutcome> {
  const { db, platform } = device;
  const keys = await makeSigningKeys();
  const publicKey = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const startedMs = platform.nowMs();
  const asked = await ask({ code, publicKey, ...(label === '' ? {} : { label }) });
  if (asked.kind !== 'reply') return asked;
  const { device: id, facility, at } = asked.reply;
  const now = platform.nowMs();
  const offsetMs = Math.round(at - (startedMs + now) / 2);
  try {
    const identity = { device: id, facility: facility.id, district: facility.district, offsetMs };
    await enrolDevice(db, identity, keys.privateKey, now);
  } catch {
    return { kind: 'failed', why: 'storage' }; // private browsing or a full disk: the words say what to do
  }
  leaveEnrolmentMark(id);
  persistence.value = await requestPersistence();
  return { kind: 'enrolled', facility };
}

type Asked = Exclude<EnrolOutcome, { kind: 'enrolled' }> | { readonly kind: 'reply'; readonly reply: Reply };

async function ask(request: object): Promise<Asked> {
  let response: Response;
  try {
    response = await fetch(enrolPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(requestMsMax),
    });
  } catch {
    return { kind: 'failed', why: navigator.onLine ? 'unreachable' : 'offline' }; // fetch says no more than that
  }
  const document: unknown = await response.json().catch(() => undefined); // not JSON: not the portal, said below
  if (!response.ok) {
    const problem = readProblem(document);
    return problem ? { kind: 'refused', problem } : { kind: 'failed', why: 'foreign' };
  }
  const reply = v.safeParse(replyShape, document);
  return reply.success ? { kind: 'reply', reply: reply.output } : { kind: 'failed', why: 'foreign' };
}

/**
 * The device's half of the exchange: send what waits, take what is new, until there is nothing more of either. Run by
 * the worker, the page and the simulator over the same ports; who calls it holds the one lock.
 * [X1] A change leaves the queue only by a reply that names its number.
 * [X2] Every round moves a number or a cursor, or ends.
 */
import { sameJson } from '../domain/kit/json.ts';
import { decodeStates, encodeChanges } from './codec.ts';
import type { Answer, DevicePorts, Draft, SyncOutcome } from './ports.ts';
import { type Problem, readProblem } from './problem.ts';
import { chainAfter, limits, protocolVersion, readReply, type SyncReply, type SyncRequest } from './protocol.ts';

const batchMin = 1;
/** 5,000,000 changes at the largest batch: more than a facility makes in ten years. */
const roundsMax = 10_000;

export async function syncOnce(ports: DevicePorts): Promise<SyncOutcome> {
  const outcome = await exchangeAll(ports);
  await ports.store.note(outcome, ports.nowMs());
  return outcome;
}

async function exchangeAll(ports: DevicePorts): Promise<SyncOutcome> {
  const total = { sent: 0, received: 0, refused: 0 };
  let restamped = false;
  for (let round = 0; round < roundsMax; round++) {
    const batchMax = await ports.store.batchMax();
    const draft = await ports.store.draft(batchMax);
    if (draft === undefined) return { kind: 'notEnrolled' };
    const startedMs = ports.nowMs();
    const answer = await send(ports, draft, startedMs);
    if (answer.kind === 'reply') {
      const reply = await readBody(ports, answer.body);
      if (reply === undefined) return waitSmaller(ports, batchMax, 'foreign');
      const applied = await applyReply(ports, reply, draft, startedMs);
      if (applied === undefined) return waitSmaller(ports, batchMax, 'portalTrouble');
      total.sent += draft.changes.length;
      total.received += applied.received;
      total.refused += applied.refused;
      if (draft.changes.length === batchMax) await ports.store.setBatchMax(Math.min(batchMax * 2, limits.batchChanges));
      if (!reply.more && draft.pending <= draft.changes.length) return { kind: 'delivered', ...total };
      if (!applied.moved) return { kind: 'waiting', why: 'portalTrouble' };
      continue;
    }
    if (answer.kind !== 'problem') return waitSmaller(ports, batchMax, answer.kind === 'cut' ? 'offline' : 'foreign');
    const { problem } = answer;
    if (problem.type === 'clock-ahead' && problem.expected !== undefined && !restamped) {
      restamped = true;
      await ports.store.restamp(problem.expected, problem.expected - ports.nowMs());
      continue;
    }
    if (problem.type === 'too-large' && batchMax > batchMin) {
      await ports.store.setBatchMax(Math.max(batchMin, Math.floor(batchMax / 2)));
      continue;
    }
    return waitOrStop(problem, answer.retryAfterMs);
  }
  return { kind: 'waiting', why: 'portalTrouble' };
}

async function send(ports: DevicePorts, draft: Draft, startedMs: number): Promise<Answer> {
  const { changes, ...header } = draft;
  const request: SyncRequest = {
    v: protocolVersion,
    sent: startedMs,
    app: ports.appVersion,
    ...header,
    ...(changes.length > 0 ? { changes: encodeChanges(changes) } : {}),
  };
  const body = await ports.deflate(JSON.stringify(request));
  return ports.post({ body, signature: await ports.sign(draft.device, body) });
}

async function readBody(ports: DevicePorts, body: Uint8Array): Promise<SyncReply | undefined> {
  const text = await ports.inflate(body, limits.inflatedBytes);
  if (text === undefined) return undefined;
  const reply = readReply(text);
  return reply.ok ? reply.value : undefined;
}

/** Undefined when the reply contradicts what was sent: nothing of it is applied. */
async function applyReply(ports: DevicePorts, reply: SyncReply, draft: Draft, startedMs: number) {
  const news = reply.news === undefined ? { ok: true as const, value: [] } : decodeStates(reply.news);
  const lastSent = draft.first + draft.changes.length - 1;
  const chain = await chainAfter(draft.prev, draft.changes, ports.digest);
  if (!news.ok || reply.upTo !== lastSent || reply.chain !== chain) return undefined;
  const refused = reply.refused.flatMap(({ n, problem }) => {
    const read = readProblem(problem);
    return n >= draft.first && n <= lastSent ? [{ n, problem: read ?? { type: 'internal' as const } }] : [];
  });
  const now = ports.nowMs();
  await ports.store.apply({
    upTo: reply.upTo,
    chain,
    refused,
    states: news.value,
    cursors: reply.cursors,
    at: reply.at,
    offsetMs: Math.round(reply.at - (startedMs + now) / 2),
    updateApp: reply.updateApp ?? false,
  });
  const moved = draft.changes.length > 0 || !sameJson(reply.cursors, draft.cursors);
  return { received: news.value.length, refused: refused.length, moved };
}

async function waitSmaller(
  ports: DevicePorts,
  batchMax: number,
  why: 'offline' | 'foreign' | 'portalTrouble',
): Promise<SyncOutcome> {
  await ports.store.setBatchMax(Math.max(batchMin, Math.floor(batchMax / 2)));
  return { kind: 'waiting', why };
}

function waitOrStop(problem: Problem, retryAfterMs: number | undefined): SyncOutcome {
  const after = retryAfterMs === undefined ? {} : { retryAfterMs };
  switch (problem.type) {
    case 'busy':
    case 'too-many':
      return { kind: 'waiting', why: 'busy', ...after };
    case 'internal':
      return { kind: 'waiting', why: 'portalTrouble', ...after };
    default:
      return { kind: 'stopped', problem };
  }
}

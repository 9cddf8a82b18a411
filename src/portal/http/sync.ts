/** POST /api/sync: one signed batch in, one reply or problem document out. Bodies are never logged. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { answer } from '../../sync/portal.ts';
import { batchMediaType, limits, replyMediaType, signatureHeader, syncPath } from '../../sync/protocol.ts';
import { inExchange } from '../db/portalStore.ts';
import { readBatch } from '../ingest/readBatch.ts';
import { openTurnstile } from '../ingest/turnstile.ts';
import type { Portal } from '../portal.ts';
import { readersLanguage, refuseWith, wordsOf } from './problem.ts';

const deflated = promisify(deflateRaw);
const digest = async (text: string) => createHash('sha256').update(text).digest('base64url');

export function registerSync(server: FastifyInstance, portal: Portal): void {
  const turnstile = openTurnstile(portal.config.exchangesMax, () => (portal.randomBytes(1)[0] ?? 0) / 256);
  server.addContentTypeParser(
    batchMediaType,
    { parseAs: 'buffer', bodyLimit: limits.requestBytes },
    (_request, body, done) => done(null, body),
  );
  server.post(syncPath, { bodyLimit: limits.requestBytes }, async (request, reply) => {
    const body = request.body;
    if (!(body instanceof Uint8Array)) return refuseWith(request, reply, { type: 'unsupported-media' });
    const outcome = await turnstile.enter(async () => {
      const read = await readBatch(portal, body, request.headers[signatureHeader]);
      if (!read.ok) return { kind: 'problem' as const, problem: read.problem };
      const nowMs = portal.now();
      const signature = String(request.headers[signatureHeader]);
      const received = { request: read.request, body, signature, nowMs, digest };
      return inExchange(portal.db, read.device, received, (tx) =>
        answer(tx, {
          request: read.request,
          nowMs,
          digest,
          describe: (problem) => wordsOf(problem, readersLanguage(request)),
        }),
      );
    });
    if (outcome.kind === 'busy')
      return refuseWith(request, reply, { type: 'busy' }, { retryAfterSeconds: outcome.retryAfterSeconds });
    const answered = outcome.value;
    if (answered.kind === 'problem') return refuseWith(request, reply, answered.problem);
    const bytes = await deflated(Buffer.from(JSON.stringify(answered.reply), 'utf8'));
    return reply.type(replyMediaType).header('cache-control', 'no-store').send(bytes);
  });
}

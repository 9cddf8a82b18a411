/**
 * The door of every staff route: a session's cookie, and no request that another site made the browser send. The
 * cookie is SameSite=Strict already; that changes need JSON and come from our own pages is the second bolt.
 */
import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../sync/problem.ts';
import type { Portal } from '../portal.ts';
import { type Staff, staffOf } from '../staff/staffSession.ts';
import { type RefusalOptions, refuseWith } from './problem.ts';

export const staffCookie = 'waystation_staff';

/** What a handler has to say. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false; readonly problem: Problem } & RefusalOptions);

export type Admitted = { readonly ok: true; readonly staff: Staff } | { readonly ok: false; readonly problem: Problem };

/** A route's handler for people who are signed in; others get 401, and nothing is looked up for them. */
export function asStaff<Value>(
  portal: Portal,
  answer: (request: FastifyRequest, staff: Staff) => Promise<Answer<Value>>,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (request, reply) => {
    const admitted = await requireStaff(portal, request);
    if (!admitted.ok) return refuseWith(request, reply, admitted.problem);
    return send(request, reply, await answer(request, admitted.staff));
  };
}

/** Who asks; or why they may not. */
export async function requireStaff(portal: Portal, request: FastifyRequest): Promise<Admitted> {
  const staff = await staffOf(portal, tokenIn(request));
  if (staff === undefined) return { ok: false, problem: { type: 'signed-out' } };
  const problem = foreignness(request);
  return problem === undefined ? { ok: true, staff } : { ok: false, problem };
}

/** Why a request that changes something does not come from our own pages; undefined where all is well. */
export function foreignness(request: FastifyRequest): Problem | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (!isFromOurPages(request)) return { type: 'not-allowed' };
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  return request.method === 'POST' && !isJson ? { type: 'unsupported-media' } : undefined;
}

/** Browsers say where a request comes from, and pages cannot change what they say; other programs say nothing. */
function isFromOurPages({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === host;
}

/** The session's token in the request's cookies. */
export function tokenIn(request: FastifyRequest): string | undefined {
  return cookie.parse(request.headers.cookie ?? '')[staffCookie];
}

/** An answer as JSON that nobody keeps, or as a problem document. */
export function send<Value>(request: FastifyRequest, reply: FastifyReply, answer: Answer<Value>): FastifyReply {
  if (!answer.ok) return refuseWith(request, reply, answer.problem, answer);
  return reply.header('cache-control', 'no-store').send(answer.value);
}

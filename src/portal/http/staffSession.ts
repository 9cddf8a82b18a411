/**
 * /api/staff/session: sign in (POST login and password), who am I (GET), sign out (DELETE). The session lives in an
 * HttpOnly, SameSite=Strict cookie; the page never sees its token.
 */
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { Portal } from '../portal.ts';
import { passwordCodeUnitsMax } from '../staff/password.ts';
import { signingIn } from '../staff/signIn.ts';
import { absoluteMs, closeStaffSession, type Staff } from '../staff/staffSession.ts';
import type { SignedIn } from './reportTypes.ts';
import { asStaff, foreignness, send, staffCookie, tokenIn } from './requireStaff.ts';

const path = '/api/staff/session';
const bodyBytesMax = 2_048;
const signInShape = v.object({
  login: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(passwordCodeUnitsMax)),
});

/** Adds the routes. */
export function registerStaffSession(server: FastifyInstance, portal: Portal): void {
  const signIn = signingIn(portal);

  server.post(path, { bodyLimit: bodyBytesMax }, async (request, reply) => {
    const foreign = foreignness(request);
    if (foreign !== undefined) return send(request, reply, { ok: false, problem: foreign });
    const body = v.safeParse(signInShape, request.body);
    if (!body.success) return send(request, reply, { ok: false, problem: { type: 'malformed' } });
    const outcome = await signIn({ ...body.output, address: request.ip });
    switch (outcome.kind) {
      case 'tooMany': {
        const retryAfterSeconds = Math.ceil(outcome.waitMs / 1000);
        return send(request, reply, { ok: false, problem: { type: 'too-many' }, retryAfterSeconds });
      }
      case 'wrongPassword':
        return send(request, reply, { ok: false, problem: { type: 'wrong-password' } });
      case 'signedIn': {
        await closeStaffSession(portal, tokenIn(request));
        setCookie(request, reply, outcome.token, absoluteMs / 1000);
        return send(request, reply, { ok: true, value: signedIn(outcome.staff) });
      }
    }
  });

  server.get(
    path,
    asStaff(portal, async (_request, staff) => ({ ok: true, value: signedIn(staff) })),
  );

  server.delete(path, async (request, reply) => {
    const foreign = foreignness(request);
    if (foreign !== undefined) return send(request, reply, { ok: false, problem: foreign });
    await closeStaffSession(portal, tokenIn(request));
    setCookie(request, reply, '', 0);
    return reply.code(204).send();
  });
}

function signedIn({ login, name, role }: Staff): SignedIn {
  return { login, name, role };
}

function setCookie(request: FastifyRequest, reply: FastifyReply, token: string, maxAge: number): void {
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: request.protocol === 'https' } as const;
  void reply.header('set-cookie', cookie.serialize(staffCookie, token, { ...options, maxAge }));
}

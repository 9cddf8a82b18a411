/** Test support: a server with the staff's routes, and a browser that is signed in to it. */
import fastify, { type FastifyInstance } from 'fastify';
import { registerEvents } from '../../../src/portal/http/events.ts';
import { registerReports } from '../../../src/portal/http/reports.ts';
import { registerStaffSession } from '../../../src/portal/http/staffSession.ts';
import type { Portal } from '../../../src/portal/portal.ts';
import type { FirstSignIn } from '../../../src/portal/staff/administrator.ts';

export function staffServer(portal: Portal, options: { readonly trustProxy?: boolean } = {}): FastifyInstance {
  const server = fastify({ forceCloseConnections: true, ...options });
  registerStaffSession(server, portal);
  registerReports(server, portal);
  registerEvents(server, portal);
  return server;
}

/** Signs in; the cookie that the browser would send back. */
export async function signedInCookie(server: FastifyInstance, account: FirstSignIn): Promise<string> {
  const reply = await server.inject({ method: 'POST', url: '/api/staff/session', payload: { ...account } });
  const [set] = [reply.headers['set-cookie']].flat();
  if (reply.statusCode !== 200 || set === undefined) throw new Error(`not signed in: ${reply.body}`);
  return set.split(';')[0] ?? '';
}

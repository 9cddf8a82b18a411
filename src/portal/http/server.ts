/**
 * The HTTP server, put together from its routes; knows no ports and no processes, so that tests can inject requests.
 * Every failure that reaches a client is a problem document; what happened inside stays in the log, without bodies.
 */
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import type { ProblemType } from '../../sync/problem.ts';
import type { Portal } from '../portal.ts';
import { registerApp } from './app.ts';
import { registerEnrol } from './enrol.ts';
import { registerEvents } from './events.ts';
import { registerHealth } from './health.ts';
import { refuseWith } from './problem.ts';
import { registerReports } from './reports.ts';
import { registerStaffSession } from './staffSession.ts';
import { registerSync } from './sync.ts';

export interface ServerOptions {
  /** The built app; where it is absent only the API answers. */
  readonly appFolder: string;
  readonly version: string;
}

const jsonBytesMax = 64 * 1024;
/** Requests a minute from one address: a centre's tablets share one, dashboards ask often. */
const requestsPerMinute = 1_200;

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
    "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
} as const;

export async function buildServer(portal: Portal, options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: jsonBytesMax,
    trustProxy: portal.config.trustProxy,
    forceCloseConnections: 'idle', // an exchange that is on its way is answered; streams end themselves
    frameworkErrors: (_error, request, reply) =>
      refuseWith(request, reply.headers(securityHeaders), { type: 'malformed' }),
  });
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(securityHeaders);
  });
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close'); // else it is kept open, and the portal with it
  });
  server.setErrorHandler((error: { statusCode?: number; code?: string; message?: string }, request, reply) => {
    const type = problemOf(error.statusCode);
    const facts = { route: request.routeOptions.url, method: request.method, code: error.code };
    if (type === 'internal') portal.log.error({ ...facts, error: error.message }, 'request failed');
    return refuseWith(request, reply, { type });
  });
  await server.register(cookie);
  await server.register(rateLimit, { max: requestsPerMinute, timeWindow: 60_000 });
  registerHealth(server, portal, options.version);
  registerEnrol(server, portal);
  registerSync(server, portal);
  registerStaffSession(server, portal);
  registerReports(server, portal);
  registerEvents(server, portal);
  await registerApp(server, options.appFolder);
  return server;
}

/** What Fastify refused by itself, in our words. */
function problemOf(status: number | undefined): ProblemType {
  switch (status) {
    case 400:
      return 'malformed';
    case 404:
      return 'not-found';
    case 413:
      return 'too-large';
    case 415:
      return 'unsupported-media';
    case 429:
      return 'too-many';
    default:
      return 'internal';
  }
}

/**
 * The app's files: hashed ones cached for ever, the page, the worker and the manifest never without asking, so that a
 * new build is always found. Every navigation that is not the API's gets the page (the router lives there).
 */
import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuseWith } from './problem.ts';

const immutable = 'public, max-age=31536000, immutable';

export async function registerApp(server: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder))
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        void response.setHeader('cache-control', path.includes('/assets/') ? immutable : 'no-cache');
      },
    });
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const isOurs = request.url.startsWith('/api/') || request.url.startsWith('/assets/');
    if (!isPage || isOurs || !existsSync(folder)) return refuseWith(request, reply, { type: 'not-found' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

/** For whoever keeps the server running: is it up, is it ready, which version. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Portal } from '../portal.ts';

export function registerHealth(server: FastifyInstance, portal: Portal, version: string): void {
  const ready = async () => {
    await sql`select 1`.execute(portal.db);
    return { status: 'ok' };
  };
  server.get('/healthz', ready);
  server.get('/readyz', ready);
  server.get('/version.json', async (_request, reply) => reply.header('cache-control', 'no-store').send({ version }));
}

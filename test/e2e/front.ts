/** A front before the portal, as a reverse proxy is: passes everything on, and fails one address when told to. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { freePort } from './portalProcess.ts';

export interface Front {
  readonly url: string;
  /** From now on the address answers with this status; none: as the portal says. */
  fail(path: string, status: number | undefined): void;
  close(): void;
}

export async function startFront(target: { readonly port: number }): Promise<Front> {
  const failing = new Map<string, number>();
  const server = createServer((incoming, answer) => {
    const status = failing.get(incoming.url ?? '');
    if (status !== undefined)
      return void answer.writeHead(status, { 'content-type': 'text/plain' }).end('out of order');
    const { url, method, headers } = incoming;
    const passed = request({ port: target.port, path: url, method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    incoming.pipe(passed);
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${port}`,
    fail(path, status) {
      if (status === undefined) failing.delete(path);
      else failing.set(path, status);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

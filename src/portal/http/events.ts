/**
 * GET /api/events: what comes in from the facilities, as it comes in, for dashboards that are open. One LISTEN serves
 * all streams; an event is read from the roll-up once, whoever is watching. Events: `contact` and `rollcall`
 * (reportTypes.ts), and `missed` with an empty object when some may have been lost.
 * There are no event ids and Last-Event-ID is not read: whoever connects (again) loads the reports, then follows.
 */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { newsChannel } from '../db/portalStore.ts';
import type { Portal } from '../portal.ts';
import { sessionTallies } from '../reports/sessionTallies.ts';
import { sessionStands } from '../staff/staffSession.ts';
import { type EventStream, eventText, heartbeatText, openEventStream } from './eventStream.ts';
import { refuseWith } from './problem.ts';
import type { ContactEvent } from './reportTypes.ts';
import { requireStaff, tokenIn } from './requireStaff.ts';

const heartbeatMs = 20_000;
/** After which a browser tries again when the stream was cut. */
const retryMs = 5_000;
const streamsMax = 500;
/** Notifications that may wait to be read; beyond, watchers are told that they missed some. */
const waitingMax = 200;

const newsShape = v.object({
  facility: v.string(),
  district: v.string(),
  changes: v.number(),
  sessions: v.array(v.string()),
});
type News = v.InferOutput<typeof newsShape>;

/** Adds the route; it listens from the server's start, and lets go of everybody when the server closes. */
export function registerEvents(server: FastifyInstance, portal: Portal): void {
  const streams = new Map<EventStream, string>(); // with the token that each was opened by
  const tellAll = (text: string) => {
    for (const stream of streams.keys()) stream.send(text);
  };
  const tell = telling(portal, () => streams.size > 0, tellAll);
  let stopListening = async () => {};
  let heartbeat: NodeJS.Timeout | undefined;

  server.addHook('onReady', async () => {
    stopListening = await portal.database.listen(newsChannel, tell, () => tellAll(eventText('missed', {})));
    heartbeat = setInterval(() => void beat(portal, streams), heartbeatMs).unref();
  });
  server.addHook('preClose', async () => {
    clearInterval(heartbeat);
    for (const stream of streams.keys()) stream.end();
    await stopListening();
  });

  server.get('/api/events', async (request, reply) => {
    const admitted = await requireStaff(portal, request);
    if (!admitted.ok) return refuseWith(request, reply, admitted.problem);
    if (streams.size >= streamsMax)
      return refuseWith(request, reply, { type: 'busy' }, { retryAfterSeconds: retryMs / 1000 });
    const stream = openEventStream(() => streams.delete(stream));
    streams.set(stream, tokenIn(request) ?? '');
    stream.send(`retry: ${retryMs}\n\n`);
    return (
      reply
        // For nginx, not to hold back; and nothing follows on this connection, so that a closing server waits for none.
        .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' })
        .type('text/event-stream; charset=utf-8')
        .send(stream.readable)
    );
  });
}

/** Turns notifications into events, one after the other so that they keep their order. */
function telling(portal: Portal, isWatched: () => boolean, tellAll: (text: string) => void): (payload: string) => void {
  let waiting = 0;
  let last = Promise.resolve();
  return (payload) => {
    if (!isWatched()) return;
    const news = newsIn(payload);
    if (news === undefined || waiting >= waitingMax) {
      tellAll(eventText('missed', {}));
      return;
    }
    waiting += 1;
    last = last
      .then(async () => tellAll(await eventsOf(portal, news)))
      .catch((failure: unknown) => {
        portal.log.warn({ error: String(failure) }, 'events could not be read');
        tellAll(eventText('missed', {}));
      })
      .finally(() => {
        waiting -= 1;
      });
  };
}

async function eventsOf(portal: Portal, { facility, district, changes, sessions }: News): Promise<string> {
  const contact: ContactEvent = { facility, district, changes, at: portal.now() };
  const tallies = sessions.length === 0 ? [] : await sessionTallies(portal.db, facility, sessions);
  return [eventText('contact', contact), ...tallies.map((tally) => eventText('rollcall', tally))].join('');
}

function newsIn(payload: string): News | undefined {
  try {
    const parsed = v.safeParse(newsShape, JSON.parse(payload));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined; // another build's notification: the watchers load their reports anew
  }
}

/** Keeps streams alive, and ends those whose sessions have ended. */
async function beat(portal: Portal, streams: ReadonlyMap<EventStream, string>): Promise<void> {
  try {
    for (const [stream, token] of streams) {
      if (await sessionStands(portal, token)) stream.send(heartbeatText);
      else stream.end();
    }
  } catch (failure) {
    portal.log.warn({ error: String(failure) }, 'sessions of event streams could not be checked');
  }
}

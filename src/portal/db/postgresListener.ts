/**
 * LISTEN on a PostgreSQL server, over one connection of its own that comes back by itself.
 * What was notified while the connection was away is lost to us, so every subscriber is told that it may have missed
 * something. The retries go on as long as the portal does, with a delay that doubles up to a bound.
 */
import pg from 'pg';
import { quoted } from './pgliteDialect.ts';

/** Hears one channel; `onMissed` says that notifications may have been lost, so look for yourself. */
export type Subscriber = { readonly onPayload: (payload: string) => void; readonly onMissed: () => void };

/** A listener for all the channels of one portal. */
export type Listener = {
  listen(channel: string, subscriber: Subscriber): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const RETRY_MS_FIRST = 250;
const RETRY_MS_MAX = 15_000;
/** Finds a server that vanished without a word. */
const KEEP_ALIVE_MS = 10_000;

/** Connects at the first subscription; `onTrouble` hears of every lost connection and failed retry. */
export function postgresListener(databaseUrl: string, onTrouble: (error: Error) => void): Listener {
  const channels = new Map<string, Set<Subscriber>>();
  let client: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    let lost = false;
    const lose = (error: Error) => {
      if (lost || closed) return;
      lost = true;
      onTrouble(error);
      client = undefined;
      fresh.end().catch(onTrouble);
      reconnectAfter(RETRY_MS_FIRST);
    };
    fresh.on('notification', ({ channel, payload }) => {
      for (const subscriber of channels.get(channel) ?? []) subscriber.onPayload(payload ?? '');
    });
    let connected = false;
    fresh.on('error', (error) => (connected ? lose(error) : undefined)); // before that, connect() rejects with it
    await fresh.connect();
    connected = true;
    fresh.on('end', () => lose(new Error('the connection for notifications has ended')));
    for (const channel of channels.keys()) await fresh.query(`listen ${quoted(channel)}`);
    return fresh;
  };

  const reconnectAfter = (ms: number) => {
    retry = setTimeout(async () => {
      try {
        client ??= connect();
        await client;
        for (const subscribers of channels.values()) for (const { onMissed } of subscribers) onMissed();
      } catch (error) {
        client = undefined;
        if (closed) return;
        onTrouble(error instanceof Error ? error : new Error(String(error)));
        reconnectAfter(Math.min(ms * 2, RETRY_MS_MAX));
      }
    }, ms);
  };

  return {
    async listen(channel, subscriber) {
      const subscribers = channels.get(channel) ?? new Set();
      channels.set(channel, subscribers.add(subscriber));
      try {
        client ??= connect();
        await (await client).query(`listen ${quoted(channel)}`);
      } catch (error) {
        client = undefined;
        subscribers.delete(subscriber);
        throw error;
      }
      return async () => {
        subscribers.delete(subscriber);
        if (subscribers.size > 0) return;
        channels.delete(channel);
        await (await client)?.query(`unlisten ${quoted(channel)}`);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await (await client?.catch(() => undefined))?.end();
    },
  };
}

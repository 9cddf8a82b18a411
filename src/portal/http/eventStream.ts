/**
 * One browser's stream of server-sent events, with a bound on what may wait for it: a client that reads too slowly is
 * dropped, and comes back by itself. Knows nothing of what the events mean.
 */
import { Readable } from 'node:stream';

export interface EventStream {
  readonly readable: Readable;
  /** Sends text that is already in the stream's form; a client that lags too far behind is dropped instead. */
  send(text: string): void;
  end(): void;
}

/** Of what waits for one client: hundreds of events. */
const waitingBytesMax = 128 * 1024;

/** An open stream; `onEnd` is called once, whoever ended it. */
export function openEventStream(onEnd: () => void): EventStream {
  const readable = new Readable({ read() {}, highWaterMark: waitingBytesMax });
  readable.once('close', onEnd);
  // A client that goes away is no failure; without a listener it would be one.
  readable.on('error', () => {});
  return {
    readable,
    send(text) {
      if (readable.destroyed) return;
      const bytes = Buffer.from(text, 'utf8');
      if (readable.readableLength + bytes.byteLength > waitingBytesMax) readable.destroy();
      else readable.push(bytes);
    },
    end() {
      if (!readable.destroyed) readable.push(null);
    },
  };
}

/** An event in the stream's form: JSON holds no line break, so that one line is enough. */
export function eventText(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A line that keeps the connection alive and means nothing. */
export const heartbeatText = ': still here\n\n';

/**
 * What the device's half of the exchange needs from the world. The page and the worker hand it IndexedDB, fetch and
 * WebCrypto; the simulator hands it lists and a script. Nothing here knows a platform.
 */
import type { Change, NumberedChange } from './change.ts';
import type { VersionedState } from './codec.ts';
import type { Problem } from './problem.ts';
import type { Digest } from './protocol.ts';

/** What the device would send now. */
export interface Draft {
  readonly device: string;
  readonly first: number;
  readonly prev: string;
  readonly changes: readonly Change[];
  readonly cursors: { readonly [scope: string]: number };
  /** Everything unsent, these changes included. */
  readonly pending: number;
}

/** A reply that was read and checked, to be applied in one transaction. */
export interface Delivery {
  readonly upTo: number;
  readonly chain: string;
  readonly refused: readonly { readonly n: number; readonly problem: Problem }[];
  readonly states: readonly VersionedState[];
  readonly cursors: { readonly [scope: string]: number };
  /** Portal's UTC ms at the reply. */
  readonly at: number;
  /** Portal clock − device clock, ms, measured by this exchange. */
  readonly offsetMs: number;
  readonly updateApp: boolean;
}

/** test/contract/deviceStore runs one suite on every implementation. */
export interface DeviceStore {
  /** Undefined while the device is not enrolled. Changes that were sent once are sent the same again. */
  draft(changesMax: number): Promise<Draft | undefined>;
  /** Acknowledges, keeps what was refused, merges news: one transaction. */
  apply(delivery: Delivery): Promise<void>;
  /** Gives unsent changes whose clock is ahead of the portal's new clocks, in order; the values stay. */
  restamp(portalMs: number, offsetMs: number): Promise<void>;
  batchMax(): Promise<number>;
  setBatchMax(changes: number): Promise<void>;
  /** What the state line shows of the last attempt. */
  note(outcome: SyncOutcome, at: number): Promise<void>;
}

export interface Posted {
  readonly body: Uint8Array;
  readonly signature: string;
}

/** What came of one request. `foreign`: something answered that is not the portal (a captive portal, a proxy). */
export type Answer =
  | { readonly kind: 'reply'; readonly body: Uint8Array }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs?: number }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'cut' };

export interface DevicePorts {
  readonly store: DeviceStore;
  readonly post: (request: Posted) => Promise<Answer>;
  /** Detached JWS (RFC 7797) by the device's key over the bytes. */
  readonly sign: (device: string, body: Uint8Array) => Promise<string>;
  readonly deflate: (text: string) => Promise<Uint8Array>;
  /** Undefined when the bytes are not deflated text or pass the limit. */
  readonly inflate: (bytes: Uint8Array, bytesMax: number) => Promise<string | undefined>;
  readonly digest: Digest;
  readonly nowMs: () => number;
  readonly appVersion: string;
}

export type SyncOutcome =
  | { readonly kind: 'delivered'; readonly sent: number; readonly received: number; readonly refused: number }
  /** Nothing lost; try again, not before `retryAfterMs` where the portal said so. */
  | {
      readonly kind: 'waiting';
      readonly why: 'offline' | 'busy' | 'foreign' | 'portalTrouble';
      readonly retryAfterMs?: number;
    }
  /** Trying again changes nothing: a person must act. */
  | { readonly kind: 'stopped'; readonly problem: Problem }
  | { readonly kind: 'notEnrolled' };

/** What waits on the device, for the tray and the queue screens. */
export interface Refused {
  readonly change: NumberedChange;
  readonly problem: Problem;
}

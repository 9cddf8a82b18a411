/** The tables' types for Kysely: our own tables by hand, record tables by their common columns. */

import type { Json } from '../../domain/kit/json.ts';
import type { KindName } from '../../domain/schema.ts';

/** Every record table; a kind's own columns are read through heldRows.ts or by reports' own SQL. */
export interface RecordTable {
  scope: string;
  id: string;
  version: number;
  deleted: boolean;
  clock: string;
  clocks: { [field: string]: string } | null;
  writer: string | null;
}

export interface DeviceTable {
  id: string;
  facility: string;
  district: string;
  label: string;
  /** JWK of the P-256 key that signs its batches; null for the demo city's silent devices. */
  public_key: Json | null;
  status: string;
  last_n: number;
  chain: string;
  enrolled_at: number;
  last_contact_at: number | null;
  /** Changes that the device said were waiting on it after its last batch. */
  pending: number;
  app: string;
  /** Portal clock − device clock, ms, at the last contact. */
  clock_offset_ms: number | null;
}

export interface EnrolmentCodeTable {
  locator: string;
  facility: string;
  secret_hash: string;
  created_by: string;
  created_at: number;
  expires_at: number;
  tries: number;
  used_by: string | null;
}

export interface BatchLogTable {
  facility: string;
  device: string;
  /** The first number in the body, and the first that was new. */
  first: number;
  from: number;
  count: number;
  prev: string;
  chain: string;
  body: Uint8Array;
  signature: string;
  received_at: number;
}

export interface RefusedChangeTable {
  facility: string;
  device: string;
  n: number;
  /** JSON as text: a refused change may hold what jsonb cannot (NUL), and is kept as it came. */
  change: string;
  /** A `Problem`, JSON as text. */
  problem: string;
  at: number;
}

export interface ClashTable {
  scope: string;
  kind: string;
  id: string;
  field: string;
  kept: Json;
  kept_clock: string;
  other: Json;
  other_clock: string;
  at: number;
  settled_at: number | null;
}

/** A session's counts: the roll-up that dashboards read, written in the transaction of every ingest. */
export interface SessionTallyTable {
  scope: string;
  session: string;
  facility: string;
  district: string;
  date: string;
  start: string;
  class: string | null;
  course: string | null;
  status: string;
  present: number;
  late: number;
  left_early: number;
  excused: number;
  absent: number;
  headcount: number | null;
  closed_at: number | null;
  updated_at: number;
}

export interface StaffTable {
  id: string;
  login: string;
  name: string;
  password_hash: string;
  role: string;
  created_at: number;
}

export interface StaffSessionTable {
  token_hash: string;
  staff: string;
  created_at: number;
  expires_at: number;
}

export type PortalSchema = { [K in KindName]: RecordTable } & {
  device: DeviceTable;
  enrolment_code: EnrolmentCodeTable;
  scope_version: { scope: string; version: number };
  batch_log: BatchLogTable;
  refused_change: RefusedChangeTable;
  clash: ClashTable;
  session_tally: SessionTallyTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  /** Small facts about the database itself, e.g. that the demo city is in it. */
  setting: { name: string; value: Json };
};

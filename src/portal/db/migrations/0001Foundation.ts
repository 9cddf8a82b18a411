/** The first schema: a typed table a record kind, and what the exchange, the staff side and the reports stand on. */
import { type Kysely, sql } from 'kysely';
import { kinds } from '../../../domain/schema.ts';
import { createRecordTable } from '../ddl.ts';

const ownTables = [
  `create sequence device_number start with 36`,
  `create table device (
    id text primary key, facility text not null, district text not null, label text not null, public_key jsonb,
    status text not null, last_n bigint not null default 0, chain text not null default '', enrolled_at bigint not null,
    last_contact_at bigint, pending integer not null default 0, app text not null default '', clock_offset_ms bigint)`,
  `create index device_facility on device (facility)`,
  `create table enrolment_code (
    locator text primary key, facility text not null, secret_hash text not null, created_by text not null,
    created_at bigint not null, expires_at bigint not null, tries integer not null default 0, used_by text)`,
  `create table scope_version (scope text primary key, version bigint not null)`,
  `create table batch_log (
    facility text not null, device text not null, first bigint not null, "from" bigint not null, count integer not null,
    prev text not null, chain text not null, body bytea not null, signature text not null, received_at bigint not null
  ) partition by range (received_at)`,
  `create table batch_log_other partition of batch_log default`,
  `create index batch_log_number on batch_log (facility, device, "from")`,
  `create table refused_change (
    facility text not null, device text not null, n bigint not null, change text not null, problem text not null,
    at bigint not null, primary key (facility, device, n))`,
  `create table clash (
    scope text not null, kind text not null, id text not null, field text not null, kept jsonb, kept_clock text not null,
    other jsonb, other_clock text not null, at bigint not null, settled_at bigint,
    primary key (scope, kind, id, field, kept_clock, other_clock))`,
  `create table session_tally (
    scope text not null, session text not null, facility text not null, district text not null, date text not null,
    start text not null, class text, course text, status text not null, present integer not null, late integer not null,
    left_early integer not null, excused integer not null, absent integer not null, headcount integer, closed_at bigint,
    updated_at bigint not null, primary key (scope, session))`,
  `create index session_tally_date on session_tally (date, district)`,
  `create index session_tally_updated on session_tally (updated_at)`,
  `create table staff (
    id text primary key, login text not null unique, name text not null, password_hash text not null, role text not null,
    created_at bigint not null)`,
  `create table staff_session (
    token_hash text primary key, staff text not null references staff (id) on delete cascade,
    created_at bigint not null, expires_at bigint not null)`,
  `create index staff_session_expires on staff_session (expires_at)`,
  `create table setting (name text primary key, value jsonb not null)`,
];

export const foundation = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const kind of Object.values(kinds)) await createRecordTable(db, kind);
    for (const statement of ownTables) await sql.raw(statement).execute(db);
  },
};

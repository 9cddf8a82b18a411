/** What the queue screen reads: what waits by day and kind, and what the portal refused, with what it is about. */

import type { CalendarDate } from '../../domain/kit/field.ts';
import { isObject, type Json } from '../../domain/kit/json.ts';
import { keyValues, type RecordKind, sealedField } from '../../domain/kit/record.ts';
import { localDateOf } from '../../domain/rules/calendar.ts';
import { kindNamed } from '../../domain/schema.ts';
import type { DeviceDatabase } from '../../store/database.ts';
import { getRow } from '../../store/queries.ts';
import { readRecords } from '../../store/recordSet.ts';
import { pendingEntries, refusedRows } from '../../store/workState.ts';
import type { Problem } from '../../sync/problem.ts';
import { type SessionTitle, titlesOf } from '../shell/sessionViews.ts';

export interface WaitingDay {
  readonly date: CalendarDate;
  /** Changes by the name of their kind, in the order in which they were first made. */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
}

export interface Waiting {
  /** Newest first. */
  readonly days: readonly WaitingDay[];
  readonly hasMore: boolean;
}

const entriesMax = 500;

export async function waitingByDay(db: DeviceDatabase): Promise<Waiting> {
  const entries = await pendingEntries(db, entriesMax);
  const days = new Map<CalendarDate, Map<string, number>>();
  for (const { entry, changes } of entries) {
    const date = localDateOf(entry.at);
    const counts = days.get(date) ?? new Map<string, number>();
    for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    days.set(date, counts);
  }
  const newestFirst = [...days].sort(([a], [b]) => (a < b ? 1 : -1));
  return {
    days: newestFirst.map(([date, counts]) => ({ date, kinds: [...counts] })),
    hasMore: entries.length === entriesMax,
  };
}

export interface RefusedItem {
  readonly n: number;
  readonly kind: string;
  readonly id: string;
  readonly problem: Problem;
  readonly at: number;
  /** Whose record it is, or the record's own name. */
  readonly name: string | undefined;
  readonly session: SessionTitle | undefined;
  /** Where it can be mended. */
  readonly href: string | undefined;
}

export async function refusedItems(db: DeviceDatabase): Promise<readonly RefusedItem[]> {
  const rows = await refusedRows(db);
  return Promise.all(
    rows.map(async ({ n, kind, id, problem, at, change }) => {
      const parts = partsOf(kind, id);
      const [session, learner] = await Promise.all([
        parts.session === undefined ? undefined : getRow(db, 'session', parts.session),
        parts.learner === undefined ? undefined : getRow(db, 'learner', parts.learner),
      ]);
      const titles = session ? await titlesOf(db, [session]) : [];
      const name = learner?.name ?? nameIn(JSON.parse(change));
      return { n, kind, id, problem, at, name, session: titles[0], href: hrefOf(parts) };
    }),
  );
}

/** The record as it is here now, whole, in the wire's form: what sending it again means. */
export async function wholeRecord(
  db: DeviceDatabase,
  kind: string,
  id: string,
): Promise<{ readonly [field: string]: Json } | undefined> {
  const declared: RecordKind | undefined = kindNamed(kind);
  if (!declared) return undefined;
  return db.transaction('r', [kind], async () => (await readRecords(db, [{ kind, id }])).get({ kind, id })?.values);
}

interface Parts {
  readonly session?: string;
  readonly learner?: string;
  readonly run?: string;
}

function partsOf(kind: string, id: string): Parts {
  const declared = kindNamed(kind);
  const { session, learner, class: run } = declared ? keyValues(declared, id) : {};
  if (kind === 'attendance') return { ...(session ? { session } : {}), ...(learner ? { learner } : {}) };
  if (kind === 'enrolment') return { ...(run ? { run } : {}), ...(learner ? { learner } : {}) };
  if (kind === 'session') return { session: id };
  if (kind === 'learner') return { learner: id };
  return kind === 'class' ? { run: id } : {};
}

function hrefOf({ session, learner, run }: Parts): string | undefined {
  if (session !== undefined) return `/session/${session}`;
  if (run !== undefined) return `/classes/${run}`;
  return learner === undefined ? undefined : `/learners/${learner}`;
}

/** The name that the refused change itself carried: its record may be gone. */
function nameIn(change: unknown): string | undefined {
  const fields = isObject(change) ? change['fields'] : undefined;
  const sealed = isObject(fields) ? fields[sealedField] : undefined;
  const name = isObject(sealed) ? sealed['name'] : isObject(fields) ? fields['title'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

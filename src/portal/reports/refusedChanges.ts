/** Changes that the portal could not take, with their reasons: what a facility's tray of trouble shows, seen from here. */
import { type Kysely, sql } from 'kysely';
import { isObject } from '../../domain/kit/json.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { RefusedLine } from '../http/reportTypes.ts';

const refusedMax = 200;

interface Found {
  readonly device: string;
  readonly n: number;
  /** Both JSON as text. */
  readonly change: string;
  readonly problem: string;
  readonly at: number;
}

/** Of a facility, newest first. */
export async function refusedChanges(db: Kysely<PortalSchema>, facility: string): Promise<readonly RefusedLine[]> {
  const { rows } = await sql<Found>`
    select device, n, change, problem, at from refused_change where facility = ${facility}
    order by at desc, device, n desc limit ${refusedMax}`.execute(db);
  return rows.map(({ change: text, problem, ...line }) => {
    const change: unknown = JSON.parse(text); // written by JSON.stringify
    return {
      ...line,
      facility,
      kind: textIn(change, 'kind'),
      id: textIn(change, 'id'),
      fields: fieldsIn(change),
      by: textIn(change, 'by'),
      problem: problemIn(problem),
    };
  });
}

/** The type of a problem that was stored as JSON text. */
export function problemIn(text: string): string {
  return textIn(JSON.parse(text), 'type');
}

function textIn(document: unknown, member: string): string {
  const value = isObject(document) ? document[member] : undefined;
  return typeof value === 'string' ? value : '';
}

function fieldsIn(change: unknown): RefusedLine['fields'] {
  const fields = isObject(change) ? change['fields'] : undefined;
  return isObject(fields) ? (fields as RefusedLine['fields']) : {}; // a part of a JSON value
}

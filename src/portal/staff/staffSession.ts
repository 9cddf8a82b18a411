/**
 * Who is signed in: a session is a random token that the browser holds and whose SHA-256 alone is stored, so that a
 * stolen back-up opens nothing. It ends 12 hours after its last use, and 7 days after sign-in whatever happens.
 * Knows no HTTP; the cookie is http/staffSession.ts.
 */
import { createHash } from 'node:crypto';
import type { Portal } from '../portal.ts';

/** Somebody of the city's staff, as handlers see them. */
export interface Staff {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
}

const tokenBytes = 32;
const hourMs = 3_600_000;
export const slidingMs = 12 * hourMs;
export const absoluteMs = 7 * 24 * hourMs;
/** Use moves the end only in steps this long: not every request is a write. */
const stepMs = 10 * 60_000;
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** Signs somebody in; the token is told once. Sessions that have ended are cleared away on the occasion. */
export async function openStaffSession({ db, now, randomBytes }: Portal, staff: string): Promise<string> {
  const token = Buffer.from(randomBytes(tokenBytes)).toString('base64url');
  const at = now();
  await db.deleteFrom('staff_session').where('expires_at', '<=', at).execute();
  await db
    .insertInto('staff_session')
    .values({ token_hash: hashOf(token), staff, created_at: at, expires_at: at + slidingMs })
    .execute();
  return token;
}

/** Whose session a token opens; undefined when it never was one or has ended. Use prolongs it. */
export async function staffOf({ db, now }: Portal, token: string | undefined): Promise<Staff | undefined> {
  if (token === undefined || !tokenPattern.test(token)) return undefined;
  const at = now();
  const found = await db
    .selectFrom('staff_session as s')
    .innerJoin('staff as p', 'p.id', 's.staff')
    .where('s.token_hash', '=', hashOf(token))
    .where('s.expires_at', '>', at)
    .select(['p.id', 'p.login', 'p.name', 'p.role', 's.created_at', 's.expires_at'])
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { created_at, expires_at, ...staff } = found;
  const ends = Math.min(at + slidingMs, created_at + absoluteMs);
  if (ends - expires_at >= stepMs) {
    await db
      .updateTable('staff_session')
      .set({ expires_at: ends })
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '<', ends)
      .execute();
  }
  return staff;
}

/** Whether a token still opens a session; asking does not prolong it. */
export async function sessionStands({ db, now }: Portal, token: string): Promise<boolean> {
  const found = await db
    .selectFrom('staff_session')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now())
    .select('token_hash')
    .executeTakeFirst();
  return found !== undefined;
}

/** Signs out; a token that is no session any more is no error. */
export async function closeStaffSession({ db }: Portal, token: string | undefined): Promise<void> {
  if (token === undefined) return;
  await db.deleteFrom('staff_session').where('token_hash', '=', hashOf(token)).execute();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * Enrolment codes: 10 Crockford base-32 characters and a check character, 72 hours, one use, five tries. The first four
 * find the code, the other six are its secret, of which only a hash is stored. Every failure has one answer: no oracle.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Portal } from './portal.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const locatorLength = 4;
const codeLength = 10;
const lifeMs = 72 * 3_600_000;
const triesMax = 5;

export interface NewCode {
  /** As a person reads it: ABCD EFGH JKX. */
  readonly code: string;
  readonly expiresAt: number;
}

export async function createEnrolmentCode(portal: Portal, facility: string, by: string): Promise<NewCode> {
  const text = Array.from(portal.randomBytes(codeLength), (byte) => alphabet[byte % 32]).join('');
  const now = portal.now();
  const expiresAt = now + lifeMs;
  const row = {
    locator: text.slice(0, locatorLength),
    facility,
    secret_hash: hashOf(text),
    created_by: by,
    created_at: now,
    expires_at: expiresAt,
    tries: 0,
    used_by: null,
  };
  // A locator that is taken (one in a million and fewer) gives way only when its code has expired or was used.
  const written = await portal.db
    .insertInto('enrolment_code')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('locator')
        .doUpdateSet(row)
        .where((where) =>
          where.or([where('enrolment_code.expires_at', '<=', now), where('enrolment_code.used_by', 'is not', null)]),
        ),
    )
    .returning('locator')
    .executeTakeFirst();
  return written ? { code: readable(text), expiresAt } : createEnrolmentCode(portal, facility, by);
}

export type CodeOutcome = { readonly ok: true; readonly facility: string } | { readonly ok: false };

/**
 * Uses a code up for a device; call inside the transaction that enrols it, and commit it whatever the outcome: a wrong
 * try is counted there, under the code's lock, so that many at once are not more than five.
 */
export async function redeemCode(trx: Portal['db'], typed: string, device: string, now: number): Promise<CodeOutcome> {
  const text = tidyCode(typed);
  if (text === undefined) return { ok: false };
  const row = await trx
    .selectFrom('enrolment_code')
    .where('locator', '=', text.slice(0, locatorLength))
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.used_by !== null || row.expires_at <= now || row.tries >= triesMax) return { ok: false };
  const isRight = timingSafeEqual(Buffer.from(row.secret_hash), Buffer.from(hashOf(text)));
  const change = isRight ? { used_by: device } : { tries: row.tries + 1 };
  await trx.updateTable('enrolment_code').set(change).where('locator', '=', row.locator).execute();
  return isRight ? { ok: true, facility: row.facility } : { ok: false };
}

/** Lower case, hyphens, spaces and look-alikes are forgiven; undefined where the check character says it is mistyped. */
export function tidyCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== codeLength + 1 || [...text].some((letter) => !alphabet.includes(letter))) return undefined;
  const body = text.slice(0, codeLength);
  return checkOf(body) === text[codeLength] ? body : undefined;
}

/** Weighted sum modulo 31 (a prime): sees every wrong character (but Z for 0) and every swap of neighbours. */
function checkOf(body: string): string {
  const sum = [...body].reduce((total, letter, i) => total + alphabet.indexOf(letter) * (i + 2), 0);
  return alphabet[sum % 31] ?? '0';
}

function readable(text: string): string {
  return `${text.slice(0, 4)} ${text.slice(4, 8)} ${text.slice(8)}${checkOf(text)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(`waystation enrolment ${text}`).digest('base64url');
}

/**
 * The first account, so that a new portal can be entered at all; its password is random, told once by the root, and
 * stored as a hash only. The demo city has the account `demo` instead, whose password is new at every start: whoever
 * reads the latest start's lines can sign in, and nothing readable lies in the data folder. It goes when the same
 * database is started as no demonstration.
 */

import { uuidv7 } from '../../domain/kit/uuid.ts';
import { isDemoCity } from '../demo/seed.ts';
import type { Portal } from '../portal.ts';
import { hashPassword } from './password.ts';

export interface FirstSignIn {
  readonly login: string;
  /** To be told to the operator, and nowhere kept. */
  readonly password: string;
}

const demoLogin = 'demo';
const administratorRole = 'administrator';

/** Undefined when there is nothing to tell: somebody has an account, and it is no demonstration. */
export async function ensureAdministrator(portal: Portal): Promise<FirstSignIn | undefined> {
  // Somebody's own records never get a demo account, whatever the settings say.
  const isDemo = portal.config.demo && (await isDemoCity(portal.db));
  return isDemo ? renewDemoAccount(portal) : createFirstAccount(portal);
}

async function createFirstAccount(portal: Portal): Promise<FirstSignIn | undefined> {
  await portal.db.deleteFrom('staff').where('login', '=', demoLogin).execute();
  const anybody = await portal.db.selectFrom('staff').select('id').limit(1).executeTakeFirst();
  if (anybody !== undefined) return undefined;
  const account = await newAccount(portal, 'admin', '管理员');
  // Of several portals that start at once one creates the account, and tells its password.
  const created = await portal.db
    .insertInto('staff')
    .values(account.row)
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  return created === undefined ? undefined : account.told;
}

async function renewDemoAccount(portal: Portal): Promise<FirstSignIn> {
  const { row, told } = await newAccount(portal, demoLogin, '演示管理员');
  await portal.db
    .insertInto('staff')
    .values(row)
    .onConflict((conflict) => conflict.column('login').doUpdateSet({ password_hash: row.password_hash }))
    .execute();
  return told;
}

async function newAccount({ now, randomBytes }: Portal, login: string, name: string) {
  const password = inventPassword(randomBytes);
  const row = {
    id: uuidv7(now(), randomBytes(10)),
    login,
    name,
    password_hash: await hashPassword(password, randomBytes),
    role: administratorRole,
    created_at: now(),
  };
  return { row, told: { login, password } };
}

/** No look-alikes; 32 letters, so that each byte's last five bits choose one. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 bits, in groups that can be read aloud: `k3m9-w2xq-7abd-0pfr`. */
function inventPassword(randomBytes: (count: number) => Uint8Array): string {
  const letters = Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

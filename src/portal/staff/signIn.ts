/**
 * Signing in by login and password. An unknown login costs the same time as a wrong password, and is answered alike:
 * nobody learns which logins exist. Guessing is slowed down per login and address, and a little per address, since
 * each guess costs the portal 50 ms.
 */
import type { Portal } from '../portal.ts';
import { nobodysHash, verifyPassword } from './password.ts';
import { openStaffSession, type Staff } from './staffSession.ts';
import { throttle } from './throttle.ts';

export interface SignInAttempt {
  readonly login: string;
  readonly password: string;
  /** Where the attempt comes from. */
  readonly address: string;
}

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly staff: Staff; readonly token: string }
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'tooMany'; readonly waitMs: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const perLogin = { free: 5, firstMs: 1_000, mostMs: 15 * minuteMs, forgetMs: hourMs, keysMax: 10_000 };
/** Milder: behind a proxy that hides them, all of the city's staff may share one address. */
const perAddress = { free: 30, firstMs: 1_000, mostMs: minuteMs / 2, forgetMs: 10 * minuteMs, keysMax: 10_000 };

/** The act of signing in, with its memory of failed attempts. */
export function signingIn(portal: Portal): (attempt: SignInAttempt) => Promise<SignInOutcome> {
  const byLogin = throttle(perLogin);
  const byAddress = throttle(perAddress);
  return async ({ login, password, address }) => {
    const key = `${login.toLowerCase()}\n${address}`;
    const waitMs = byLogin.attempt(key, portal.now()) || byAddress.attempt(address, portal.now());
    if (waitMs > 0) return { kind: 'tooMany', waitMs };
    const person = await portal.db
      .selectFrom('staff')
      .where('login', '=', login.toLowerCase())
      .select(['id', 'login', 'name', 'role', 'password_hash'])
      .executeTakeFirst();
    const fits = await verifyPassword(password, person?.password_hash ?? nobodysHash);
    if (person === undefined || !fits) return { kind: 'wrongPassword' };
    byLogin.forgive(key);
    byAddress.forgive(address);
    const { password_hash: _, ...staff } = person;
    return { kind: 'signedIn', staff, token: await openStaffSession(portal, staff.id) };
  };
}

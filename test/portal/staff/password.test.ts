/** Passwords: what fits, what does not, and what can be read from the stored text. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, nobodysHash, verifyPassword } from '../../../src/portal/staff/password.ts';
import { throttle } from '../../../src/portal/staff/throttle.ts';

test('a password fits its own hash and no other', async () => {
  const stored = await hashPassword('学习驿站 2026', randomBytes);
  expect(await verifyPassword('学习驿站 2026', stored)).toBe(true);
  expect(await verifyPassword('学习驿站 2027', stored)).toBe(false);
  expect(await verifyPassword('', stored)).toBe(false);
});

test('the stored text names argon2id with 19 MiB, two passes, one lane, and never repeats', async () => {
  const [one, other] = [await hashPassword('same', randomBytes), await hashPassword('same', randomBytes)];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(other);
});

test('an accent typed as one letter or as two is one password', async () => {
  const stored = await hashPassword('caf\u00e9', randomBytes);
  expect(await verifyPassword('cafe\u0301', stored)).toBe(true);
});

test('nobody has the password of an unknown login, and a damaged hash fits none', async () => {
  expect(await verifyPassword('anything', nobodysHash)).toBe(false);
  for (const damaged of ['', 'plain', '$argon2id$v=19$m=19456,t=2,p=1$$', `${nobodysHash}x!`])
    expect(await verifyPassword('anything', damaged)).toBe(false);
});

test('a hash of another cost is still understood', async () => {
  const lighter = '$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzYWx0$OTwRSCwJPYHjHXjNHwTkgN4QxCwE3VPKpjxG1VpqnL8';
  expect(await verifyPassword('not this', lighter)).toBe(false);
});

const rule = { free: 3, firstMs: 1_000, mostMs: 8_000, forgetMs: 60_000, keysMax: 2 };

test('after the free attempts each further one waits twice as long, up to a limit', () => {
  const doors = throttle(rule);
  let now = 0;
  const waits = Array.from({ length: 8 }, () => {
    const wait = doors.attempt('a', now);
    now += wait;
    if (wait > 0) expect(doors.attempt('a', now)).toBe(0);
    return wait;
  });
  expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 8_000]);
});

test('a refused attempt does not lengthen the wait, and time shortens it', () => {
  const doors = throttle(rule);
  for (let i = 0; i < 3; i++) doors.attempt('a', 0);
  expect(doors.attempt('a', 0)).toBe(1_000);
  expect(doors.attempt('a', 400)).toBe(600);
  expect(doors.attempt('a', 1_000)).toBe(0);
});

test('keys are apart; success and a long pause forgive; the memory is bounded', () => {
  const doors = throttle(rule);
  for (let i = 0; i < 3; i++) doors.attempt('a', 0);
  expect(doors.attempt('b', 0)).toBe(0);
  doors.forgive('a');
  expect(doors.attempt('a', 0)).toBe(0);
  for (let i = 0; i < 2; i++) doors.attempt('a', 0);
  expect(doors.attempt('a', 60_000)).toBe(0);
  for (let i = 0; i < 2; i++) doors.attempt('a', 60_000);
  expect(doors.attempt('a', 60_000)).toBeGreaterThan(0);
  doors.attempt('c', 60_000);
  doors.attempt('d', 60_000);
  expect(doors.attempt('a', 60_000)).toBe(0);
});

/** One data folder, one portal. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../../src/portal/db/folderLock.ts';
import { openDatabase } from '../../../src/portal/db/open.ts';
import { builtProgram } from './builtPrograms.ts';
import { embeddedPlace, openOrThrow } from './databases.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waystation-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  rmSync(folder, { recursive: true, force: true });
});

/** Starts another process that tries the lock; resolves with what it got once it has it or not. */
async function holder(): Promise<{ child: ChildProcess; outcome: string }> {
  const program = fileURLToPath(await builtProgram('holdFolder'));
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [outcome] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, outcome };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

test('a folder that another process holds is refused in plain words', async () => {
  const { child, outcome } = await holder();
  expect(outcome).toBe('locked');
  const lock = await lockFolder(folder);
  if (lock.kind !== 'inUse') throw new Error('the folder was given twice');
  expect(lock.message).toContain(`process ${child.pid}`);
  expect(lock.message).toContain(folder);
  expect(lock.message).toMatch(/records are safe/);
  expect(lock.message).toMatch(/stop it and start this one again/);
});

test('the lock of a process that was SIGKILLed is recognised as left over', async () => {
  const { child } = await holder();
  await killed(child);
  const lock = await lockFolder(folder);
  expect(lock.kind).toBe('locked');
  if (lock.kind === 'locked') await lock.release();
});

test('the process number of a left-over lock may be alive again without holding the lock', async () => {
  mkdirSync(join(folder, 'locks', `lock-${process.pid}-abcdef`), { recursive: true });
  const lock = await lockFolder(folder);
  expect(lock.kind).toBe('locked');
  if (lock.kind === 'locked') await lock.release();
});

test('the same process does not get a folder twice, and gets it again after the release', async () => {
  const first = await lockFolder(folder);
  if (first.kind !== 'locked') throw new Error('the folder was free');
  expect((await lockFolder(folder)).kind).toBe('inUse');
  await first.release();
  const again = await lockFolder(folder);
  expect(again.kind).toBe('locked');
  if (again.kind === 'locked') await again.release();
  expect(readdirSync(join(folder, 'locks'))).toEqual([]);
});

test('[DB7] of many that start at once over a left-over lock, never two get the folder', async () => {
  const { child } = await holder();
  await killed(child);
  const holders = await Promise.all([holder(), holder(), holder(), holder()]);
  expect(holders.filter(({ outcome }) => outcome === 'locked').length).toBeLessThanOrEqual(1);
});

test('a folder whose path is too long for a socket is locked all the same', async () => {
  const deep = join(folder, 'x'.repeat(120));
  mkdirSync(deep);
  const first = await lockFolder(deep);
  expect(first.kind).toBe('locked');
  expect((await lockFolder(deep)).kind).toBe('inUse');
  if (first.kind === 'locked') await first.release();
});

test('a second portal on one data folder is refused, and the first goes on', async () => {
  const { options, remove } = await embeddedPlace();
  const first = await openOrThrow(options);
  const second = await openDatabase({ ...options, onTrouble: () => {} });
  expect(second).toMatchObject({ kind: 'refused', why: 'folderInUse' });
  await first.close();
  await (await openOrThrow(options)).close();
  await remove();
});

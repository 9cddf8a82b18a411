/**
 * A new build of the app reaches tablets that are in use: never two builds in one page, never a lost word, and a broken
 * one is replaced by the next. Releases are deployed as they are at a portal: it stops and comes back with other files.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { enrol, printedCode, sessionLink, tap, tiles, todayShown } from './coordinator.ts';
import { type Front, startFront } from './front.ts';
import { freePort, type PortalProcess, startPortal } from './portalProcess.ts';
import { builtRelease, builtVersion, isOfRelease, makeRelease } from './releases.ts';
import { type SignedInStaff, signInStaff } from './staffAtPortal.ts';
import { newProfile, removeProfile, startTablet, type Tablet } from './tablet.ts';

const nextVersion = '9.1.0';
const lastVersion = '9.2.0';
let folder: string;
let releases: { readonly next: string; readonly broken: string; readonly last: string };
let portal: PortalProcess;
let front: Front;
let staff: SignedInStaff;
let code: string | undefined;
let profile: string;
let tablet: Tablet | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waystation-releases-'));
  releases = {
    next: makeRelease(join(folder, 'next'), { version: nextVersion }),
    broken: makeRelease(join(folder, 'broken'), { version: '9.1.1', isBroken: true }),
    last: makeRelease(join(folder, 'last'), { version: lastVersion }),
  };
  portal = await startPortal({ port: await freePort(), dataDir: join(folder, 'data') });
  front = await startFront(portal);
  staff = await signInStaff(portal);
  code = printedCode(portal);
});

afterAll(async () => {
  front.close();
  await portal.kill();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  profile = newProfile();
  tablet = await startTablet({ url: front.url, profile });
});

afterEach(async () => {
  await tablet?.close();
  removeProfile(profile);
  front.fail('/sw.js', undefined);
  await deploy(builtRelease);
});

async function deploy(release: string): Promise<void> {
  await portal.stop();
  portal = await startPortal({ port: portal.port, dataDir: join(folder, 'data'), env: { APP_DIR: release } });
}

/** An enrolled tablet's first page, which was there before any worker was. */
async function enrolledPage(started: Tablet): Promise<Page> {
  const page = await started.open('/');
  await enrol(page, code ?? (await staff.newCode()));
  code = undefined;
  return page;
}

/** What the page's document has fetched of the app since it was opened. */
async function assetsOf(page: Page): Promise<readonly string[]> {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  return urls.filter((url) => new URL(url).pathname.startsWith('/assets/'));
}

async function expectOnly(page: Page, version: string): Promise<void> {
  const assets = await assetsOf(page);
  expect(assets.length).toBeGreaterThan(3);
  expect(assets.filter((url) => !isOfRelease(url, version))).toEqual([]);
}

/** A document that is reloaded forgets that it was marked. */
const markDocument = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-same', ''));
const isSameDocument = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-same'));
const reloaded = (page: Page) => page.waitForFunction(() => !document.documentElement.hasAttribute('data-same'));
const prompt = (page: Page) => page.getByText('新版本已经下载好');

/** What the offline app is made of, by the worker's own cache. */
const cached = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => request.url);
  });

test('a new build waits for a person, then takes every window at once, with what was being typed', async () => {
  const started = tablet as Tablet; // made before each test
  const rollCall = await enrolledPage(started);
  await sessionLink(rollCall, /^点名/).first().click();
  await tap(rollCall, 0, '到');
  const form = await started.open('/classes/new');
  await form.getByLabel('班级名称（可不填）').fill('腊月剪纸班');
  for (const page of [rollCall, form]) await markDocument(page);

  await deploy(releases.next);
  const more = await started.open('/more');
  await markDocument(more);
  for (const page of [more, rollCall, form]) await prompt(page).waitFor();
  await more.getByText(builtVersion, { exact: true }).waitFor();
  for (const page of [more, rollCall, form]) {
    expect(await isSameDocument(page)).toBe(true);
    await expectOnly(page, builtVersion);
  }
  expect(await form.getByLabel('班级名称（可不填）').inputValue()).toBe('腊月剪纸班');
  await tap(rollCall, 1, '到');

  await form.getByRole('button', { name: '现在更新' }).click();
  for (const page of [form, rollCall, more]) await reloaded(page);
  await more.getByText(nextVersion, { exact: true }).waitFor();
  expect(await form.getByLabel('班级名称（可不填）').inputValue()).toBe('腊月剪纸班');
  await tiles(rollCall).nth(1).getByText('到', { exact: true }).waitFor();
  for (const tab of ['学员', '班级', '课程目录', '今日']) {
    await form.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: tab }).click();
    await form.getByRole('heading', { level: 1, name: tab === '今日' ? '长哨营学习驿站' : tab }).waitFor();
  }
  for (const page of [form, rollCall, more]) await expectOnly(page, nextVersion);
  for (const page of [form, rollCall, more]) expect(await prompt(page).count()).toBe(0);
  const kept = (await cached(form)).filter((url) => new URL(url).pathname.startsWith('/assets/'));
  expect(kept.filter((url) => !isOfRelease(url, nextVersion))).toEqual([]);

  await started.close();
  await portal.stop();
  tablet = await startTablet({ url: front.url, profile, offline: true });
  const offline = await tablet.open('/more');
  await offline.getByText(nextVersion, { exact: true }).waitFor();
  await expectOnly(offline, nextVersion);
});

test.each([
  ['the next build', lastVersion, 2],
  ['a roll back', builtVersion, 3],
])('a build that cannot start is replaced by %s with nobody’s help', async (_what, version, learner) => {
  const started = tablet as Tablet;
  const page = await enrolledPage(started);
  await sessionLink(page, /点名/).first().click();
  await tap(page, learner, '到');
  const session = new URL(page.url()).pathname;
  await deploy(releases.broken);
  const second = await started.open('/');
  await prompt(second).waitFor();
  await markDocument(page);
  await second.getByRole('button', { name: '现在更新' }).click();
  await reloaded(page);
  await second.close();
  await page.reload();
  expect(await page.locator('#app').textContent()).toBe('');

  await deploy(version === lastVersion ? releases.last : builtRelease);
  await page.reload();
  await page.evaluate(
    () => new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', () => taken(true))),
  );
  const opened = await started.open(session);
  await tiles(opened).nth(learner).getByText('到', { exact: true }).waitFor();
  await expectOnly(opened, version);
});

test('while the worker’s file cannot be had an installed app works on, and finds the next build afterwards', async () => {
  const started = tablet as Tablet;
  const page = await enrolledPage(started);
  await deploy(releases.next);
  for (const status of [500, 404]) {
    front.fail('/sw.js', status);
    await page.reload();
    await todayShown(page);
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((r) => r?.update().catch(() => undefined)),
    );
    await expectOnly(page, builtVersion);
  }
  front.fail('/sw.js', undefined);
  await page.reload();
  await prompt(page).waitFor();
  await markDocument(page);
  await page.getByRole('button', { name: '现在更新' }).click();
  await reloaded(page);
  await todayShown(page);
  await expectOnly(page, nextVersion);
});

test('a first visit while the worker’s file cannot be had is a working app, which does not yet open offline', async () => {
  front.fail('/sw.js', 500);
  const started = tablet as Tablet;
  const page = await started.open(`/enrol?code=${await staff.newCode()}`);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await todayShown(page);
  await page.getByText('门户已全部收到').waitFor();
  await sessionLink(page, /点名/).first().click();
  await tap(page, 4, '到');
  front.fail('/sw.js', undefined);
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
});

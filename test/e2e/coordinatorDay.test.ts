/**
 * The main job, start to end: enrol, lose the network and the portal, take roll calls for days, die and come back, and
 * be delivered by the worker alone, once, to the portal, which shows it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  counts,
  enrol,
  printedCode,
  sessionLink,
  statuses,
  tap,
  tiles,
  todayShown,
  waitingShown,
} from './coordinator.ts';
import { freePort, type PortalProcess, startPortal } from './portalProcess.ts';
import { facilityAtPortal, signInStaff } from './staffAtPortal.ts';
import { newProfile, removeProfile, startTablet, type Tablet } from './tablet.ts';

let dataDir: string;
let profile: string;
let portal: PortalProcess;
let tablet: Tablet | undefined;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'waystation-portal-'));
  profile = newProfile();
  portal = await startPortal({ port: await freePort(), dataDir });
});

afterEach(async () => {
  await tablet?.close().catch(() => undefined);
  tablet = undefined;
  await portal.kill();
  removeProfile(profile);
  rmSync(dataDir, { recursive: true, force: true });
});

async function enrolled(): Promise<Tablet> {
  const started = await startTablet({ url: portal.url, profile });
  const page = await started.open('/');
  await enrol(page, printedCode(portal));
  await page.close();
  return started;
}

async function takeFirstRollCall(page: Page): Promise<void> {
  await sessionLink(page, /^点名/).first().click();
  await tap(page, 0, '到');
  await tap(page, 1, '到');
  await tap(page, 1, '迟到');
  await tap(page, 2, '到');
  await tap(page, 2, '迟到');
  await tap(page, 2, '缺席');
  await page.getByRole('button', { name: '其余全到' }).click();
  await page.locator('.w-count', { hasText: '未点' }).getByText('0', { exact: true }).waitFor();
  await page.getByRole('button', { name: '添加访客' }).click();
  await page.getByLabel('姓名、拼音首字母或卡号').fill('路过的老李');
  await page.getByRole('button', { name: /路过的老李/ }).click();
  await page.locator('.w-count', { hasText: '访客' }).getByText('1', { exact: true }).waitFor();
  await page.getByRole('button', { name: '完成点名' }).click();
  await page.getByText('点名已完成').first().waitFor();
}

async function correctWithReason(page: Page): Promise<void> {
  await tiles(page).nth(2).click();
  await page.getByRole('dialog').getByRole('radio', { name: '迟到' }).check();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByText('请写更正原因').waitFor();
  await page.getByLabel('更正原因').fill('公交晚点，课中到');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await tiles(page).nth(2).getByText('迟到', { exact: true }).waitFor();
}

async function takeSecondRollCall(page: Page): Promise<void> {
  await page.getByRole('link', { name: '今日' }).click();
  await sessionLink(page, /^点名/).first().click();
  await tap(page, 0, '到');
  await tap(page, 3, '到');
}

async function countHeads(page: Page): Promise<void> {
  await page.getByRole('link', { name: '今日' }).click();
  await sessionLink(page, /^计人数/)
    .first()
    .click();
  await page.getByRole('button', { name: '多 10 人' }).click();
  await page.getByRole('button', { name: '多 1 人' }).click();
  await page.waitForFunction(() => document.querySelector('input')?.value === '11');
}

test('roll calls taken for days with no network arrive by the sync event alone, once, and the portal shows them', async () => {
  tablet = await enrolled();
  await tablet.close();
  await portal.stop();

  tablet = await startTablet({ url: portal.url, profile, offline: true });
  const page = await tablet.open('/');
  await todayShown(page);
  await takeFirstRollCall(page);
  await correctWithReason(page);
  const firstSession = new URL(page.url()).pathname;
  const takenFirst = await statuses(page);
  const countedFirst = await counts(page);
  await takeSecondRollCall(page);
  const secondSession = new URL(page.url()).pathname;
  await countHeads(page);
  const headcountSession = new URL(page.url()).pathname;
  const waiting = await waitingShown(page);
  expect(waiting).toBeGreaterThan(25);
  await tablet.kill();

  tablet = await startTablet({ url: portal.url, profile, offline: true });
  const again = await tablet.open(firstSession);
  expect(await statuses(again)).toEqual(takenFirst);
  expect(await counts(again)).toEqual(countedFirst);
  expect(countedFirst).toMatchObject({ 迟到: 2, 缺席: 0, 访客: 1 });
  expect(await waitingShown(again)).toBeGreaterThanOrEqual(waiting);
  await again.goto(portal.url + secondSession);
  await tap(again, 5, '到');
  expect((await statuses(again)).filter((word) => word === '到')).toHaveLength(3);
  const written = await waitingShown(again);
  await tablet.context.newPage();
  await again.close();

  portal = await startPortal({ port: portal.port, dataDir });
  const staff = await signInStaff(portal);
  expect(await facilityAtPortal(staff)).toMatchObject({ taken: 0 });
  await tablet.context.setOffline(false);
  const arrived = await facilityAtPortal(staff, (facility) => facility.taken > 0 && facility.pending === 0);
  expect(arrived.taken).toBe(written);
  const session = (path: string) => arrived.sessions[path.split('/').at(-1) ?? ''];
  const present = (countedFirst['到'] ?? 0) + 1; // with the visitor
  expect(session(firstSession)).toMatchObject({ present, late: 2, absent: 0 });
  expect(session(secondSession)).toMatchObject({ present: 3 });
  expect(session(headcountSession)).toMatchObject({ headcount: 11 });

  const dashboard = await tablet.context.newPage();
  await dashboard.goto(`${portal.url}/staff`);
  await dashboard.getByLabel('用户名').fill(staff.login);
  await dashboard.getByLabel('密码', { exact: true }).fill(staff.password);
  await dashboard.keyboard.press('Enter');
  await dashboard.getByRole('link', { name: '长哨营学习驿站' }).first().waitFor();
  await dashboard
    .getByText(`到 ${present + 2}/`)
    .first()
    .waitFor();

  const desk = await tablet.context.newPage();
  await desk.goto(portal.url);
  await todayShown(desk);
  await desk.getByText('门户已全部收到').waitFor();
});

test('an open page delivers by its own back-off soon after a dead portal returns', async () => {
  tablet = await enrolled();
  const page = await tablet.open('/');
  await todayShown(page);
  await portal.kill();
  await sessionLink(page, /^点名/).first().click();
  await tap(page, 0, '到');
  await page.locator('.w-state-words').getByText('待上报').waitFor();
  portal = await startPortal({ port: portal.port, dataDir });
  await page.locator('.w-state-words').getByText('门户已全部收到').waitFor({ timeout: 30_000 });
});

test('every page opens offline from a cold start, by its own address', async () => {
  tablet = await enrolled();
  await tablet.close();
  await portal.stop();
  tablet = await startTablet({ url: portal.url, profile, offline: true });
  for (const [path, heading] of [
    ['/', '长哨营学习驿站'],
    ['/classes', '班级'],
    ['/learners', '学员'],
    ['/catalogue', '课程目录'],
    ['/more', '更多'],
    ['/queue', '上报情况'],
  ] as const) {
    const page = await tablet.open(path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.close();
  }
});

test('two tablets that mark one session with no network show the same in the end', async () => {
  tablet = await enrolled();
  const otherProfile = newProfile();
  const staff = await signInStaff(portal);
  const other = await startTablet({ url: portal.url, profile: otherProfile });
  try {
    const second = await other.open('/');
    await enrol(second, await staff.newCode());
    const first = await tablet.open('/');
    await todayShown(first);
    await Promise.all([tablet.context.setOffline(true), other.context.setOffline(true)]);
    for (const page of [first, second]) await sessionLink(page, /^点名/).first().click();
    await tap(first, 0, '到');
    await tap(first, 1, '到');
    await tap(second, 0, '到');
    await tap(second, 0, '迟到');
    await tap(second, 2, '到');
    for (const each of [tablet, other]) await each.context.setOffline(false);
    await first.getByText('门户已全部收到').waitFor();
    await second.getByText('门户已全部收到').waitFor();
    await first.goto(`${portal.url}/queue`);
    await first.getByRole('button', { name: '现在上报' }).click();
    await first.goBack();
    await tiles(first).nth(2).getByText('到', { exact: true }).waitFor();
    await tiles(first).nth(0).getByText('迟到', { exact: true }).waitFor();
    await second.goto(`${portal.url}/queue`);
    await second.getByRole('button', { name: '现在上报' }).click();
    await second.goBack();
    await tiles(second).nth(1).getByText('到', { exact: true }).waitFor();
    expect(await statuses(second)).toEqual(await statuses(first));
  } finally {
    await other.close();
    removeProfile(otherProfile);
  }
});

/** What a browser and its disk can do to the records: fill up, throw them away, be upgraded by another window. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { enrol, printedCode, sessionLink, statuses, tap, tiles } from './coordinator.ts';
import { freePort, type PortalProcess, startPortal } from './portalProcess.ts';
import { mountSmallDisk } from './smallDisk.ts';
import { type SignedInStaff, signInStaff } from './staffAtPortal.ts';
import { newProfile, removeProfile, startTablet, type Tablet } from './tablet.ts';

/** Chromium's quota is no stand-in: once a database is in use it is not asked again. So: for root on Linux only. */
const disk = mountSmallDisk(192);
let dataDir: string;
let portal: PortalProcess;
let staff: SignedInStaff;
let code: string | undefined;
let profile: string;
let tablet: Tablet;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'waystation-portal-'));
  portal = await startPortal({ port: await freePort(), dataDir });
  staff = await signInStaff(portal);
  code = printedCode(portal);
});

afterAll(async () => {
  disk?.remove();
  await portal.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

beforeEach(() => {
  profile = newProfile();
});

afterEach(async () => {
  await tablet.close().catch(() => undefined);
  removeProfile(profile);
});

async function enrolledPage(): Promise<Page> {
  const page = await tablet.open('/');
  await enrol(page, code ?? (await staff.newCode()));
  code = undefined;
  return page;
}

test.runIf(disk)(
  'on a full disk a mark that is not saved is said in words; all earlier ones stay, and marking goes on later',
  async () => {
    if (!disk) return;
    profile = join(disk.folder, 'profile');
    tablet = await startTablet({ url: portal.url, profile });
    const page = await enrolledPage();
    await sessionLink(page, /点名/).first().click();
    const path = new URL(page.url()).pathname;
    await tap(page, 0, '到');

    disk.fill();
    const refusal = page.getByRole('alert').getByText('这一步没有保存');
    const refused = await markUntilRefused(page, refusal);
    const shown = await statuses(page);
    expect(shown[refused]).toBe('未点');
    for (let learner = refused; learner < refused + 3; learner++) await tiles(page).nth(learner).press('p');
    expect(await statuses(page)).toEqual(shown);
    expect(await refusal.count()).toBe(1);

    disk.free();
    await expect.poll(() => markedPresent(page, refused), { timeout: 30_000 }).toBe(true);
    await refusal.waitFor({ state: 'detached' });
    const marked = await statuses(page);
    expect(marked.filter((word) => word === '到')).toHaveLength(refused + 1);
    await tablet.kill();
    tablet = await startTablet({ url: portal.url, profile, offline: true });
    expect(await statuses(await tablet.open(path))).toEqual(marked);
  },
);

/** What is already open in a file may still take some marks. */
async function markUntilRefused(page: Page, refusal: Locator): Promise<number> {
  for (let learner = 1; learner < (await tiles(page).count()); learner++) {
    const tile = tiles(page).nth(learner);
    await tile.press('p');
    await tile.getByText('到', { exact: true }).or(refusal).first().waitFor();
    if ((await refusal.count()) > 0) return learner;
  }
  throw new Error('no mark was refused');
}

/** Presses and looks: the key sets, so pressing again does no harm. */
async function markedPresent(page: Page, learner: number): Promise<boolean> {
  const tile = tiles(page).nth(learner);
  await tile.press('p');
  return (await tile.getByText('到', { exact: true }).count()) > 0;
}

test.each([
  ['all but the cookies', clearedByBrowser],
  ['the database alone', databaseDeleted],
])('a browser that threw away %s is found out: the enrol screen says so and what to do', async (_what, evict) => {
  tablet = await startTablet({ url: portal.url, profile });
  const page = await enrolledPage();
  const learners = await learnerNames(page);
  await evict();
  const again = await tablet.open('/');
  await again.getByText('浏览器删除了这台设备的数据').waitFor();
  await again.getByText('门户已经收到的记录都是安全的').waitFor();
  await again.getByText('请向管理人员要一个新的登记码').waitFor();
  await enrol(again, await staff.newCode());
  expect(await learnerNames(again)).toEqual(learners);
});

async function clearedByBrowser(): Promise<void> {
  await tablet.close();
  tablet = await startTablet({ url: portal.url, profile });
  const [blank] = tablet.context.pages();
  if (!blank) throw new Error('a started browser has a page');
  const session = await tablet.context.newCDPSession(blank);
  const storageTypes = 'indexeddb,cache_storage,service_workers,file_systems';
  await session.send('Storage.clearDataForOrigin', { origin: portal.url, storageTypes });
}

/** By hand in the profile; the worker and its cache are still there. */
async function databaseDeleted(): Promise<void> {
  await tablet.close();
  rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });
  tablet = await startTablet({ url: portal.url, profile });
}

async function learnerNames(page: Page): Promise<readonly string[]> {
  await page.getByRole('link', { name: '学员', exact: true }).click();
  await page.getByText(/共 \d+ 位学员/).waitFor();
  return page.locator('.w-row-title').allInnerTexts();
}

test('a window whose database another one upgrades lets go, says so, and opens again with everything', async () => {
  tablet = await startTablet({ url: portal.url, profile });
  const page = await enrolledPage();
  await sessionLink(page, /点名/).last().click();
  await tiles(page).nth(0).press('p');
  await tiles(page).nth(0).getByText('到', { exact: true }).waitFor();
  const other = await tablet.open('/healthz');
  await other.evaluate(upgradeDatabase, 'waystation');
  await page.getByRole('alert').getByText('另一个窗口打开了更新的版本').waitFor();
  await other.close();
  await page.getByRole('button', { name: '重新打开' }).click();
  await tiles(page).nth(0).getByText('到', { exact: true }).waitFor();
  await tiles(page).nth(1).press('p');
  await tiles(page).nth(1).getByText('到', { exact: true }).waitFor();
});

/** Runs in the browser: as a later build's schema would, with a version and a store more. */
function upgradeDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1_000);
    request.onupgradeneeded = () => request.result.createObjectStore('ofALaterBuild');
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });
}

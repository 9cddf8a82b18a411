/**
 * Every screen for everybody: no violation of WCAG 2.2 A and AA by axe, no sideways scrolling on a small phone, nothing
 * untranslated, in both languages and with large text; and a roll call by the keyboard alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrol, printedCode, statuses, tiles } from './coordinator.ts';
import { freePort, type PortalProcess, startPortal } from './portalProcess.ts';
import { type Appearance, choose, coordinatorScreens, doors, type Screen, show, staffScreens } from './screens.ts';
import { printedSignIn } from './staffAtPortal.ts';
import { newProfile, removeProfile, startTablet, type Tablet } from './tablet.ts';

let dataDir: string;
let profile: string;
let portal: PortalProcess;
let tablet: Tablet;
let page: Page;
let screens: readonly Screen[];
/** Everything that the portal has told: what may be Chinese on an English screen. */
let told = '';

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'waystation-portal-'));
  profile = newProfile();
  portal = await startPortal({ port: await freePort(), dataDir });
  tablet = await startTablet({ url: portal.url, profile, viewport: { width: 360, height: 780 } });
  page = await tablet.open('/');
  await page.emulateMedia({ reducedMotion: 'reduce' }); // axe would measure colours on their way
});

afterAll(async () => {
  await tablet.close();
  await portal.kill();
  removeProfile(profile);
  rmSync(dataDir, { recursive: true, force: true });
});

const looks: readonly Appearance[] = [
  { language: 'zh-CN' },
  { language: 'en' },
  { language: 'zh-CN', elder: true },
  { language: 'en', elder: true },
  { language: 'zh-CN', theme: 'dark' },
];

const wholeHeight = 12_000;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong with a screen, each in a line that says where. */
async function faultsOf(screen: Screen, look: Appearance): Promise<readonly string[]> {
  await show(page, portal.url, screen, look.language);
  const where = `${screen.name} ${look.language}${look.elder ? ' elder' : ''}${look.theme ? ` ${look.theme}` : ''}`;
  // Tall enough for all of it: what the dock covers is scrolled out from under it, which axe cannot know.
  await page.setViewportSize({ width: 360, height: wholeHeight });
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${where}: ${id}: ${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`),
  );
  for (const width of look.elder ? [360] : [320, 360]) {
    await page.setViewportSize({ width, height: 780 });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) faults.push(`${where}: ${beyond} px too wide at ${width} px`);
  }
  if (look.language === 'en') {
    const strange = (await chineseOn(page)).filter((words) => !isName(words));
    faults.push(...strange.map((words) => `${where}: not in English: ${words}`));
  }
  return faults;
}

async function faultsOfAll(all: readonly Screen[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    await choose(page, portal.url, look);
    for (const screen of all) faults.push(...(await faultsOf(screen, look)));
  }
  return faults;
}

/** Runs of Chinese in visible text and in what a reader is told. */
function chineseOn(on: Page): Promise<readonly string[]> {
  return on.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent?.checkVisibility() && parent.closest('noscript') === null)
        texts.push(walker.currentNode.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
    return texts.flatMap((text) => text.match(/[\p{Script=Han}·]*\p{Script=Han}[\p{Script=Han}·]*/gu) ?? []);
  });
}

/** People, places and courses are called as they are called; the language switch names each language in itself. */
const isName = (words: string) => words === '中文' || told.includes(words);

/** What the portal told a device is in its database by now. */
async function listenToPortal(): Promise<void> {
  told += await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('waystation');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await Promise.all(
      [...db.objectStoreNames].map(
        (name) =>
          new Promise<unknown[]>((resolve, reject) => {
            const request = db.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows);
  });
}

async function listenTo(response: Response): Promise<void> {
  const { pathname } = new URL(response.url());
  if (!pathname.startsWith('/api/') || pathname.endsWith('/events')) return; // a stream has no end to wait for
  told += await response.text().catch(() => ''); // the page went on before it was read
}

test('before anybody is enrolled or signed in', async () => {
  expect(await faultsOfAll(doors)).toEqual([]);
});

test('the coordinator’s screens', async () => {
  await choose(page, portal.url, { language: 'zh-CN' });
  await enrol(page, printedCode(portal));
  await listenToPortal();
  screens = await coordinatorScreens(page);
  expect(await faultsOfAll(screens)).toEqual([]);
});

test('the staff’s screens', async () => {
  page.on('response', (response) => void listenTo(response));
  await tablet.context.request.post(`${portal.url}/api/staff/session`, {
    data: printedSignIn(portal),
    headers: { origin: portal.url },
  });
  expect(await faultsOfAll(await staffScreens(page))).toEqual([]);
});

test('a roll call from Today to its end by the keyboard alone', async () => {
  await choose(page, portal.url, { language: 'zh-CN' });
  await page.goto(`${portal.url}/`);
  await page.getByRole('link', { name: /点名/ }).first().waitFor();
  await tabTo(/^(继续|开始)?点名/);
  await page.keyboard.press('Enter');
  await tiles(page).first().waitFor();
  await tabToTile();
  for (const key of ['p', 'ArrowDown', 'l', 'ArrowDown', 'e', 'ArrowDown', 'a']) await page.keyboard.press(key);
  await tiles(page).nth(3).getByText('缺席', { exact: true }).waitFor();
  expect((await statuses(page)).slice(0, 4)).toEqual(['到', '迟到', '请假', '缺席']);
  await page.keyboard.press('Control+z');
  await tiles(page).nth(3).getByText('未点', { exact: true }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused()).toContain('未点');
  await tabTo(/^完成点名$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(/^就这样完成$/);
  await page.keyboard.press('Enter');
  await page.getByText('点名已完成').first().waitFor();
});

const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const tabsMax = 80;

async function tabTo(words: RegExp): Promise<void> {
  for (let pressed = 0; pressed < tabsMax; pressed++) {
    await page.keyboard.press('Tab');
    if (words.test(await focused())) return;
  }
  throw new Error(`Tab never came to ${words}`);
}

async function tabToTile(): Promise<void> {
  for (let pressed = 0; pressed < tabsMax; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.classList.contains('w-tile') ?? false)) return;
  }
  throw new Error('Tab never came to a tile');
}

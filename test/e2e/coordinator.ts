/** What a coordinator does and sees, by the words on the screen. Every wait is for something a person would notice. */
import type { Locator, Page } from 'playwright-core';
import type { PortalProcess } from './portalProcess.ts';

export type StatusWord = '到' | '迟到' | '早退' | '请假' | '缺席' | '未点';

/** The demo facility's enrolment code, as the portal printed it. */
export function printedCode(portal: PortalProcess): string {
  const code = /[?&]code=(\w+)/.exec(portal.printed())?.[1];
  if (!code) throw new Error(`no enrolment code was printed:\n${portal.printed()}`);
  return code;
}

/** Enrols and waits until the records and the offline app are on the tablet. */
export async function enrol(page: Page, code: string): Promise<void> {
  await page.goto(new URL(`/enrol?code=${code}`, page.url()).href);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await todayShown(page);
  await page.getByText('门户已全部收到').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Today's list, with sessions in it. */
export async function todayShown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '长哨营学习驿站', level: 1 }).waitFor();
  await page.getByRole('button', { name: '添加不记名活动' }).waitFor();
}

/** A link or button of Today that leads to a session: 点名, 继续点名, 补点, 计人数. */
export function sessionLink(page: Page, words: RegExp): Locator {
  return page.getByRole('link', { name: words });
}

export function tiles(page: Page): Locator {
  return page.getByRole('list', { name: '学员' }).getByRole('button');
}

/** The tile of the n-th learner. */
export async function tap(page: Page, n: number, expected: StatusWord): Promise<void> {
  const tile = tiles(page).nth(n);
  await tile.click();
  await tile.getByText(expected, { exact: true }).waitFor();
}

export async function statuses(page: Page): Promise<readonly string[]> {
  await tiles(page).first().waitFor();
  return page.getByRole('list', { name: '学员' }).locator('.w-tile-status').allInnerTexts();
}

/** The sticky counts by word. */
export async function counts(page: Page): Promise<{ readonly [word: string]: number }> {
  const items = page.locator('.w-count');
  await items.first().waitFor();
  const pairs = await items.evaluateAll((nodes) =>
    nodes.map(
      (node) => [node.querySelector('dt')?.textContent ?? '', Number(node.querySelector('dd')?.textContent)] as const,
    ),
  );
  return Object.fromEntries(pairs);
}

/** How many changes the state line says are waiting. */
export async function waitingShown(page: Page): Promise<number> {
  const text = await page.locator('.w-state-words').innerText();
  return Number(/(\d+) 条待上报/.exec(text)?.[1] ?? 0);
}

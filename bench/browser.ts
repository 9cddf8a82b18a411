/** A real Chromium on a profile of its own, started as a new process for every use. */
import { chromium, type Page } from 'playwright-core';
import { provideBrowser } from '../test/e2e/findBrowser.ts';

const flags = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
];

/** The longest answer is the filling of 100,000 marks, some ten seconds. */
const answerMsMax = 180_000;

/** Starts the browser on a profile and ends it after `use`; `before` runs in every page ahead of its own scripts. */
export async function withBrowser<T>(profile: string, use: (page: Page) => Promise<T>, before?: string): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: provideBrowser(), args: flags });
  try {
    if (before !== undefined) await context.addInitScript(before);
    return await use(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
}

/** Opens a page and awaits what it leaves in `globalThis.measured`. */
export async function measuredBy(page: Page, address: string): Promise<unknown> {
  await page.goto(address);
  return evaluated(page, 'globalThis.measured');
}

/** Like `page.evaluate`, which alone would wait for ever. */
export async function evaluated(page: Page, expression: string): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${expression} at ${page.url()}`)), answerMsMax);
  });
  try {
    return await Promise.race([page.evaluate(expression), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A picture of every screen, for a person to look at: `SCREENSHOTS=folder npx vitest run --project e2e screenshots`.
 * Both languages at 360 and 1280 px in light; large text and dark at 360 px.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enrol, printedCode } from './coordinator.ts';
import { freePort, startPortal } from './portalProcess.ts';
import { type Appearance, choose, coordinatorScreens, doors, type Screen, show, staffScreens } from './screens.ts';
import { printedSignIn } from './staffAtPortal.ts';
import { newProfile, removeProfile, startTablet } from './tablet.ts';

const folder = process.env['SCREENSHOTS'];
const looks: readonly (Appearance & { readonly width: number; readonly name: string })[] = [
  { name: 'zh-360', width: 360, language: 'zh-CN' },
  { name: 'en-360', width: 360, language: 'en' },
  { name: 'zh-1280', width: 1280, language: 'zh-CN' },
  { name: 'en-1280', width: 1280, language: 'en' },
  { name: 'elder-360', width: 360, language: 'zh-CN', elder: true },
  { name: 'dark-360', width: 360, language: 'zh-CN', theme: 'dark' },
];

test.runIf(folder)('every screen is drawn', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'waystation-portal-'));
  const profile = newProfile();
  const portal = await startPortal({ port: await freePort(), dataDir });
  const tablet = await startTablet({ url: portal.url, profile });
  let pictures = 0;
  const drawAll = async (page: Page, screens: readonly Screen[]) => {
    for (const look of looks) {
      await page.setViewportSize({ width: look.width, height: 780 });
      await choose(page, portal.url, look);
      mkdirSync(join(folder ?? '', look.name), { recursive: true });
      for (const screen of screens) {
        await show(page, portal.url, screen, look.language);
        const path = join(folder ?? '', look.name, `${screen.name}.png`);
        await page.screenshot({ path, fullPage: screen.sheet === undefined, animations: 'disabled' });
        pictures += 1;
      }
    }
  };
  try {
    const page = await tablet.open('/');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await drawAll(page, doors);
    await choose(page, portal.url, { language: 'zh-CN' });
    await enrol(page, printedCode(portal));
    await drawAll(page, await coordinatorScreens(page));
    await tablet.context.request.post(`${portal.url}/api/staff/session`, {
      data: printedSignIn(portal),
      headers: { origin: portal.url },
    });
    await drawAll(page, await staffScreens(page));
  } finally {
    await tablet.close();
    await portal.kill();
    removeProfile(profile);
    rmSync(dataDir, { recursive: true, force: true });
  }
  expect(pictures).toBeGreaterThan(100);
});

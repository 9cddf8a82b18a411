/**
 * A tablet: a real Chromium on a profile of its own, which survives being closed, killed and started again. Offline is
 * DevTools' emulation, which Background Sync obeys; an app page may be closed while the browser goes on.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Tablet {
  readonly profile: string;
  readonly context: BrowserContext;
  /** A fresh page of the app. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
  /** SIGSTOP to every process of this browser: it does nothing any more, and does not know. */
  freeze(): void;
  thaw(): void;
  /** SIGKILL to every process of this browser, as a battery that falls out. */
  kill(): Promise<void>;
}

export interface TabletOptions {
  readonly url: string;
  /** Where the profile lives; none: a new one. */
  readonly profile?: string;
  readonly offline?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** Runs in every page before the app's own scripts. */
  readonly before?: string;
}

export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'waystation-tablet-'));
}

export function removeProfile(profile: string): void {
  if (existsSync(profile)) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

export async function startTablet(options: TabletOptions): Promise<Tablet> {
  const profile = options.profile ?? newProfile();
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: the global setup finds a browser');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: quiet,
    viewport: options.viewport ?? { width: 800, height: 1000 },
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  if (options.before !== undefined) await context.addInitScript(options.before);
  // Listened for from the start: a second kill may still find a process that is dying.
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return {
    profile,
    context,
    async open(path) {
      const page = await context.newPage();
      await page.goto(options.url + path);
      // After the page, when its worker runs: said earlier, the worker sometimes misses it (the portal is down anyway).
      if (options.offline) await context.setOffline(true);
      return page;
    },
    close: () => context.close(),
    freeze: () => signal(profile, 'STOP'),
    thaw: () => signal(profile, 'CONT'),
    async kill() {
      signal(profile, 'KILL');
      await gone;
    },
  };
}

/** All processes of a browser, and no other's, name its profile. */
function signal(profile: string, name: 'STOP' | 'CONT' | 'KILL'): void {
  execFileSync('pkill', [`-${name}`, '-f', '--', `--user-data-dir=${profile}( |$)`]);
}

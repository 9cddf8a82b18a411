/**
 * A real Chromium for the tests, wherever one can be had: named by CHROMIUM_PATH, installed, from the system's packages
 * (as root on Debian and its kin), or Playwright's own download. Otherwise a message that says what to do.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export function installedBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  const places = [...(named ? [named] : []), ...usualPlaces, chromium.executablePath()];
  return places.find((place) => existsSync(place));
}

/** The path of a browser that starts; installs one if need be. Throws with plain words when there is no way. */
export function provideBrowser(): string {
  const found = installedBrowser() ?? installFromPackages() ?? installFromPlaywright();
  if (found) return found;
  throw new Error(
    'The end-to-end tests need Chromium, and none could be found or installed. ' +
      'Install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM_PATH to one, and run again.',
  );
}

function installFromPackages(): string | undefined {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return undefined;
  console.log('Installing Chromium from the system’s packages…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    stdio: 'ignore',
    env,
  });
  return installedBrowser();
}

function installFromPlaywright(): string | undefined {
  console.log('Downloading Chromium by Playwright…');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  try {
    execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 600_000 });
  } catch {
    return undefined; // offline, or refused: the caller says what to do
  }
  return installedBrowser();
}

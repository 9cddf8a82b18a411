/** Before the end-to-end tests: a browser, and the app and portal built as `npm start` builds them. */
import { execFileSync } from 'node:child_process';
import { provideBrowser } from './findBrowser.ts';
import { projectRoot } from './portalProcess.ts';

export default function setup(): void {
  process.env['CHROMIUM_PATH'] = provideBrowser();
  // Vitest says NODE_ENV=test, which would build a development app.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', 'build'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'], env });
}

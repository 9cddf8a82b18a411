/**
 * The page's root: the only file of the app that touches time, randomness and the browser's start. Opens the database,
 * paints, then registers the worker and starts the exchange.
 */
import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import { shellWords as w } from '../i18n/words/shell.ts';
import { identityOf, openDatabase } from '../store/database.ts';
import { enrolmentMark, requestPersistence } from '../store/persistence.ts';
import { Notice } from '../ui/Notice.tsx';
import { App } from './shell/App.tsx';
import { createDevice, type Platform } from './shell/device.ts';
import { loadSettings } from './shell/settings.ts';
import { evictedDevice, persistence } from './shell/storageState.ts';
import { createSyncDriver } from './shell/syncDriver.ts';
import { registerWorker } from './shell/update.ts';

const platform: Platform = {
  nowMs: Date.now,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  appVersion: __APP_VERSION__,
};

async function start(root: HTMLElement): Promise<void> {
  const db = openDatabase();
  await Promise.all([loadSettings(navigator.languages), db.open()]);
  const driver = createSyncDriver(db, platform, Math.random);
  const device = await createDevice(db, platform, driver);
  const enrolled = (await identityOf(db)) !== undefined;
  evictedDevice.value = enrolled ? undefined : enrolmentMark();
  render(<App device={device} />, root);
  await import('../store/commit.ts'); // so that the first mark waits for nothing
  await registerWorker();
  driver.start();
  if (enrolled) persistence.value = await requestPersistence();
}

const root = document.getElementById('app');
if (root)
  start(root).catch((failure: unknown) => {
    console.error(failure);
    render(
      <Notice
        tone="error"
        title={w.bootFailed()}
        safe={w.troubleSafe.diskFailed()}
        todo={w.troubleDo.newerVersionOpen()}
      />,
      root,
    );
  });

/**
 * The page's root: the only file of the app that touches time, randomness and the browser's start. Opens the database,
 * paints, then registers the worker and starts the exchange.
 */
import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import { identityOf, openDatabase } from '../store/database.ts';
import { enrolmentMark, noteTornLog, requestPersistence } from '../store/persistence.ts';
import { isStoreFailure, troubleOf } from '../store/trouble.ts';
import { App } from './shell/App.tsx';
import { createDevice, type Platform } from './shell/device.ts';
import { loadSettings } from './shell/settings.ts';
import { evictedDevice, persistence } from './shell/storageState.ts';
import { createSyncDriver } from './shell/syncDriver.ts';

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
  // An action that could not even read: what its screen did not catch is said all the same.
  addEventListener('unhandledrejection', ({ reason }) => {
    if (isStoreFailure(reason)) device.fail(troubleOf(reason));
  });
  const enrolled = (await identityOf(db)) !== undefined;
  evictedDevice.value = enrolled ? undefined : enrolmentMark();
  render(<App device={device} />, root);
  driver.start();
  await import('../store/commit.ts'); // so that the first mark waits for nothing
  const { registerWorker } = await import('./shell/update.ts');
  await registerWorker();
  if (enrolled) persistence.value = await requestPersistence();
}

const root = document.getElementById('app');
if (root)
  start(root).catch(async (failure: unknown) => {
    console.error(failure);
    if (isStoreFailure(failure)) noteTornLog(true);
    const { BootNotice } = await import('./shell/TroubleNotice.tsx');
    render(<BootNotice />, root);
  });

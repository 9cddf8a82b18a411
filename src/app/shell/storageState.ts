/** What the browser did to this device's storage: whether it will keep it, and whether it once threw it away. */
import { type Signal, signal } from '@preact/signals';
import type { Persistence } from '../../store/persistence.ts';

export const persistence: Signal<Persistence> = signal('unknown');

/** The device that was enrolled here before the browser removed its data; the enrol screen says so. */
export const evictedDevice: Signal<string | undefined> = signal(undefined);

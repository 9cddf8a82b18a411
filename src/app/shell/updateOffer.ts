/** A new version that waits for a person's word: what the frame shows of update.ts. */
import { type Signal, signal } from '@preact/signals';

export const updateReady: Signal<boolean> = signal(false);

let takeOver: (() => void) | undefined;

export function offerUpdate(accept: () => void): void {
  takeOver = accept;
  updateReady.value = true;
}

export function updateNow(): void {
  updateReady.value = false;
  takeOver?.();
}

/** What the tablet does alone, with no network: saving and opening. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { opening } from './opening.ts';
import { writing } from './writing.ts';

export const local: Benchmark = {
  name: 'local',
  about: 'saving a mark and a roll call, and opening a register, in real Chromium against raw IndexedDB',
  async *run(tell) {
    const folder = mkdtempSync(join(tmpdir(), 'waystation-bench-'));
    try {
      tell('saving: one mark, a roll call of 40');
      yield* writing(join(folder, 'writing'));
      yield* opening(folder, tell);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

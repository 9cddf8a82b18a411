/**
 * A cold start to a marked register of 40, with 1,000, 10,000 and 100,000 marks in the store. Every sample is a new
 * browser process; time runs from the start of the navigation until the marks are in the page. Three programs take
 * turns: the built app with its service worker, our store without screens, and raw IndexedDB on the same database.
 */
import { cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../benchmark.ts';
import { evaluated, measuredBy, withBrowser } from '../browser.ts';
import { buildApp, type Site, serve } from '../site.ts';
import { median, rounded } from '../statistics.ts';
import { registerSize } from './page/centre.ts';

const sizes = [
  { name: '1k', sessions: 25 },
  { name: '10k', sessions: 250 },
  { name: '100k', sessions: 2_500 },
] as const;
type Size = (typeof sizes)[number]['name'];
const programs = ['app', 'store', 'raw'] as const;
type Program = (typeof programs)[number];

const suffixes: { readonly [P in Program]: string } = { app: '', store: '_store', raw: '_raw' };

const warmUpRounds = 2;
const rounds = 11;
const lookMs = 250;
const stillMsMin = 3_000;

/** A filled store in two profiles: with the app's worker, and without. */
interface Filled {
  readonly size: Size;
  readonly session: string;
  readonly withApp: string;
  readonly plain: string;
}

export async function* opening(folder: string, tell: (progress: string) => void): AsyncIterable<Result> {
  tell('opening: building the app');
  const pages = ['fill', 'openStore', 'openRaw'].map((name) => `bench/local/page/${name}.ts`);
  const site = await serve(pages, buildApp());
  try {
    const filled: Filled[] = [];
    for (const size of sizes) {
      tell(`opening: filling ${size.name} marks`);
      filled.push(await fill(site, folder, size));
    }
    const samples = new Map<string, number[]>();
    for (let round = -warmUpRounds; round < rounds; round++) {
      tell(`opening: round ${round + 1} of ${rounds}`);
      for (const store of turned(filled, round))
        for (const program of turned(programs, round)) {
          const ms = await sample(site, store, program);
          if (round >= 0) samples.set(program + store.size, [...(samples.get(program + store.size) ?? []), ms]);
        }
    }
    yield* results((program, size) => samples.get(program + size) ?? []);
  } finally {
    site.close();
  }
}

/** Backwards in every other round, so that nobody always comes after the same other. */
function turned<T>(list: readonly T[], round: number): readonly T[] {
  return round % 2 === 0 ? list : list.toReversed();
}

async function fill(site: Site, folder: string, { name, sessions }: (typeof sizes)[number]): Promise<Filled> {
  const plain = join(folder, `open-${name}`);
  const withApp = `${plain}-app`;
  const session = await withBrowser(plain, async (page) => {
    const last = await measuredBy(page, `${site.url}/fill?sessions=${sessions}`);
    await untilStill(plain);
    return last;
  });
  cpSync(plain, withApp, { recursive: true });
  await withBrowser(withApp, async (page) => {
    await page.goto(site.url);
    await evaluated(page, 'navigator.serviceWorker.ready.then(() => undefined)');
  });
  return { size: name, session: String(session), plain, withApp };
}

/** Terms pass between the first mark and the last: the browser has put its files in order long before. */
async function untilStill(profile: string): Promise<void> {
  let before = '';
  for (let still = 0; still < stillMsMin; still += lookMs) {
    await new Promise((over) => setTimeout(over, lookMs));
    const files = readdirSync(join(profile, 'Default/IndexedDB'), { recursive: true, withFileTypes: true });
    const now = files
      .map((file) => `${file.name} ${statSync(join(file.parentPath, file.name), { throwIfNoEntry: false })?.size}`)
      .join();
    if (now !== before) still = 0;
    before = now;
  }
}

/** Leaves the moment at which as many lines as the register has are in the page. */
const watchMarks = `globalThis.measured = new Promise((resolve) => {
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('.w-tile, #list > li').length < ${registerSize}) return;
    observer.disconnect();
    resolve(performance.now());
  });
  observer.observe(document, { childList: true, subtree: true });
})`;

async function sample(site: Site, { session, plain, withApp }: Filled, program: Program): Promise<number> {
  const addresses = { app: `/session/${session}`, store: `/openStore#${session}`, raw: `/openRaw#${session}` };
  const profile = program === 'app' ? withApp : plain;
  const ms = await withBrowser(profile, (page) => measuredBy(page, site.url + addresses[program]), watchMarks);
  return Number(ms);
}

function* results(samplesOf: (program: Program, size: Size) => readonly number[]): Iterable<Result> {
  const ms = (program: Program, size: Size) => median(samplesOf(program, size));
  for (const program of ['app', 'store'] as const)
    for (const { name } of sizes) {
      const ratio = rounded(ms(program, name) / ms('raw', name));
      const peer = `raw IndexedDB at ${name}, a plain list`;
      yield { name: `open${name}${suffixes[program]}`, value: rounded(ms(program, name)), unit: 'ms', peer, ratio };
    }
  for (const { name } of sizes) yield { name: `open${name}_raw`, value: rounded(ms('raw', name)), unit: 'ms' };
  for (const program of programs) {
    // Round by round: what else the machine does changes between rounds more than within one.
    const smallest = samplesOf(program, '1k');
    const growth = rounded(median(samplesOf(program, '100k').map((each, i) => each / (smallest[i] ?? Number.NaN))));
    yield { name: `open_growth${suffixes[program]}`, value: growth, unit: '×', peer: 'itself at 1k', ratio: growth };
  }
}

/**
 * Marking without pause on the real roll call, and what must be there after a death. In the page every tile is tapped
 * again as soon as two things are true: its last mark stands on the screen, and the test was told so. So whatever
 * happens, a tile holds as many marks as the test was told of, or exactly one more. Marks go round the cycle, so that a
 * lost one and a doubled one both show as another status.
 */
import type { Page } from 'playwright-core';
import { type StatusWord, statuses, waitingShown } from './coordinator.ts';

/** Of every tile, in order: how many marks were made on it. */
export type Made = readonly number[];

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const cycle: readonly StatusWord[] = ['到', '迟到', '缺席'];

/** What a tile says after so many marks. */
export function statusAfter(marks: number): StatusWord {
  return (marks > 0 ? cycle[(marks - 1) % cycle.length] : undefined) ?? '未点';
}

export interface Marking {
  /** What the screen has shown as saved, up to now; counts until the browser is gone. Throws if it was ever wrong. */
  shown(): Made;
  /** Resolves as soon as so many more marks were shown. */
  untilShown(marks: number): Promise<void>;
}

/** Far longer than a mark takes on the slowest machine. */
const stallMsMax = 60_000;

/** Begins to mark on all tiles at once, from what is on them; goes on until the browser dies. */
export async function startMarking(page: Page, before: Made): Promise<Marking> {
  const shown = [...before];
  const wrong: string[] = [];
  let told = () => {};
  await page.exposeBinding('markShown', (_source, tile: number, word: string) => {
    const marks = (shown[tile] ?? 0) + 1;
    shown[tile] = marks;
    if (word !== statusAfter(marks)) wrong.push(`tile ${tile} shows ${word} as its mark ${marks}`);
    told();
  });
  await page.evaluate(tapWithoutPause);
  return {
    shown() {
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
      return [...shown];
    },
    async untilShown(marks) {
      const wanted = sum(shown) + marks;
      const isReached = await new Promise<boolean>((resolve) => {
        const stall = setTimeout(() => resolve(false), stallMsMax);
        told = () => {
          if (sum(shown) < wanted) return;
          clearTimeout(stall);
          resolve(true);
        };
      });
      if (!isReached)
        throw new Error(
          `${wanted} marks never came, only ${sum(shown)}:\n${await page.locator('body').ariaSnapshot()}`,
        );
    },
  };
}

/** Runs in the page. */
function tapWithoutPause(): void {
  const tell = (window as unknown as { markShown: (tile: number, word: string) => Promise<void> }).markShown; // exposed above
  for (const [at, tile] of document.querySelectorAll<HTMLElement>('.w-tiles .w-tile').entries()) {
    const status = () => tile.querySelector('.w-tile-status')?.textContent ?? '';
    let last = status();
    new MutationObserver(() => {
      const word = status();
      if (word === last) return;
      last = word;
      void tell(at, word).then(() => tile.click());
    }).observe(tile, { subtree: true, childList: true, characterData: true });
    tile.click();
  }
}

export interface Survival {
  /** The marks that are there, if none is lost. */
  readonly made: Made;
  /** In words, each tile that does not say what it must; blind to whole rounds of the cycle, which `waiting` counts. */
  readonly lost: readonly string[];
  /** What the state line counts as waiting: every mark is one change, so it is the sum of `made`. */
  readonly waiting: number;
}

/** What the roll call shows after a death, against what it had shown before. */
export async function survivalOf(page: Page, shown: Made): Promise<Survival> {
  const words = await statuses(page);
  const made = shown.map((marks, tile) => (words[tile] === statusAfter(marks) ? marks : marks + 1));
  const lost = shown.flatMap((marks, tile) => {
    const isThere = words[tile] === statusAfter(marks) || words[tile] === statusAfter(marks + 1);
    return isThere ? [] : [`tile ${tile}: mark ${marks} was shown as ${statusAfter(marks)}, now ${words[tile]}`];
  });
  return { made, lost, waiting: await waitingShown(page) };
}

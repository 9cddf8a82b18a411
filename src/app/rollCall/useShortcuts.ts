/**
 * The roll call's keys. On a tile: up, down and left move, P L E A mark, Delete clears; Space and Enter press and the
 * right arrow opens the details (both are the tile's own). Anywhere: Ctrl+Z undoes, `/` goes to the find box. Silent
 * while somebody types and while a sheet is open.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AttendanceStatus } from '../../domain/records/attendance.ts';

export type TileCommand = AttendanceStatus | 'clear';

const commands: { readonly [key: string]: TileCommand } = {
  p: 'present',
  l: 'late',
  e: 'excused',
  a: 'absent',
  delete: 'clear',
  backspace: 'clear',
};

interface Shortcuts {
  readonly findBox?: RefObject<HTMLInputElement | null>;
  readonly onUndo: () => void;
}

/** Listens on the page while the roll call is shown. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (isUndo) latest.current.onUndo();
      else if (event.key === '/' && isPlain(event)) latest.current.findBox?.current?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** What a key on a tile asks for; undefined for any other key. */
export function commandOf(event: KeyboardEvent): TileCommand | undefined {
  return isPlain(event) && !event.repeat ? commands[event.key.toLowerCase()] : undefined;
}

/** The tile that an arrow key leads to, by what is seen: up and down a row, left the one before. */
export function neighbour(event: KeyboardEvent, tiles: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (!isPlain(event)) return undefined;
  if (event.key === 'Home') return tiles[0];
  if (event.key === 'End') return tiles.at(-1);
  if (event.key === 'ArrowLeft') return tiles[at - 1];
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return undefined;
  const from = tiles[at]?.getBoundingClientRect();
  const step = event.key === 'ArrowDown' ? 1 : -1;
  for (let next = at + step; from && tiles[next]; next += step) {
    const place = tiles[next]?.getBoundingClientRect();
    if (place && (isBelowOther(place, from, step) || !hasLayout(from))) return nearestInRow(tiles, next, from, step);
  }
  return undefined;
}

function nearestInRow(tiles: readonly HTMLElement[], first: number, from: DOMRect, step: number) {
  let best = tiles[first];
  if (!best || !hasLayout(from)) return best;
  const top = best.getBoundingClientRect().top;
  for (let at = first; tiles[at]?.getBoundingClientRect().top === top; at += step) {
    const tile = tiles[at];
    if (
      tile &&
      Math.abs(tile.getBoundingClientRect().left - from.left) < Math.abs(best.getBoundingClientRect().left - from.left)
    )
      best = tile;
  }
  return best;
}

const hasLayout = (rect: DOMRect) => rect.width > 0;
const isBelowOther = (place: DOMRect, from: DOMRect, step: number) => (place.top - from.top) * step > 1;

function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

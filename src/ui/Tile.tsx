/**
 * The roll call's tile: the whole surface is one button, with name, status (colour, icon, word) and a small second line.
 * A tap presses. A long press, the right-arrow key and the context menu open the details, and never press as well.
 * Tiles stand in a TileGrid: rows on a phone, tiles from 560 px.
 */
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import './tile.css';
import type { Tone } from './tone.ts';

export interface TileProps {
  readonly tone: Tone;
  /** The icon and the word of the status. */
  readonly d: string;
  readonly status: ComponentChildren;
  readonly name: ComponentChildren;
  /** What tells two people of one name apart, or a time. */
  readonly second?: ComponentChildren;
  readonly onPress: () => void;
  readonly onDetails?: (() => void) | undefined;
  /** The id of words that say how the details are opened. */
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly tabIndex?: number | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

const LONG_PRESS_MS = 500; // the platforms' own long press
const STRAY_PX = 10; // a finger that moves further is scrolling

/** The frame of tiles. */
export function TileGrid({ label, children }: { label?: string | undefined; children: ComponentChildren }) {
  return (
    <ul class="w-tiles" aria-label={label}>
      {children}
    </ul>
  );
}

/** One person of a roll call, as one button. */
export function Tile(props: TileProps) {
  const { tone, d, status, name, second, onPress, onDetails, describedBy, disabled, tabIndex, ref } = props;
  const press = useLongPress(onDetails);
  return (
    <li class="w-tile-place">
      <button
        ref={ref ?? null}
        class={`w-tile w-tone-${tone}`}
        type="button"
        disabled={disabled}
        tabIndex={tabIndex}
        aria-describedby={describedBy}
        aria-keyshortcuts={onDetails && 'ArrowRight'}
        {...press.handlers}
        onClick={(event) => {
          if (!press.wasLong(event)) onPress();
        }}
      >
        <span class="w-tile-name">{name}</span>
        <span class="w-tile-status">
          <Icon d={d} />
          {status}
        </span>
        {second !== undefined && <span class="w-tile-second w-numbers">{second}</span>}
      </button>
    </li>
  );
}

/** Tells a long press from a tap; `wasLong` answers once for the click that may follow the release. */
function useLongPress(onLong: (() => void) | undefined) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef({ x: 0, y: 0 });
  const held = useRef(false);
  const latest = useRef(onLong);
  latest.current = onLong;
  const cancel = () => clearTimeout(timer.current);
  useEffect(() => cancel, []);

  return {
    wasLong(click: MouseEvent) {
      const long = held.current && click.detail > 0; // detail 0 is a key's or a reader's click
      held.current = false;
      return long;
    },
    handlers: {
      onPointerDown(event: PointerEvent) {
        cancel();
        held.current = false;
        if (!latest.current || event.button !== 0) return;
        from.current = { x: event.clientX, y: event.clientY };
        timer.current = setTimeout(() => {
          held.current = true;
          latest.current?.();
        }, LONG_PRESS_MS);
      },
      onPointerMove(event: PointerEvent) {
        if (Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > STRAY_PX) cancel();
      },
      onPointerUp: cancel,
      onPointerCancel: cancel,
      onPointerLeave: cancel,
      onContextMenu(event: MouseEvent) {
        if (!latest.current) return;
        event.preventDefault();
        cancel();
        if (held.current) return; // the same long press, told a second time by the platform
        held.current = true;
        latest.current();
      },
      onKeyDown(event: KeyboardEvent) {
        held.current = false;
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
        if (!latest.current || event.key !== 'ArrowRight' || !plain) return;
        event.preventDefault();
        latest.current();
      },
    },
  };
}

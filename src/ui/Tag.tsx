/**
 * A status in a few letters: colour, icon and word together, always all three.
 */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import './tag.css';
import type { Tone } from './tone.ts';

/** A small label for a state. */
export function Tag({ tone, d, children }: { tone: Tone; d: string; children: ComponentChildren }) {
  return (
    <span class={`w-tag w-tone-${tone}`}>
      <Icon d={d} />
      {children}
    </span>
  );
}

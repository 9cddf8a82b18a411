/**
 * The numbers that matter while one works, in one bar that stays in sight at the top.
 * Digits keep their width, so nothing jumps when they change. It does not announce itself: that would talk over the work.
 */
import type { ComponentChildren } from 'preact';
import './counts.css';
import { Icon } from './Icon.tsx';
import type { Tone } from './tone.ts';

export interface Count {
  readonly key: string;
  readonly label: string;
  readonly value: number | string;
  readonly tone?: Tone | undefined;
  readonly d?: string | undefined;
}

export interface CountsProps {
  readonly label: string;
  readonly items: readonly Count[];
  /** Buttons that belong to the work, below the numbers. */
  readonly children?: ComponentChildren;
}

/** A sticky bar of counts, with its actions. */
export function Counts({ label, items, children }: CountsProps) {
  return (
    <section class="w-counts" aria-label={label}>
      <dl class="w-counts-items w-numbers">
        {items.map((item) => (
          <div key={item.key} class={`w-count w-tone-${item.tone ?? 'muted'}`}>
            <dt>
              {item.d !== undefined && <Icon d={item.d} />}
              {item.label}
            </dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
      {children !== undefined && <div class="w-actions">{children}</div>}
    </section>
  );
}

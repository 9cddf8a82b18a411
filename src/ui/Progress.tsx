/**
 * Work that takes a while, always in words: what runs, how far it is, and a way to stop it.
 * Without `value` the length is unknown and only the words count; there is no spinner.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './progress.css';

export interface ProgressProps {
  readonly label: string;
  /** How far, in words: done, whole, time left. */
  readonly words: string;
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  readonly actions?: ComponentChildren;
}

/** A bar with its words. */
export function Progress({ label, words, value, max = 1, actions }: ProgressProps) {
  const id = useId();
  return (
    <div class="w-progress">
      <label class="w-progress-label" for={id}>
        {label}
      </label>
      <progress id={id} value={value} max={max} aria-describedby={`${id}-words`} />
      <div class="w-progress-foot">
        <span id={`${id}-words`} class="w-numbers">
          {words}
        </span>
        {actions}
      </div>
    </div>
  );
}

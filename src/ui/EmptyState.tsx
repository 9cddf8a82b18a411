/**
 * What stands where nothing is yet: says what will be here and how it comes, with the one action that begins it.
 */
import type { ComponentChildren } from 'preact';
import './emptyState.css';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  readonly d: string;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** An empty place that teaches. */
export function EmptyState({ d, title, children, actions }: EmptyStateProps) {
  return (
    <div class="w-empty">
      <Icon d={d} />
      <p class="w-empty-title">{title}</p>
      {children !== undefined && <div class="w-empty-words">{children}</div>}
      {actions !== undefined && <div class="w-actions">{actions}</div>}
    </div>
  );
}

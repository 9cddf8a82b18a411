/**
 * A message that belongs to the page: what happened, what is safe, what to do, in that order.
 * An error is announced at once, the others when the reader pauses.
 */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { alert, info, tick } from './icons.ts';
import './notice.css';

export interface NoticeProps {
  readonly tone: 'good' | 'info' | 'warn' | 'error';
  /** What happened. */
  readonly title: string;
  /** What is safe. */
  readonly safe?: string | undefined;
  /** What to do. */
  readonly todo?: string | undefined;
  readonly children?: ComponentChildren;
  /** Buttons. */
  readonly actions?: ComponentChildren;
}

const looks = {
  good: { tone: 'pine', d: tick },
  info: { tone: 'blue', d: info },
  warn: { tone: 'amber', d: alert },
  error: { tone: 'cinnabar', d: alert },
} as const;

/** A notice within the page. */
export function Notice({ tone, title, safe, todo, children, actions }: NoticeProps) {
  const look = looks[tone];
  return (
    <div class={`w-notice w-tone-${look.tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon d={look.d} />
      <div class="w-notice-words">
        <p class="w-notice-title">{title}</p>
        {safe && <p>{safe}</p>}
        {todo && <p>{todo}</p>}
        {children}
        {actions && <div class="w-actions">{actions}</div>}
      </div>
    </div>
  );
}

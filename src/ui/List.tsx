/**
 * A list of rows between hairlines. A row may lead somewhere (href), do something (onPress) or just stand;
 * a button of its own may follow at its end, outside the pressable part.
 */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { chevronRight } from './icons.ts';
import './list.css';

/** The frame of rows; `label` names it for readers when no heading does. */
export function List({ label, children }: { label?: string | undefined; children: ComponentChildren }) {
  return (
    <ul class="w-list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface RowProps {
  readonly title: ComponentChildren;
  /** The quieter second line. */
  readonly second?: ComponentChildren;
  /** Before the title: an icon's path, or a short thing such as a time. */
  readonly d?: string | undefined;
  readonly lead?: ComponentChildren;
  /** After the title, inside the pressable part: a number, a Tag. */
  readonly value?: ComponentChildren;
  /** After everything, with a life of its own: a Button. */
  readonly end?: ComponentChildren;
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  /** The row whose detail stands beside the list. */
  readonly current?: boolean | undefined;
}

/** One row of a List. */
export function Row({ title, second, d, lead, value, end, href, onPress, current }: RowProps) {
  const leads = href !== undefined || onPress !== undefined;
  const inside = (
    <>
      {d !== undefined && <Icon d={d} />}
      {lead !== undefined && <span class="w-row-lead w-numbers">{lead}</span>}
      <span class="w-row-words">
        <span class="w-row-title">{title}</span>
        {second !== undefined && <span class="w-row-second">{second}</span>}
      </span>
      {value !== undefined && <span class="w-row-value w-numbers">{value}</span>}
      {leads && end === undefined && <Icon d={chevronRight} />}
    </>
  );
  return (
    <li class="w-row">
      {href !== undefined ? (
        <a class="w-row-main" href={href} onClick={onPress} aria-current={current ? 'true' : undefined}>
          {inside}
        </a>
      ) : onPress ? (
        <button class="w-row-main" type="button" onClick={onPress} aria-current={current ? 'true' : undefined}>
          {inside}
        </button>
      ) : (
        <div class="w-row-main">{inside}</div>
      )}
      {end !== undefined && <div class="w-row-end">{end}</div>}
    </li>
  );
}

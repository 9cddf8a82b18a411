/**
 * The frame of every screen: title bar (place, who), content, state line, and tabs with words:
 * below on a phone, a rail at the left from 720 px. The page itself scrolls; the dock stays in sight.
 * Links are plain anchors; the router outside intercepts them.
 */
import type { ComponentChildren } from 'preact';
import './frame.css';
import { Icon } from './Icon.tsx';

export interface FrameTab {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly d: string;
  /** A number that waits behind the tab. */
  readonly count?: number | undefined;
}

export interface FrameProps {
  readonly title: ComponentChildren;
  /** Left of the title: an IconButton that leads back. */
  readonly before?: ComponentChildren;
  /** Right of the title: who, the date, a button. */
  readonly after?: ComponentChildren;
  readonly tabs: readonly FrameTab[];
  readonly current: string | undefined;
  readonly tabsLabel: string;
  readonly skipLabel: string;
  /** A StateLine. */
  readonly state?: ComponentChildren;
  /** What floats above the dock: a Toast. */
  readonly float?: ComponentChildren;
  /** Lets the content take the whole width. */
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** The frame around a screen. */
export function Frame(props: FrameProps) {
  const { title, before, after, tabs, current, tabsLabel, skipLabel, state, float, wide, children } = props;
  return (
    <div class={wide ? 'w-frame w-frame-wide' : 'w-frame'}>
      <a class="w-hidden w-skip" href="#main">
        {skipLabel}
      </a>
      <header class="w-frame-head">
        {before}
        <h1 class="w-frame-title">{title}</h1>
        {after !== undefined && <div class="w-frame-after">{after}</div>}
      </header>
      <main class="w-frame-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="w-dock">
        <div class="w-dock-state">
          {float}
          {state}
        </div>
        {tabs.length > 0 && (
          <nav class="w-tabs" aria-label={tabsLabel}>
            {tabs.map((tab) => (
              <a key={tab.key} class="w-tab" href={tab.href} aria-current={tab.key === current ? 'page' : undefined}>
                <Icon d={tab.d} />
                <span class="w-tab-words">
                  {tab.label}
                  {tab.count ? <span class="w-tab-count w-numbers">{tab.count}</span> : null}
                </span>
              </a>
            ))}
          </nav>
        )}
      </footer>
    </div>
  );
}

/**
 * The one line that always says the state of the work, and leads to what waits.
 * Offline is normal: muted. Only what a person must act on takes the alert tone.
 */
import { Icon } from './Icon.tsx';
import { alert, chevronRight, cloudTick, tablet } from './icons.ts';
import './stateLine.css';

export interface StateLineProps {
  /** arrived = everything is acknowledged, here = saved and waiting, alert = a person must do something. */
  readonly state: 'arrived' | 'here' | 'alert';
  /** What to say, in parts that break apart only between one another. */
  readonly parts: readonly string[];
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
}

const looks = {
  arrived: { tone: 'pine', d: cloudTick },
  here: { tone: 'muted', d: tablet },
  alert: { tone: 'cinnabar', d: alert },
} as const;

/** The state of the work as one wide link or button. */
export function StateLine({ state, parts, href, onPress }: StateLineProps) {
  const look = looks[state];
  const inside = (
    <>
      <Icon d={look.d} />
      <span class="w-state-words w-numbers">
        {parts.map((part, place) => (
          <span key={part}>
            {part}
            {place < parts.length - 1 && ' · '}
          </span>
        ))}
      </span>
      <Icon d={chevronRight} />
    </>
  );
  return href !== undefined ? (
    <a class={`w-state w-tone-${look.tone}`} href={href} onClick={onPress}>
      {inside}
    </a>
  ) : (
    <button class={`w-state w-tone-${look.tone}`} type="button" onClick={onPress}>
      {inside}
    </button>
  );
}

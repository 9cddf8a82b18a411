/**
 * A square button with an icon alone, for the few actions whose picture everybody knows (close, back, undo, less, more).
 * Its label is spoken and shown on hover. Prefer Button: a word is clearer than a picture.
 */
import type { Ref } from 'preact';
import './iconButton.css';
import { Icon } from './Icon.tsx';

export interface IconButtonProps {
  readonly d: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly href?: string | undefined;
  /** Draws the edge of the square. */
  readonly outlined?: boolean | undefined;
  readonly onPress?: ((event: MouseEvent) => void) | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button or link shown as one icon, named by `label`. */
export function IconButton({ d, label, disabled, pressed, href, outlined, onPress, ref }: IconButtonProps) {
  const look = outlined ? 'w-icon-button w-icon-button-outlined' : 'w-icon-button';
  return href !== undefined ? (
    <a class={look} href={href} aria-label={label} title={label} onClick={onPress}>
      <Icon d={d} />
    </a>
  ) : (
    <button
      class={look}
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
      ref={ref ?? null}
    >
      <Icon d={d} />
    </button>
  );
}

/**
 * The plain button, or the same look on a link. One filled (primary) button a screen; all others are quiet.
 * While something runs the caller changes the words and disables it; the button has no spinner of its own.
 */
import type { ComponentChildren, Ref } from 'preact';
import './button.css';
import { Icon } from './Icon.tsx';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly d?: string | undefined;
  /** primary = filled, quiet = outlined (default), plain = no outline, danger = outlined in cinnabar. */
  readonly tone?: 'primary' | 'quiet' | 'plain' | 'danger' | undefined;
  readonly size?: 'normal' | 'main' | undefined;
  /** Takes the whole width there is. */
  readonly wide?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Says whether a toggle is on; leave out for ordinary buttons. */
  readonly pressed?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** With an address the button is a link. */
  readonly href?: string | undefined;
  readonly download?: string | undefined;
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly onPress?: ((event: MouseEvent) => void) | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button with words, and an icon before them if `d` is given. */
export function Button(props: ButtonProps) {
  const { children, d, tone = 'quiet', size, wide, disabled, pressed, type = 'button', href, describedBy } = props;
  const look = `w-button w-button-${tone}${size === 'main' ? ' w-button-main' : ''}${wide ? ' w-button-wide' : ''}`;
  const inside = (
    <>
      {d !== undefined && <Icon d={d} />}
      <span>{children}</span>
    </>
  );
  return href !== undefined && !disabled ? (
    <a class={look} id={props.id} href={href} download={props.download} onClick={props.onPress}>
      {inside}
    </a>
  ) : (
    <button
      class={look}
      id={props.id}
      type={type}
      disabled={disabled}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      onClick={props.onPress}
      ref={props.ref ?? null}
    >
      {inside}
    </button>
  );
}

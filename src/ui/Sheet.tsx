/**
 * A native modal dialog: a sheet from below on a phone, centred or at the side on a wide screen.
 * Asks to be closed by Esc, by its large close button and by a tap beside it; the caller decides by `open`.
 * When it is gone, the focus is back where it was before.
 */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { close } from './icons.ts';
import './sheet.css';

export interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons that stay in sight at the bottom, the main one last. */
  readonly actions?: ComponentChildren;
  /** Where it stands on a wide screen. */
  readonly place?: 'centre' | 'side' | undefined;
}

/** A modal sheet; renders nothing while closed. */
export function Sheet(props: SheetProps) {
  return props.open ? <OpenSheet {...props} /> : null;
}

function OpenSheet({ title, closeLabel, onClose, children, actions, place = 'centre' }: SheetProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);

  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      leaving.current = true;
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tap beside the sheet has Esc as its key, which is the cancel event
    <dialog
      ref={dialog}
      class={`w-sheet w-sheet-${place}`}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return; // a file input inside bubbles its own cancel
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && !leaving.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div class="w-sheet-body">
        <header class="w-sheet-head">
          <h2 id={id}>{title}</h2>
          <IconButton d={close} label={closeLabel} outlined onPress={onClose} />
        </header>
        <div class="w-sheet-content">{children}</div>
        {actions !== undefined && <footer class="w-sheet-actions w-actions">{actions}</footer>}
      </div>
    </dialog>
  );
}

/**
 * The one short message about what was just done, with its way back (undo).
 * Stays until dismissed or replaced: there is no time limit. Keep it mounted always, with or without a message,
 * so that readers announce the words when they change.
 */
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { close } from './icons.ts';
import './toast.css';

export interface ToastMessage {
  readonly words: string;
  readonly action?: { readonly label: string; readonly d?: string; readonly onPress: () => void } | undefined;
}

export interface ToastProps {
  readonly message: ToastMessage | undefined;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

/** The place where messages about the last action appear. */
export function Toast({ message, dismissLabel, onDismiss }: ToastProps) {
  return (
    <div class="w-toast">
      <div class={message ? 'w-toast-box' : 'w-hidden'}>
        <p role="status">{message?.words}</p>
        {message?.action && (
          <Button tone="plain" d={message.action.d} onPress={message.action.onPress}>
            {message.action.label}
          </Button>
        )}
        {message && <IconButton d={close} label={dismissLabel} onPress={onDismiss} />}
      </div>
    </div>
  );
}

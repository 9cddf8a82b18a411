/**
 * On or off, taking effect at once. The whole row is the target; position and an optional word say the state, not only colour.
 * A native checkbox underneath.
 */
import { useId } from 'preact/hooks';
import './switch.css';

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
  /** The word for the state now, shown beside the knob. */
  readonly stateWord?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** A labelled switch. */
export function Switch({ label, checked, onChange, hint, stateWord, disabled }: SwitchProps) {
  const id = useId();
  return (
    <label class="w-switch">
      <span class="w-switch-words">
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span class="w-field-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
      {stateWord && (
        <span class="w-muted" aria-hidden="true">
          {stateWord}
        </span>
      )}
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
        role="switch"
        class="w-switch-knob"
        checked={checked}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

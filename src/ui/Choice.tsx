/**
 * One of a few, all in sight: a radio group drawn as large buttons side by side.
 * Native radios, so arrow keys, forms and readers behave as everywhere. The chosen one has a tick, not only a colour.
 */
import { useId } from 'preact/hooks';
import './choice.css';
import { describedBy, FieldNotes, type FieldWords } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { tick } from './icons.ts';
import { circle } from './moreIcons.ts';
import type { Tone } from './tone.ts';

export interface ChoiceProps<T extends string> extends FieldWords {
  readonly value: T | undefined;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly d?: string | undefined;
    readonly tone?: Tone | undefined;
  }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean | undefined;
}

/** A labelled group of which one is chosen. */
export function Choice<T extends string>({ label, hint, error, value, options, onChange, disabled }: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset class="w-choice" {...describedBy(id, { label, hint, error })} disabled={disabled}>
      <legend class="w-field-label">{label}</legend>
      <div class="w-choice-options">
        {options.map((option) => (
          <label key={option.value} class={`w-choice-option w-tone-${option.tone ?? 'pine'}`}>
            <input
              type="radio"
              class="w-choice-radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span class="w-choice-face">
              <Icon d={option.d ?? (option.value === value ? tick : circle)} />
              {option.label}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

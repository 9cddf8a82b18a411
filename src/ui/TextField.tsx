/**
 * One line (or a few, with `lines`) of text. Controlled: the caller holds the value and decides what is wrong with it.
 * Leaves the value as typed, also while an input method composes; the caller trims and parses.
 */
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './Field.tsx';

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
  readonly type?: keyof typeof types | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'search' | 'none' | undefined;
  readonly autoComplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** More than one line makes it a text area. */
  readonly lines?: number | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

// The compiler knows which attributes go with each type only when the types are told apart.
const types = {
  text: { type: 'text' },
  search: { type: 'search' },
  tel: { type: 'tel' },
  password: { type: 'password' },
  date: { type: 'date' },
  time: { type: 'time' },
} as const;

/** A labelled text input. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, value, onInput, onEnter, lines = 1, type = 'text' } = props;
  const id = useId();
  const shared = {
    ...describedBy(id, { label, hint, error }),
    class: 'w-input',
    value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    required: props.required,
    disabled: props.disabled,
    autoComplete: props.autoComplete ?? 'off',
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          {...types[type]}
          inputMode={props.inputMode}
          min={props.min}
          max={props.max}
          ref={props.ref ?? null}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && onEnter?.()}
        />
      )}
    </Field>
  );
}

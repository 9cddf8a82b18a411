/**
 * One of many, by the platform's own list. For two to five options Choice is better: everything is seen at once.
 * Controlled; the values are whatever strings the caller uses.
 */
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './Field.tsx';

export interface SelectProps<T extends string> extends FieldWords {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean | undefined;
}

/** A labelled native select. */
export function Select<T extends string>({ label, hint, error, value, options, onChange, disabled }: SelectProps<T>) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        {...describedBy(id, { label, hint, error })}
        class="w-input"
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

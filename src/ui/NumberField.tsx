/**
 * A whole number with a less and a more button. Controlled; an empty or unreadable text is `undefined`.
 * The buttons stay within min and max; typed text is not corrected under the reader's hand, the caller says what is wrong.
 */
import { useId, useState } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import { plus } from './icons.ts';
import { minus } from './moreIcons.ts';

export interface NumberFieldProps extends FieldWords {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly lessLabel: string;
  readonly moreLabel: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** A word after the number. */
  readonly unit?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Reads digits as people type them: full-width ones too, spaces ignored. */
export function readWhole(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** A labelled stepper; arrow keys up and down count as well. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, value, onChange, min = 0, max = 999_999_999, step = 1, unit, disabled } = props;
  const id = useId();
  const [draft, setDraft] = useState('');
  const text = readWhole(draft) === value ? draft : String(value ?? '');
  const change = (next: number | undefined, typed: string) => {
    setDraft(typed);
    onChange(next);
  };
  const stepBy = (by: number) => {
    const next = Math.min(max, Math.max(min, (value ?? 0) + by));
    change(next, String(next));
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div class="w-stepper">
        <IconButton d={minus} label={props.lessLabel} outlined disabled={disabled} onPress={() => stepBy(-step)} />
        <input
          {...describedBy(id, { label, hint, error })}
          class="w-input"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          disabled={disabled}
          onInput={(event) => change(readWhole(event.currentTarget.value), event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            stepBy(event.key === 'ArrowUp' ? step : -step);
          }}
        />
        {unit && <span>{unit}</span>}
        <IconButton d={plus} label={props.moreLabel} outlined disabled={disabled} onPress={() => stepBy(step)} />
      </div>
    </Field>
  );
}

/**
 * The frame that every field shares: label above, control, hint and error text below.
 * Owns the ids that tie them together for readers; an error is always visible words, never colour alone.
 */
import type { ComponentChildren } from 'preact';
import './field.css';
import { Icon } from './Icon.tsx';
import { alert } from './icons.ts';

export interface FieldWords {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** What a control inside a Field carries so that its hint and error are read out with it. */
export function describedBy(id: string, { hint, error }: FieldWords) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

/** The hint and the error of a field, each with the id that describedBy names. */
export function FieldNotes({ id, hint, error }: { id: string } & Omit<FieldWords, 'label'>) {
  return (
    <>
      {hint && (
        <p class="w-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="w-field-error" id={`${id}-error`}>
          <Icon d={alert} /> {error}
        </p>
      )}
    </>
  );
}

/** Label, control and notes one below the other. */
export function Field({ id, label, hint, error, children }: FieldWords & { id: string; children: ComponentChildren }) {
  return (
    <div class={error ? 'w-field w-field-wrong' : 'w-field'}>
      <label class="w-field-label" for={id}>
        {label}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** What is being typed survives a reload (an update, a crash of the tab): kept in the session storage by form. */
import { useState } from 'preact/hooks';

export interface Draft<T> {
  readonly value: T;
  set(value: T): void;
  /** After saving: the next opening starts afresh. */
  clear(): void;
}

export function useDraft<T>(form: string, initial: T): Draft<T> {
  const key = `draft:${form}`;
  const [value, setValue] = useState<T>(() => readDraft(key) ?? initial);
  return {
    value,
    set(next) {
      setValue(next);
      writeDraft(key, JSON.stringify(next));
    },
    clear() {
      sessionStorage.removeItem(key);
      setValue(initial);
    },
  };
}

function readDraft<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as T); // only useDraft writes under this key
}

function writeDraft(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    sessionStorage.removeItem(key); // full: a draft is a comfort, the typed text is still on the screen
  }
}

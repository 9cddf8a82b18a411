/**
 * What a person chose on this device (language, elder mode, theme): kept by idb-keyval, read before the first paint,
 * mirrored on the root element for the style sheets.
 */
import { effect, type Signal, signal } from '@preact/signals';
import { get, set } from 'idb-keyval';
import { type Language, readLanguageFrom } from '../../i18n/phrase.ts';

export type Theme = 'system' | 'light' | 'dark';

export const language: Signal<Language> = signal('zh-CN');
export const elder: Signal<boolean> = signal(false);
export const theme: Signal<Theme> = signal('system');

const key = 'settings';

interface Settings {
  readonly language: Language;
  readonly elder: boolean;
  readonly theme: Theme;
}

readLanguageFrom(() => language.value);

/** Loads what was chosen and keeps it from then on. `spoken`: the browser's languages, for a first visit. */
export async function loadSettings(spoken: readonly string[]): Promise<void> {
  const saved = await get<Settings>(key).catch(() => undefined); // a broken store must not keep the app from opening
  language.value =
    saved?.language ?? (spoken.some((each) => each.startsWith('zh')) || spoken.length === 0 ? 'zh-CN' : 'en');
  elder.value = saved?.elder ?? false;
  theme.value = saved?.theme ?? 'system';
  effect(() => {
    const root = document.documentElement;
    root.lang = language.value;
    root.toggleAttribute('data-elder', elder.value);
    if (theme.value === 'system') root.removeAttribute('data-theme');
    else root.dataset['theme'] = theme.value;
    void set(key, { language: language.value, elder: elder.value, theme: theme.value });
  });
}

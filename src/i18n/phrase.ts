/**
 * Phrases: everything a person reads, in both languages side by side, so that neither can be forgotten. A phrase is a
 * function that answers in the reader's language; `.in` answers in a given one (the portal's problem documents, print).
 */
export type Language = 'zh-CN' | 'en';

export const languages: readonly Language[] = ['zh-CN', 'en'];

export interface Phrase<Values extends readonly unknown[]> {
  (...values: Values): string;
  in(language: Language, ...values: Values): string;
}

type Wording<Values extends readonly unknown[]> = string | ((...values: Values) => string);

let readersLanguage: () => Language = () => 'zh-CN';

/** The page hands over its language signal once; reading a phrase then subscribes to it. */
export function readLanguageFrom(source: () => Language): void {
  readersLanguage = source;
}

export function phrase<Values extends readonly unknown[] = []>(
  zh: Wording<Values>,
  en: Wording<Values>,
): Phrase<Values> {
  const inLanguage = (language: Language, ...values: Values) => {
    const wording = language === 'en' ? en : zh;
    return typeof wording === 'string' ? wording : wording(...values);
  };
  return Object.assign((...values: Values) => inLanguage(readersLanguage(), ...values), { in: inLanguage });
}

export function currentLanguage(): Language {
  return readersLanguage();
}

/** `1 mark`, `2 marks`; Chinese has no plural. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

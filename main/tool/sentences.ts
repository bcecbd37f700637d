import arabic from '../../resources/locales/ar/errors.json';
import english from '../../resources/locales/en/errors.json';
import french from '../../resources/locales/fr/errors.json';
import type { DomainError } from '../core/contract/errors';

const sentences: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  fr: french,
  en: english,
  ar: arabic,
};

/** The sentence of an error, the same as on the screens, with its values put in. */
export function sentenceOf(error: DomainError, language: string): string {
  const texts: Readonly<Record<string, unknown>> = sentences[language] ?? french;
  const sentence = texts[`${error.code}_${error.params.guess}`] ?? texts[error.code];
  return String(sentence ?? error.code).replace(/\{\{(\w+)\}\}/g, (_all, name: string) =>
    String(error.params[name] ?? ''),
  );
}

import arabic from '../../resources/locales/ar/menu.json';
import english from '../../resources/locales/en/menu.json';
import french from '../../resources/locales/fr/menu.json';
import type { Language } from '../core/contract/values';

/** The words of the native menu, the system's dialogs and the shell's own troubles. French is the source. */
export type ShellTexts = typeof french;

const texts: Readonly<Record<Language, ShellTexts>> = { fr: french, en: english, ar: arabic };

/** The shell's words in a language. */
export function shellTexts(language: Language): ShellTexts {
  return texts[language];
}

/** Puts values in the places `{{name}}` of a sentence. */
export function fillIn(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
}

/**
 * The first language of the system that Concertation speaks, else French.
 *
 * @param preferred BCP 47 tags, the most wished for first
 */
export function languageOfSystem(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    if (language === 'fr' || language === 'en' || language === 'ar') return language;
  }
  return 'fr';
}

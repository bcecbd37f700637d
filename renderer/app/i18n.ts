import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { EntityDescription, FieldDescription } from '../../main/core/contract/fields';
import { isolatedIn } from '../../main/core/contract/isolates';
import type { Language } from '../../main/core/contract/values';

/**
 * Texts of the interface: every file `resources/locales/<language>/<namespace>.json` is a namespace. French is the
 * source: its files type the keys (i18n-keys.d.ts), and it stands in where another language lacks a text.
 */
const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

function texts(): Record<string, Record<string, Record<string, unknown>>> {
  const byLanguage: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [language, namespace] = path
      .replace(/\.json$/, '')
      .split('/')
      .slice(-2);
    if (language === undefined || namespace === undefined) continue;
    byLanguage[language] = { ...byLanguage[language], [namespace]: content };
  }
  return byLanguage;
}

export const languages: readonly Language[] = ['fr', 'en', 'ar'];

/** Each language in its own words, as the first question of all shows them. */
export const languageNames: Readonly<Record<Language, string>> = {
  fr: 'Français',
  en: 'English',
  ar: 'العربية',
};

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  initAsync: false,
  resources: texts() as never,
  lng: 'fr',
  fallbackLng: 'fr',
  defaultNS: 'common',
  ns: Object.keys(texts().fr ?? {}),
  // Nothing is HTML here; what « escaping » does is to keep names of the other direction together.
  interpolation: { escapeValue: true, escape: (value) => isolatedIn(currentLanguage(), value) },
  missingInterpolationHandler: () => '',
  returnEmptyString: false,
});

/** The language of the page now. */
export function currentLanguage(): Language {
  return languages.find((language) => language === i18n.language) ?? 'fr';
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/**
 * Text of a key put together at run time (labels of fields, of sections, of codes). The one place where the typed
 * keys are left: tests/core/locales.test.ts holds that every field, section and error code has its texts.
 */
export function textOf(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return i18n.t(key as ParseKeys<'common'[]> & string, values) as string;
}

export function hasText(key: string): boolean {
  return i18n.exists(key);
}

/** Label of a field, from `fields.<entity>.<name>` of its area's file. */
export function labelOfField(entity: EntityDescription, field: Pick<FieldDescription, 'name'>): string {
  return textOf(`${entity.area}:fields.${entity.entity}.${field.name}`);
}

/** Label of a sheet's section, from `sections.<entity>.<section>` of its area's file. */
export function labelOfSection(entity: EntityDescription, section: string): string {
  return textOf(`${entity.area}:sections.${entity.entity}.${section}`);
}

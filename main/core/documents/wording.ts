import arDocuments from '../../../resources/locales/ar/documents.json' with { type: 'json' };
import arMembers from '../../../resources/locales/ar/members.json' with { type: 'json' };
import enDocuments from '../../../resources/locales/en/documents.json' with { type: 'json' };
import enMembers from '../../../resources/locales/en/members.json' with { type: 'json' };
import frDocuments from '../../../resources/locales/fr/documents.json' with { type: 'json' };
import frMembers from '../../../resources/locales/fr/members.json' with { type: 'json' };
import type { EntityDescription, FieldDescription, FieldValue } from '../contract/fields';
import { phoneText } from '../contract/phones';
import type { Language } from '../contract/values';
import { labelOf } from '../programme/pack';

/** The words of documents, in the language of the document and not of the window. Pure. */

type DocumentTexts = typeof frDocuments;

const documentTexts: Readonly<Record<Language, DocumentTexts>> = {
  fr: frDocuments,
  en: enDocuments,
  ar: arDocuments,
};
const labels: Readonly<Record<string, Readonly<Record<Language, unknown>>>> = {
  members: { fr: frMembers, en: enMembers, ar: arMembers },
};
const locales = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' } as const;

/** Every text of `documents.json` in a language. */
export function textsIn(language: Language): DocumentTexts {
  return documentTexts[language];
}

/** A text with its `{{places}}` filled. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/**
 * The form of a text that goes with a number (`key_one`, `key_other` … of one group), with its `{{number}}` filled.
 * Throws when the group has no form for it.
 */
export function counted(
  texts: Readonly<Record<string, unknown>>,
  key: string,
  count: number,
  language: Language,
): string {
  const form = texts[`${key}_${new Intl.PluralRules(language).select(count)}`] ?? texts[`${key}_other`];
  if (typeof form !== 'string') throw new Error(`No text ${key} for ${count}`);
  return filled(form, { number: numberIn(count, language) });
}

/**
 * A phone number in groups that stay together on a line; as it was typed when it is no number. In Arabic a mark keeps
 * the sign of the country before its digits.
 */
export function phoneIn(value: string, language: Language): string {
  const grouped = phoneText(value).replace(/ /g, '\u00A0');
  return language === 'ar' ? `\u200E${grouped}` : grouped;
}

/** Label of a field, as on the screen. */
export function fieldLabel(entity: EntityDescription, field: string, language: Language): string {
  return textAt(labels[entity.area]?.[language], ['fields', entity.entity, field]) ?? field;
}

/** Label of a section of a sheet, as on the screen. */
export function sectionLabel(entity: EntityDescription, section: string, language: Language): string {
  return textAt(labels[entity.area]?.[language], ['sections', entity.entity, section]) ?? section;
}

function textAt(texts: unknown, path: readonly string[]): string | null {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    texts,
  );
  return typeof found === 'string' ? found : null;
}

/** What stands between the parts of an enumeration. */
export function comma(language: Language): string {
  return language === 'ar' ? '، ' : ', ';
}

/** `14/08/2026` from `2026-08-14`. */
export function dayIn(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

export function numberIn(number: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(number);
}

/** A value in words; null when there is none. References are named by who has the records. */
export function valueText(
  field: FieldDescription,
  value: FieldValue | undefined,
  language: Language,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? textsIn(language).yes : textsIn(language).no;
  if (typeof value === 'number') return field.type === 'count' ? numberIn(value, language) : String(value);
  if (typeof value === 'object') {
    if (value.length === 0) return null;
    return value.map((code) => labelOf(field.list ?? '', code, language)).join(comma(language));
  }
  if (field.list !== undefined) return labelOf(field.list, value, language);
  if (field.type === 'phone') return phoneIn(value, language);
  return field.type === 'day' ? dayIn(value) : value;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparedTables } from '../../main/core/consolidation/tables';
import * as attachmentFields from '../../main/core/contract/attachments/fields';
import { errorCodes } from '../../main/core/contract/errors';
import type { EntityDescription } from '../../main/core/contract/fields';
import * as memberFields from '../../main/core/contract/members/fields';
import * as quarterFields from '../../main/core/contract/quarter/fields';

/** The texts of the interface, as files: French is the source, the other languages say the same. */

const folder = path.resolve(import.meta.dirname, '../../resources/locales');
const namespaces = readdirSync(path.join(folder, 'fr')).map((file) => path.basename(file, '.json'));
const pluralForms = {
  fr: ['one', 'other'],
  en: ['one', 'other'],
  ar: ['one', 'two', 'few', 'many', 'other'],
};
const plural = /_(zero|one|two|few|many|other)$/;

function textsOf(language: string, namespace: string): ReadonlyMap<string, string> {
  const content: unknown = JSON.parse(readFileSync(path.join(folder, language, `${namespace}.json`), 'utf8'));
  return new Map(leaves(content, ''));
}

function leaves(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${at} is no text`);
  return Object.entries(value).flatMap(([key, part]) => leaves(part, at === '' ? key : `${at}.${key}`));
}

/** Keys without their plural form: languages do not count alike. */
function meanings(texts: ReadonlyMap<string, string>): string[] {
  return [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
}

/** Placeholders of every form of one meaning: a form may say "one" in words. */
function placeholdersOf(texts: ReadonlyMap<string, string>, meaning: string): Set<string> {
  const forms = [...texts].filter(([key]) => key.replace(plural, '') === meaning);
  return new Set(forms.flatMap(([, text]) => placeholders(text)));
}

describe.each(namespaces)('the texts of %s', (namespace) => {
  const french = textsOf('fr', namespace);

  it.each(['en', 'ar'] as const)('are all there in %s, and nothing else is', (language) => {
    expect(meanings(textsOf(language, namespace))).toEqual(meanings(french));
  });

  it.each(['fr', 'en', 'ar'] as const)(
    'are never empty in %s and have every form of a number',
    (language) => {
      const texts = textsOf(language, namespace);
      expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
      const counted = [...new Set([...texts.keys()].filter((key) => plural.test(key)))].map((key) =>
        key.replace(plural, ''),
      );
      const lacking = counted.flatMap((key) =>
        pluralForms[language].map((form) => `${key}_${form}`).filter((whole) => !texts.has(whole)),
      );
      expect([...new Set(lacking)]).toEqual([]);
    },
  );

  it.each(['en', 'ar'] as const)('say the same values in %s as in French', (language) => {
    const texts = textsOf(language, namespace);
    const strange = meanings(french).filter((meaning) => {
      const known = placeholdersOf(french, meaning);
      return [...placeholdersOf(texts, meaning)].some((name) => !known.has(name));
    });
    expect(strange).toEqual([]);
  });

  it('are written in French with curly apostrophes and narrow spaces before : ; ! ? » and after «', () => {
    const careless = [...french].filter(([, text]) => {
      const bare = text.replace(/\{\{\w+\}\}/g, 'x').replace(/https?:\S+/g, '');
      return /['"]|[^\u202F][;!?»]|[^\u202F\d]:|«[^\u202F]|\u00A0/.test(bare);
    });
    expect(careless).toEqual([]);
  });
});

describe('what is put together at run time', () => {
  const entities = Object.values({ ...memberFields, ...quarterFields, ...attachmentFields }).flatMap(
    (value): readonly EntityDescription[] => ('fields' in value ? [value] : []),
  );

  it('has a label for every field of every record', () => {
    expect(entities.length).toBeGreaterThan(4);
    const lacking = entities.flatMap((entity) => {
      if (!namespaces.includes(entity.area)) return [];
      const texts = textsOf('fr', entity.area);
      return entity.fields
        .map((field) => `fields.${entity.entity}.${field.name}`)
        .filter((key) => !texts.has(key));
    });
    expect(lacking).toEqual([]);
  });

  it('has a sentence for every error code', () => {
    const texts = textsOf('fr', 'errors');
    expect(errorCodes.filter((code) => !texts.has(code))).toEqual([]);
  });
});

describe('the tables of a report', () => {
  it('have a name in the review of the coordination', () => {
    const texts = textsOf('fr', 'consolidation');
    for (const { name } of comparedTables) expect([...texts.keys()]).toContain(`tables.${name}`);
  });
});

import type { StoredRecord } from '../changes/log';
import type { DocumentRequest } from '../contract/documents/operations';
import type { PaperBlock, PaperDocument } from '../contract/documents/paper';
import type { FieldValue } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { Language } from '../contract/values';
import type { Contact } from '../members/service';
import { mayBeNamed, standsInDirectory } from '../members/service';
import { labelOf } from '../programme/pack';
import { nameIn, plainTable, publishedText } from './register-words';
import { comma, counted, dayIn, fieldLabel, filled, numberIn, textsIn } from './wording';

/** The directory: organisations that agreed to be published, in groups, with an index by acronym and by theme. Pure. */

export type GroupBy = Extract<DocumentRequest, { kind: 'directory' }>['groupBy'];
type Organisation = Pick<StoredRecord, 'id' | 'values'>;

export interface DirectoryData {
  readonly organisations: readonly Organisation[];
  readonly contacts: ReadonlyMap<string, readonly Contact[]>;
  readonly owner: string;
  readonly today: string;
  readonly language: Language;
  readonly groupBy: GroupBy;
}

/** What an entry says below the name, in this order; each of these has a line of its own. */
const shownFields = ['themes', 'publics', 'regions'] as const;
/** These share a line. */
const placeFields = ['address', 'locality'] as const;
const reachFields = ['phone', 'otherPhone', 'email', 'website', 'socialMedia'] as const;

/** An organisation in the directory, with the number by which the indexes find it. */
interface Entry {
  readonly number: number;
  readonly name: string;
  readonly organisation: Organisation;
}

interface Group {
  readonly key: string | null;
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Entries that stand in full in a group before. */
  readonly elsewhere: readonly Entry[];
}

export function directoryDocument(data: DirectoryData): PaperDocument {
  const { language } = data;
  const texts = textsIn(language);
  const published = data.organisations.filter(
    ({ values }) => standsInDirectory(values.publicationConsent) === 'yes',
  );
  const groups = groupsOf(published, data);
  const entries = groups.flatMap((group) => group.entries);
  return {
    title: texts.directory.title,
    subtitle: filled(texts.dated, { owner: data.owner, day: dayIn(data.today) }),
    language,
    orientation: 'portrait',
    foot: texts.directory.foot,
    fileName: texts.directory.title,
    notices: noticesOf(published, data),
    blocks:
      entries.length === 0
        ? [{ block: 'paragraph', text: texts.directory.nobody, tone: 'plain' }]
        : [
            ...groups.flatMap((group) => groupBlocks(group, data)),
            ...acronymIndex(entries, language),
            ...themeIndex(entries, language),
          ],
  };
}

/** How many are left out and why. */
function noticesOf(published: readonly Organisation[], data: DirectoryData): string[] {
  const { language } = data;
  const texts = textsIn(language);
  const answers = data.organisations.map(({ values }) => standsInDirectory(values.publicationConsent));
  const refused = answers.filter((answer) => answer === 'refused').length;
  const notAsked = answers.filter((answer) => answer === 'not_asked').length;
  const people = new Map(
    published.flatMap(({ id }) =>
      (data.contacts.get(id) ?? []).map((contact) => [contact.person.id, contact] as const),
    ),
  );
  const unnamed = [...people.values()].filter(
    ({ person, purposes }) => !mayBeNamed(person, purposes, 'directory'),
  ).length;
  return [
    ...(refused > 0 ? [counted(texts.directory, 'refused', refused, language)] : []),
    ...(notAsked > 0 ? [counted(texts.directory, 'notAsked', notAsked, language)] : []),
    ...(unnamed > 0 ? [counted(texts.directory, 'unnamed', unnamed, language)] : []),
  ];
}

function groupsOf(published: readonly Organisation[], data: DirectoryData): readonly Group[] {
  const { language } = data;
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const named = published
    .map((organisation) => {
      const { name, nameArabic } = organisation.values;
      return { organisation, name: nameIn(language, name, nameArabic) };
    })
    .sort((one, other) => compare(one.name, other.name));
  const byKey = new Map<string | null, typeof named>();
  for (const one of named) {
    for (const key of keysOf(one.organisation, one.name, data.groupBy)) {
      byKey.set(key, [...(byKey.get(key) ?? []), one]);
    }
  }
  const titled = [...byKey]
    .map(([key, members]) => ({ key, members, title: titleOf(key, data) }))
    .sort(
      (one, other) =>
        Number(one.key === null) - Number(other.key === null) || compare(one.title, other.title),
    );
  const numbered = new Map<string, Entry>();
  return titled.map(({ key, members, title }) => {
    const elsewhere = members.flatMap(({ organisation }) => numbered.get(organisation.id) ?? []);
    const entries = members
      .filter(({ organisation }) => !numbered.has(organisation.id))
      .map(({ organisation, name }): Entry => {
        const entry = { number: numbered.size + 1, name, organisation };
        numbered.set(organisation.id, entry);
        return entry;
      });
    return { key, title, entries, elsewhere };
  });
}

/** The groups an organisation belongs to; null is that of those which say nothing. */
function keysOf({ values }: Organisation, name: string, by: GroupBy): readonly (string | null)[] {
  if (by === 'letter') return [initialOf(name)];
  const value: FieldValue | undefined = values[by === 'theme' ? 'themes' : by];
  const codes = Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [];
  return codes.length === 0 ? [null] : codes;
}

/** The first letter of a name without its accent and without an Arabic article; `#` when it begins otherwise. */
function initialOf(name: string): string {
  const [letter = ''] = name.replace(/^[\s"«“]*(?:ال)?/u, '').normalize('NFD');
  return /\p{L}/u.test(letter) ? letter.toLocaleUpperCase() : '#';
}

function titleOf(key: string | null, { groupBy, language }: DirectoryData): string {
  if (groupBy === 'letter') return key ?? '#';
  if (key === null) return textsIn(language).directory.without[groupBy];
  return labelOf({ region: 'regions', theme: 'themes', type: 'organisationTypes' }[groupBy], key, language);
}

function groupBlocks(group: Group, data: DirectoryData): readonly PaperBlock[] {
  const { language } = data;
  const names = group.elsewhere.map(
    ({ name, number, organisation }) =>
      `${String(organisation.values.acronym ?? name)} (${numberIn(number, language)})`,
  );
  return [
    { block: 'heading', level: 1, text: group.title },
    ...group.entries.map((entry) => entryBlock(entry, data)),
    ...(names.length === 0
      ? []
      : [
          {
            block: 'paragraph',
            text: filled(textsIn(language).directory.elsewhere, {
              names: names.join(comma(language)),
            }),
            tone: 'quiet',
          } as const,
        ]),
  ];
}

function entryBlock({ number, name, organisation }: Entry, data: DirectoryData): PaperBlock {
  const { language } = data;
  const { values } = organisation;
  const texts = textsIn(language).directory;
  const said = (fieldName: string) => fieldSaid(fieldName, values, language);
  const facts = shownFields.flatMap((fieldName) => {
    const value = said(fieldName);
    return value === null ? [] : [{ label: fieldLabel(organisationFields, fieldName, language), value }];
  });
  const joined = (label: string, fieldNames: readonly string[], between: string) => {
    const value = fieldNames.flatMap((fieldName) => said(fieldName) ?? []).join(between);
    return value === '' ? [] : [{ label, value }];
  };
  const otherName = language === 'ar' ? values.name : values.nameArabic;
  const aside = [values.acronym, said('type'), otherName === name ? null : otherName].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return {
    block: 'entry',
    title: `${numberIn(number, language)}. ${name}`,
    aside: aside.join(' · '),
    text: publishedText(values, 'mission', language) ?? '',
    facts: [
      ...facts,
      ...joined(fieldLabel(organisationFields, 'address', language), placeFields, comma(language)),
      ...joined(texts.reach, reachFields, ' · '),
      ...contactFacts(data.contacts.get(organisation.id) ?? [], language),
    ],
  };
}

/** A field in words on one line; null when it says nothing or may not stand here. */
function fieldSaid(name: string, values: Organisation['values'], language: Language): string | null {
  return publishedText(values, name, language)?.replace(/\s*\n\s*/g, comma(language)) ?? null;
}

/** Name and function of those who agree to stand in the directory; their own phones and addresses never do. */
function contactFacts(contacts: readonly Contact[], language: Language) {
  return contacts
    .filter(({ person, purposes }) => mayBeNamed(person, purposes, 'directory'))
    .map(({ person, role }) => {
      const name = nameIn(language, person.values.fullName, person.values.nameArabic);
      return {
        label: textsIn(language).directory.contact,
        value: role === null || role === '' ? name : `${name}${comma(language)}${role}`,
      };
    });
}

function acronymIndex(entries: readonly Entry[], language: Language): readonly PaperBlock[] {
  const texts = textsIn(language).directory;
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const rows = entries
    .flatMap(({ organisation, name, number }) => {
      const { acronym } = organisation.values;
      return typeof acronym === 'string' && acronym !== '' ? [{ acronym, name, number }] : [];
    })
    .sort((one, other) => compare(one.acronym, other.acronym));
  if (rows.length === 0) return [];
  return [
    { block: 'pageBreak' },
    { block: 'heading', level: 1, text: texts.acronyms },
    plainTable(
      [
        { label: texts.acronym, align: 'start', share: 2 },
        { label: texts.organisation, align: 'start', share: 7 },
        { label: texts.entry, align: 'end', share: 1 },
      ],
      rows.map(({ acronym, name, number }) => [acronym, name, numberIn(number, language)]),
    ),
  ];
}

function themeIndex(entries: readonly Entry[], language: Language): readonly PaperBlock[] {
  const texts = textsIn(language).directory;
  const { compare } = new Intl.Collator(language);
  const numbers = new Map<string, string[]>();
  for (const { organisation, number } of entries) {
    const { themes } = organisation.values;
    for (const code of Array.isArray(themes) ? themes : []) {
      numbers.set(code, [...(numbers.get(code) ?? []), numberIn(number, language)]);
    }
  }
  if (numbers.size === 0) return [];
  return [
    { block: 'heading', level: 1, text: texts.themes },
    plainTable(
      [
        { label: texts.theme, align: 'start', share: 4 },
        { label: texts.entries, align: 'start', share: 6 },
      ],
      [...numbers]
        .map(([code, own]) => [labelOf('themes', code, language), own.join(comma(language))])
        .sort(([one = ''], [other = '']) => compare(one, other)),
    ),
  ];
}

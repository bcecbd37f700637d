import type { EntityDescription, FieldDescription } from '../fields';
import type { Language } from '../values';
import { affiliationFields, needFields, organisationFields, personFields } from './fields';

/**
 * The questions of an interview and their numbers: one numbering for the paper that is filled in by hand, the page on
 * which it is typed back, and the organisation's sheet on the screen (docs/decisions/0020). Pure.
 */

export interface InterviewQuestion {
  /** Names the question in drafts: `organisations.name`, `needs.advocacy`. */
  readonly key: string;
  /** As printed: `3.2`. */
  readonly number: string;
  readonly entity: EntityDescription;
  readonly field: FieldDescription;
  /** Code of the domain whose level is asked, in the grid of needs. */
  readonly domain: string | null;
}

export interface InterviewSection {
  /** `head`, `needs`, or a section of the sheet. */
  readonly key: string;
  /** 0 for the head of the paper, then 1, 2 … in the order of the screen. */
  readonly number: number;
  readonly questions: readonly InterviewQuestion[];
}

/** Which sheet, which day, who asked: the head of the paper, typed first. */
const askedFirst: readonly string[] = ['surveySheet', 'surveyDate', 'surveyor'];

/**
 * Known without asking (country, status, method, day of verification), read elsewhere (coordinates), or not for paper:
 * notes and labels are what the committee says among itself.
 */
const notAsked: readonly string[] = [
  'country',
  'latitude',
  'longitude',
  'status',
  'surveyMethod',
  'verifiedOn',
  'labels',
  'notes',
];

/** What is asked of the first contact person, below the contacts of the organisation. */
const askedOfContact: readonly (readonly [EntityDescription, string])[] = [
  [personFields, 'fullName'],
  [affiliationFields, 'role'],
  [personFields, 'phone'],
  [personFields, 'email'],
];

/** The section of the sheet that the needs follow. */
export const needsFollow = 'means';

type Asked = readonly [entity: EntityDescription, field: FieldDescription, domain: string | null];

/** Every section with its questions, in the order of the paper. `domains`: codes of the needs, in their list's order. */
export function interviewSections(domains: readonly string[]): readonly InterviewSection[] {
  const fields: readonly FieldDescription[] = organisationFields.fields;
  const ofSection = (section: string): readonly Asked[] => [
    ...fields
      .filter((field) => field.section === section)
      .filter((field) => !askedFirst.includes(field.name) && !notAsked.includes(field.name))
      .map((field): Asked => [organisationFields, field, null]),
    ...(section === 'contacts'
      ? askedOfContact.map(([entity, name]): Asked => [entity, fieldOf(entity, name), null])
      : []),
  ];
  const sections = [...new Set(fields.map((field) => field.section))].flatMap((section) => {
    const needs = domains.map((domain): Asked => [needFields, fieldOf(needFields, 'level'), domain]);
    const own = { key: section, asked: ofSection(section) };
    return section === needsFollow ? [own, { key: 'needs', asked: needs }] : [own];
  });
  const head = askedFirst.map((name): Asked => [organisationFields, fieldOf(organisationFields, name), null]);
  return [{ key: 'head', asked: head }, ...sections.filter(({ asked }) => asked.length > 0)].map(
    ({ key, asked }, number) => ({
      key,
      number,
      questions: asked.map(([entity, field, domain], index) => ({
        key: `${entity.entity}.${domain ?? field.name}`,
        number: `${number}.${index + 1}`,
        entity,
        field,
        domain,
      })),
    }),
  );
}

/** The question with a number as somebody types it (`3.2`, `3,2`, `3 2`), or null. */
export function questionNumbered(
  sections: readonly InterviewSection[],
  typed: string,
): InterviewQuestion | null {
  const found = /^\s*(\d{1,2})(?:[.,\s]+(\d{1,2}))?\s*$/.exec(typed);
  if (found === null) return null;
  const number = `${Number(found[1])}.${Number(found[2] ?? '1')}`;
  return sections.flatMap(({ questions }) => questions).find((one) => one.number === number) ?? null;
}

function fieldOf(entity: EntityDescription, name: string): FieldDescription {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`No field ${name} in ${entity.entity}`);
  return field;
}

const latinMarks = 'abcdefghijklmnopqrstuvwxyz';
/** The letters of the abjad, in which Arabic counts. */
const arabicMarks = 'ابجدهوزحطيكلمنسعفصقرشتثخذض';

/** How many answers of a list can carry a mark; every list of the pack has fewer. */
export const marksAtMost = latinMarks.length;

/** The letter printed before the answer at this place of its list. */
export function markAt(index: number, language: Language): string {
  const mark = (language === 'ar' ? arabicMarks : latinMarks)[index];
  if (mark === undefined) throw new Error(`No mark for the answer ${index + 1} of a list`);
  return mark;
}

/**
 * The places in the list that are meant by letters as printed, of either alphabet: `ac`, `A, c` and `اج` are 0 and 2.
 * Null when something else stands among them; each place once, in the order of the list.
 */
export function placesOfMarks(typed: string): readonly number[] | null {
  const letters = [...typed.toLowerCase().replace(/[\s,;،؛.+/ـ-]/g, '')];
  const places = letters.map((letter) => {
    const bare = /[أإآ]/.test(letter) ? 'ا' : letter;
    return Math.max(latinMarks.indexOf(bare), arabicMarks.indexOf(bare));
  });
  if (places.length === 0 || places.includes(-1)) return null;
  return [...new Set(places)].sort((one, other) => one - other);
}

/** Letters for yes and no, printed in the language of the paper and understood in every one. */
export const flagMarks: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = {
  fr: { yes: 'o', no: 'n' },
  en: { yes: 'y', no: 'n' },
  ar: { yes: 'ن', no: 'ل' },
};

/** Yes or no by its letter or the whole word; null when it is neither. */
export function flagTyped(typed: string): boolean | null {
  const bare = typed.trim().toLowerCase();
  if (['o', 'y', 'ن', 'oui', 'yes', 'نعم'].includes(bare)) return true;
  return ['n', 'ل', 'non', 'no', 'لا'].includes(bare) ? false : null;
}

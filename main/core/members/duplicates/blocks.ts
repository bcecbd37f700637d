import type { PersonProfile } from './persons';
import type { OrganisationProfile } from './profile';
import type { Word } from './words';

/**
 * Blocking: two records are compared only when they share a key, so that ten thousand records cost some hundred
 * thousand comparisons and not fifty million. A key that too many share tells nothing and is passed over; the pairs
 * of words and the whole name then still bring together what belongs together.
 */

export interface Keys {
  /** Under which a record is found. */
  readonly stored: readonly string[];
  /** By which it looks for others. */
  readonly asked: readonly string[];
}

/**
 * Keys of an organisation. Initials meet acronyms and acronyms meet both; two names do not meet by their initials,
 * which thousands share.
 */
export function keysOfOrganisation(profile: OrganisationProfile): Keys {
  const common = [
    ...profile.names.flatMap((name) => keysOfWords(name.words)),
    ...keysOfContacts(profile),
    ...profile.domains.map((domain) => `d ${domain}`),
    ...(profile.site === null ? [] : [`s ${profile.site}`]),
    ...(profile.registration === null ? [] : [`r ${profile.registration}`]),
  ];
  const { initials } = profile;
  const whole = initials.slice(0, 1);
  const parts = profile.acronyms.flatMap(partsOf);
  return {
    stored: distinct([
      ...common,
      ...profile.acronyms.map((acronym) => `a ${acronym}`),
      ...initials.map((letters) => `i ${letters}`),
      ...parts.map((letters) => `A ${letters}`),
      ...whole.map((letters) => `I ${letters}`),
    ]),
    asked: distinct([
      ...common,
      ...profile.acronyms.flatMap((acronym) => [`a ${acronym}`, `i ${acronym}`]),
      ...initials.map((letters) => `a ${letters}`),
      ...parts.map((letters) => `I ${letters}`),
      ...whole.map((letters) => `A ${letters}`),
    ]),
  };
}

/** Keys of a person. */
export function keysOfPerson(profile: PersonProfile): Keys {
  const keys = distinct([
    ...profile.names.flatMap((name) => keysOfWords(name.words)),
    ...keysOfContacts(profile),
  ]);
  return { stored: keys, asked: keys };
}

function keysOfContacts(profile: { readonly phones: readonly string[]; readonly emails: readonly string[] }) {
  return [...profile.phones.map((phone) => `p ${phone}`), ...profile.emails.map((email) => `e ${email}`)];
}

function keysOfWords(words: readonly Word[]): readonly string[] {
  const telling = words.filter((word) => word.kind !== 'legal' && word.kind !== 'country');
  const own = telling.filter((word) => word.kind === 'own');
  const keys = [...new Set(telling.map((word) => word.key))].sort();
  return [
    ...own.flatMap(keysOfSpelling),
    // An Arabic notion may be romanised on the other side instead of translated (الشباب, Echabab).
    ...telling.filter((word) => word.script === 'arabic').flatMap(keysOfSound),
    ...(keys.length > 0 ? [`n ${keys.join(' ')}`] : []),
    ...keys.flatMap((key, index) => keys.slice(index + 1, index + 9).map((next) => `2 ${key} ${next}`)),
  ];
}

/** The word, its consonants, and its ends: a slip in one half leaves the other whole. */
function keysOfSpelling(word: Word): readonly string[] {
  const { stem } = word;
  const ends = stem.length >= 6 ? [`< ${stem.slice(0, 4)}`, `> ${stem.slice(-4)}`] : [];
  return [`w ${stem}`, ...ends, ...keysOfSound(word)];
}

function keysOfSound(word: Word): readonly string[] {
  return word.skeletons.map((skeleton) => `k ${skeleton}`);
}

/** What remains of an acronym that took one or two letters more than the first of some words (AFEM). */
function partsOf(acronym: string): readonly string[] {
  const once = acronym.length < 4 ? [] : [...acronym].slice(1).map((_, index) => without(acronym, index + 1));
  const twice =
    acronym.length < 5
      ? []
      : once.flatMap((rest) => [...rest].slice(1).map((_, at) => without(rest, at + 1)));
  return distinct([...once, ...twice]);
}

function without(letters: string, index: number): string {
  return letters.slice(0, index) + letters.slice(index + 1);
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}

import type { PersonProfile } from './persons';
import type { OrganisationProfile } from './profile';
import type { Word } from './words';

/**
 * Blocking: two records are compared only when they share a key, so that ten thousand records cost some hundred
 * thousand comparisons and not fifty million. A key that too many share tells nothing and is passed over; the pairs
 * of words and the whole name then still bring together what belongs together.
 */

/** Keys under which an organisation may meet its double. */
export function keysOfOrganisation(profile: OrganisationProfile): readonly string[] {
  return distinct([
    ...profile.names.flatMap((name) => keysOfWords(name.words)),
    ...profile.acronyms.flatMap(keysOfAcronym),
    ...profile.names.flatMap((name) => keysOfInitials(name.words)),
    ...keysOfContacts(profile),
    ...profile.domains.map((domain) => `d ${domain}`),
    ...(profile.site === null ? [] : [`s ${profile.site}`]),
    ...(profile.registration === null ? [] : [`r ${profile.registration}`]),
  ]);
}

/** Keys under which a person may meet their double. */
export function keysOfPerson(profile: PersonProfile): readonly string[] {
  return distinct([...profile.names.flatMap((name) => keysOfWords(name.words)), ...keysOfContacts(profile)]);
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

/** The initials that a name could be called by: all of them, or all but one that says little. */
function keysOfInitials(words: readonly Word[]): readonly string[] {
  const latin = words.filter((word) => word.script === 'latin');
  const initials = latin.map((word) => word.text.charAt(0)).join('');
  if (initials.length < 2) return [];
  const shortened = latin.flatMap((word, index) => (word.kind === 'own' ? [] : [without(initials, index)]));
  return [`y ${initials}`, ...[initials, ...shortened].map((letters) => `a ${letters}`)];
}

/** The acronym, and what remains of it when it took one or two letters more than the first of some words (AFEM). */
function keysOfAcronym(acronym: string): readonly string[] {
  const once = acronym.length < 4 ? [] : [...acronym].slice(1).map((_, index) => without(acronym, index + 1));
  const twice =
    acronym.length < 5
      ? []
      : once.flatMap((rest) => [...rest].slice(1).map((_, at) => without(rest, at + 1)));
  return [`a ${acronym}`, ...distinct([...once, ...twice]).map((letters) => `y ${letters}`)];
}

function without(letters: string, index: number): string {
  return letters.slice(0, index) + letters.slice(index + 1);
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}

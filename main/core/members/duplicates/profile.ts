import { acronymOf, initialsOf } from './acronym';
import { emailsOf, mailDomain, phonesOf, registrationOf, siteOf } from './contacts';
import type { Gazetteer } from './gazetteer';
import { type Script, type Word, wordsOf } from './words';

/** What an organisation is compared by: a record's fields, or what was typed or read of one so far. */
export interface OrganisationCandidate {
  readonly id: string;
  readonly name: string | null;
  readonly nameArabic: string | null;
  readonly acronym: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly registrationNumber: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly locality: string | null;
  readonly foundedYear: number | null;
}

/** An organisation made ready for comparing: done once, compared often. */
export interface OrganisationProfile {
  readonly id: string;
  /** One list of words for each script its names are written in; none for a sheet that holds an acronym only. */
  readonly names: readonly NameWords[];
  /** Its acronym, the one inside its name, or the name itself when it is one word. */
  readonly acronyms: readonly string[];
  /** Initials by which its French or English name could be called, and that name's words. */
  readonly initials: readonly string[];
  readonly latin: readonly Word[];
  /** Its name is one word, which may be its acronym: then the name proves and disproves nothing. */
  readonly oneWord: boolean;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly domains: readonly string[];
  readonly site: string | null;
  readonly registration: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly locality: string | null;
  readonly foundedYear: number | null;
  /** Equal for two candidates that say the same of everything. */
  readonly fingerprint: string;
}

export interface NameWords {
  readonly script: Script;
  readonly words: readonly Word[];
  /** Weight of all words together. */
  readonly weight: number;
  /** Weight of those that say more than the form of the organisation. */
  readonly telling: number;
  /** Keys of the places named. */
  readonly places: readonly string[];
}

/** The words of one script as a name; the sums that every comparison needs are made once. */
export function nameOfWords(script: Script, words: readonly Word[]): NameWords {
  const weightOf = (some: readonly Word[]) => some.reduce((sum, word) => sum + word.weight, 0);
  return {
    script,
    words,
    weight: weightOf(words),
    telling: weightOf(words.filter((word) => word.kind !== 'legal')),
    places: words.filter((word) => word.kind === 'place').map(keyOf),
  };
}

/** Prepares a candidate for comparing. */
export function profileOf(candidate: OrganisationCandidate, gazetteer: Gazetteer): OrganisationProfile {
  const all = [candidate.name, candidate.nameArabic].map((name) => wordsOf(name ?? '', gazetteer));
  const { words, embedded } = withoutOwnAcronym(all[0] ?? []);
  const own = candidate.acronym === null ? null : acronymOf(candidate.acronym);
  const single = words.length === 1 ? acronymOf(words[0]?.text ?? '') : null;
  const named = single !== null && single === own ? [] : words;
  const emails = emailsOf(candidate.email);
  const site = siteOf(candidate.website);
  const profile = {
    names: [...byScript(named), ...byScript(all[1] ?? [])],
    latin: named.filter((word) => word.script === 'latin'),
    initials: initialsOf(named),
    acronyms: distinct([own, embedded, own === null ? single : null]),
    oneWord: words.length <= 1,
    phones: phonesOf(candidate.phone, candidate.country),
    emails,
    domains: distinct([...emails.map(mailDomain), site?.domain ?? null]),
    site: site?.address ?? null,
    registration: registrationOf(candidate.registrationNumber),
    country: candidate.country,
    region: candidate.region,
    locality:
      candidate.locality === null ? null : wordsOf(candidate.locality, gazetteer).map(keyOf).join(' '),
    foundedYear: candidate.foundedYear,
  };
  return { ...profile, id: candidate.id, fingerprint: fingerprintOf(profile) };
}

/** `AMDH, Association marocaine des droits humains`: the word that spells the others is an acronym, not a name. */
function withoutOwnAcronym(words: readonly Word[]): {
  readonly words: readonly Word[];
  readonly embedded: string | null;
} {
  const found = words.find((word) => {
    const others = words.filter((other) => other !== word);
    return word.kind === 'own' && word.text.length >= 3 && initialsOf(others).includes(word.text);
  });
  return found === undefined
    ? { words, embedded: null }
    : { words: words.filter((word) => word !== found), embedded: found.text };
}

function byScript(words: readonly Word[]): readonly NameWords[] {
  return (['latin', 'arabic'] as const)
    .map((script) =>
      nameOfWords(
        script,
        words.filter((word) => word.script === script),
      ),
    )
    .filter((name) => name.words.some((word) => word.kind !== 'legal'));
}

function fingerprintOf(profile: Omit<OrganisationProfile, 'id' | 'fingerprint'>): string {
  const { latin: _latin, initials: _initials, ...compared } = profile;
  return JSON.stringify({ ...compared, names: profile.names.map((name) => name.words.map(keyOf).sort()) });
}

function keyOf(word: Word): string {
  return word.key;
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}

import { emailsOf, phonesOf } from './contacts';
import { type Doubt, type Likeness, type Support, weigh } from './match';
import { likenessOfNames } from './names';
import { type NameWords, nameOfWords } from './profile';
import { type Script, type Word, wordsOf } from './words';

/** What a person is compared by. */
export interface PersonCandidate {
  readonly id: string;
  readonly fullName: string | null;
  readonly nameArabic: string | null;
  readonly sex: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly country: string | null;
  /** Organisations the person speaks or spoke for. */
  readonly organisations: readonly string[];
}

export interface PersonProfile {
  readonly id: string;
  readonly names: readonly NameWords[];
  readonly sex: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly organisations: readonly string[];
  readonly fingerprint: string;
}

/** Prepares a person for comparing. Names of people are words of their own, whatever they mean. */
export function profileOfPerson(candidate: PersonCandidate): PersonProfile {
  const words = [candidate.fullName, candidate.nameArabic].flatMap((name) => wordsOf(name ?? '', new Map()));
  const profile = {
    names: (['latin', 'arabic'] as const).flatMap((script) => nameOf(words, script)),
    sex: candidate.sex,
    phones: phonesOf(candidate.phone, candidate.country),
    emails: emailsOf(candidate.email),
    organisations: [...candidate.organisations].sort(),
  };
  const keys = profile.names.map((name) => name.words.map((word) => word.key).sort());
  return { ...profile, id: candidate.id, fingerprint: JSON.stringify({ ...profile, names: keys }) };
}

function nameOf(words: readonly Word[], script: Script): readonly NameWords[] {
  const own = words
    .filter((word) => word.script === script)
    .map((word): Word => ({ ...word, key: word.text, kind: 'own', weight: 1 }));
  return own.length === 0 ? [] : [nameOfWords(script, own)];
}

/**
 * How likely two persons are one: the same name is common, so it asks to be looked at, and a phone, an address or an
 * organisation in common settles it. Two first names with one family name are two people. Symmetric.
 */
export function comparePersons(one: PersonProfile, other: PersonProfile): Likeness {
  const name = likenessOfNames(one.names, other.names);
  const supports: Support[] = [];
  if (name.likeness >= 0.75) {
    const code = name.nature === 'across_scripts' ? 'name_across_scripts' : (`${name.nature}_name` as const);
    const whole = name.nature === 'same' && name.substance >= 2 ? 0.68 : 0.5;
    supports.push({ code, chance: whole * ((name.likeness - 0.5) / 0.5) });
  }
  const shared = name.likeness >= 0.5 ? 1 : 0.6;
  if (meet(one.phones, other.phones)) supports.push({ code: 'same_phone', chance: 0.72 * shared });
  if (meet(one.emails, other.emails)) supports.push({ code: 'same_email', chance: 0.78 * shared });
  if (name.likeness >= 0.75 && meet(one.organisations, other.organisations)) {
    supports.push({ code: 'same_organisation', chance: 0.5 });
  }
  const doubts: Doubt[] =
    one.sex !== null &&
    other.sex !== null &&
    one.sex !== other.sex &&
    isKnownSex(one.sex) &&
    isKnownSex(other.sex)
      ? [{ code: 'other_sex', remains: 0.5 }]
      : [];
  const likeness = weigh(supports, doubts);
  return one.fingerprint === other.fingerprint ? { ...likeness, score: 100 } : likeness;
}

function isKnownSex(sex: string): boolean {
  return sex === 'f' || sex === 'm';
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((value) => other.includes(value));
}

import { type AcronymRelation, compareAcronyms } from './acronym';
import { type Doubt, type Likeness, type Support, weigh } from './match';
import { likenessOfNames, type NameLikeness } from './names';
import type { OrganisationProfile } from './profile';

/**
 * How likely two organisations are one (DOMAIN.md §1.1). The weights are judgements, held by the fixture of
 * tests/core/members/duplicates: what proves most is a registration number, then a name, then what a network and its
 * members often share (a phone, a domain). Symmetric.
 */
export function compareOrganisations(one: OrganisationProfile, other: OrganisationProfile): Likeness {
  const name = likenessOfNames(one.names, other.names);
  const acronyms = compareAcronyms(one, other);
  const supports = [
    ...nameSupport(name),
    ...acronymSupport(one, other, name, acronyms),
    ...contactSupport(one, other),
  ];
  const same = one.fingerprint === other.fingerprint;
  if (supports.length === 0) return same ? { score: 100, reasons: [] } : nothingInCommon;
  const likeness = weigh([...supports, ...settingSupport(one, other)], doubtsOf(one, other, name, acronyms));
  return same ? { ...likeness, score: 100 } : likeness;
}

const nothingInCommon: Likeness = { score: 0, reasons: [] };
const leastLikeness = 0.6;

function nameSupport(name: NameLikeness): readonly Support[] {
  if (name.likeness < leastLikeness) return [];
  const sure = name.nature === 'same' ? 0.85 : 0.35;
  const substance = sure + (1 - sure) * Math.min(1, name.substance);
  const code = name.nature === 'across_scripts' ? 'name_across_scripts' : (`${name.nature}_name` as const);
  return [{ code, chance: 0.94 * ((name.likeness - 0.5) / 0.5) * substance }];
}

const sameAcronym = [0, 0, 0.25, 0.5, 0.66, 0.74];
const speltAcronym = [0, 0, 0, 0.42, 0.62, 0.7];

function acronymSupport(
  one: OrganisationProfile,
  other: OrganisationProfile,
  name: NameLikeness,
  acronyms: AcronymRelation,
): readonly Support[] {
  if (acronyms.relation === 'unknown' || acronyms.relation === 'other') return [];
  const { relation, length } = acronyms;
  const chances = relation === 'same' ? sameAcronym : speltAcronym;
  const chance = (chances[Math.min(5, length)] ?? 0) * (relation === 'syllables' ? 0.9 : 1);
  // Where both have a name, and the names have nothing in common, the letters agree by accident.
  const named = relation === 'same' && !one.oneWord && !other.oneWord && sharesScript(one, other);
  const accident = named && name.likeness < 0.4 ? 0.5 : 1;
  const code = relation === 'same' ? 'same_acronym' : 'acronym_of_name';
  return [{ code, chance: chance * accident }];
}

function contactSupport(one: OrganisationProfile, other: OrganisationProfile): readonly Support[] {
  const supports: Support[] = [];
  if (one.registration !== null && one.registration === other.registration) {
    supports.push({ code: 'same_registration', chance: 0.78 });
  }
  if (meet(one.phones, other.phones)) supports.push({ code: 'same_phone', chance: 0.5 });
  if (meet(one.emails, other.emails)) supports.push({ code: 'same_email', chance: 0.55 });
  else if (one.site !== null && one.site === other.site) supports.push({ code: 'same_website', chance: 0.5 });
  else if (meet(one.domains, other.domains)) supports.push({ code: 'same_domain', chance: 0.4 });
  return supports;
}

/** Place and year: they add to what speaks for it already, and say nothing alone. */
function settingSupport(one: OrganisationProfile, other: OrganisationProfile): readonly Support[] {
  const supports: Support[] = [];
  if (one.locality !== null && one.locality === other.locality) {
    supports.push({ code: 'same_place', chance: 0.08 });
  } else if (one.region !== null && one.region === other.region) {
    supports.push({ code: 'same_place', chance: 0.04 });
  }
  if (one.foundedYear !== null && one.foundedYear === other.foundedYear) {
    supports.push({ code: 'same_year', chance: 0.06 });
  }
  return supports;
}

function doubtsOf(
  one: OrganisationProfile,
  other: OrganisationProfile,
  name: NameLikeness,
  acronyms: AcronymRelation,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (otherNumber(one.registration, other.registration)) {
    doubts.push({ code: 'other_registration', remains: 0.6 });
  }
  if (acronyms.relation === 'other') {
    doubts.push({ code: 'other_acronym', remains: acronyms.length === 'same' ? 0.7 : 0.82 });
  }
  if (name.otherPlace) doubts.push({ code: 'other_place', remains: 0.5 });
  else if (otherPlace(one, other)) doubts.push({ code: 'other_place', remains: 0.8 });
  if (
    one.foundedYear !== null &&
    other.foundedYear !== null &&
    Math.abs(one.foundedYear - other.foundedYear) > 1
  ) {
    doubts.push({ code: 'other_year', remains: 0.92 });
  }
  return doubts;
}

/** Numbers are others when neither ends with the other (`2012/417` and `417` are one). */
function otherNumber(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !one.endsWith(other) && !other.endsWith(one);
}

function otherPlace(one: OrganisationProfile, other: OrganisationProfile): boolean {
  if (one.country !== null && other.country !== null && one.country !== other.country) return true;
  return one.region !== null && other.region !== null && one.region !== other.region;
}

function sharesScript(one: OrganisationProfile, other: OrganisationProfile): boolean {
  return one.names.some((left) => other.names.some((right) => right.script === left.script));
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((value) => other.includes(value));
}

import { type Keys, keysOfOrganisation, keysOfPerson } from './blocks';
import type { Likeness } from './match';
import { compareOrganisations } from './organisations';
import { comparePersons, type PersonProfile } from './persons';
import type { OrganisationProfile } from './profile';

/** One record that is like another. */
export interface Match extends Likeness {
  readonly id: string;
}

/** The records of a register, found by likeness. Pure but for what it holds. */
export interface RegisterIndex<Profile extends { readonly id: string }> {
  readonly size: number;
  /** Adds a record, or replaces the one of the same id. */
  put(profile: Profile): void;
  drop(id: string): void;
  /** The records like this one from a score on, the likest first; never the record itself. */
  like(profile: Profile, least: number): readonly Match[];
  /** The same for a record that is held, by its id, passing over some others. */
  likeHeld(id: string, least: number, passOver: ReadonlySet<string>): readonly Match[];
}

/** Keys that more records share than this are passed over, by the sort of key (its first letter, blocks.ts). */
const crowds: Readonly<Record<string, number>> = {
  w: 100,
  k: 25,
  '<': 12,
  '>': 12,
  '2': 40,
  A: 40,
  I: 40,
};
const crowd = 250;
const nobody: ReadonlySet<string> = new Set();

export function organisationIndex(
  profiles: Iterable<OrganisationProfile> = [],
): RegisterIndex<OrganisationProfile> {
  return indexBy(profiles, keysOfOrganisation, compareOrganisations);
}

export function personIndex(profiles: Iterable<PersonProfile> = []): RegisterIndex<PersonProfile> {
  return indexBy(profiles, keysOfPerson, comparePersons);
}

/** An index by the keys and the comparison of one sort of record. */
export function indexBy<Profile extends { readonly id: string }>(
  profiles: Iterable<Profile>,
  keysOf: (profile: Profile) => Keys,
  compare: (one: Profile, other: Profile) => Likeness,
): RegisterIndex<Profile> {
  const held = new Map<string, { readonly profile: Profile; readonly keys: Keys }>();
  const blocks = new Map<string, Set<Profile>>();

  function put(profile: Profile): void {
    drop(profile.id);
    const keys = keysOf(profile);
    held.set(profile.id, { profile, keys });
    for (const key of keys.stored) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, new Set([profile]));
      else block.add(profile);
    }
  }

  function drop(id: string): void {
    const known = held.get(id);
    if (known === undefined) return;
    held.delete(id);
    for (const key of known.keys.stored) {
      const block = blocks.get(key);
      block?.delete(known.profile);
      if (block?.size === 0) blocks.delete(key);
    }
  }

  function like(profile: Profile, least: number, passOver: ReadonlySet<string> = nobody): readonly Match[] {
    const met = new Set<Profile>();
    const known = held.get(profile.id);
    const { asked } = known?.profile === profile ? known.keys : keysOf(profile);
    for (const key of asked) {
      const block = blocks.get(key);
      if (block === undefined || block.size > (crowds[key.charAt(0)] ?? crowd)) continue;
      for (const candidate of block) met.add(candidate);
    }
    const matches: Match[] = [];
    for (const candidate of met) {
      if (candidate.id === profile.id || passOver.has(candidate.id)) continue;
      const likeness = compare(profile, candidate);
      if (likeness.score >= least) matches.push({ id: candidate.id, ...likeness });
    }
    return matches.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  }

  for (const profile of profiles) put(profile);
  return {
    get size() {
      return held.size;
    },
    put,
    drop,
    like: (profile, least) => like(profile, least),
    likeHeld(id, least, passOver) {
      const known = held.get(id);
      return known === undefined ? [] : like(known.profile, least, passOver);
    },
  };
}

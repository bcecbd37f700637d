import { of, slug } from './french';
import type { Random } from './random';
import {
  type Emblem,
  type Emblems,
  type Epithet,
  maghrebEmblems,
  southernEmblems,
} from './vocabulary/emblems';
import type { Name } from './vocabulary/types';

/** An emblem and its epithet, agreed in both languages. */
export interface Device {
  readonly name: string;
  readonly arabic: string | null;
}

/** The emblems a country draws from; countries of one set never share a device. */
export function emblemsOf(country: string): Emblems {
  return country === 'TN' || country === 'MA' ? maghrebEmblems : southernEmblems;
}

/** Every emblem with every epithet, in random order. */
export function allDevices({ emblems, epithets }: Emblems, random: Random): readonly Device[] {
  return random.shuffled(emblems.flatMap((emblem) => epithets.map((epithet) => agree(emblem, epithet))));
}

function agree(emblem: Emblem, epithet: Epithet): Device {
  return {
    name: `${emblem.name} ${epithet[emblem.gender]}`,
    arabic:
      emblem.arabic === null || epithet.arabic === null
        ? null
        : `${emblem.arabic} ${epithet.arabic[emblem.arabicGender]}`,
  };
}

interface Pattern {
  readonly french: (device: string, place: string) => string;
  readonly arabic: (device: string, place: string) => string;
}

/** By organisation type of the reference pack. The Arabic preposition is joined to the name of the place. */
const patterns: Readonly<Record<string, Pattern>> = {
  association: {
    french: (device, place) => `Association ${device} ${of(place)}`,
    arabic: (device, place) => `جمعية ${device} ب${place}`,
  },
  ngo: { french: (device) => `ONG ${device}`, arabic: (device) => `منظمة ${device}` },
  network: { french: (device) => `Réseau national ${device}`, arabic: (device) => `شبكة ${device} الوطنية` },
  collective: {
    french: (device, place) => `Collectif ${device} ${of(place)}`,
    arabic: (device, place) => `تجمّع ${device} ب${place}`,
  },
  platform: { french: (device) => `Plateforme ${device}`, arabic: (device) => `منصة ${device}` },
  federation: { french: (device) => `Fédération ${device}`, arabic: (device) => `اتحاد ${device}` },
  umbrella: {
    french: (device) => `Union faîtière ${device}`,
    arabic: (device) => `الاتحاد الجامع ${device}`,
  },
  migrant_organisation: {
    french: (device, place) => `Amicale des migrants ${device} ${of(place)}`,
    arabic: (device, place) => `ودادية المهاجرين ${device} ب${place}`,
  },
  diaspora_organisation: {
    french: (device, place) => `Diaspora solidaire ${device} ${of(place)}`,
    arabic: (device, place) => `جالية ${device} المتضامنة ب${place}`,
  },
  trade_union: {
    french: (device) => `Syndicat des travailleurs migrants ${device}`,
    arabic: (device) => `نقابة العمال المهاجرين ${device}`,
  },
  media: {
    french: (device, place) => `Radio ${device} ${of(place)}`,
    arabic: (device, place) => `إذاعة ${device} ب${place}`,
  },
  university: {
    french: (device) => `Laboratoire ${device} d'études migratoires`,
    arabic: (device) => `مختبر ${device} لدراسات الهجرة`,
  },
  other: {
    french: (device, place) => `Coopérative ${device} ${of(place)}`,
    arabic: (device, place) => `تعاونية ${device} ب${place}`,
  },
};

/** Full name in French and, where the country has one, in Arabic. Throws on a type without pattern. */
export function nameOrganisation(
  type: string,
  device: Device,
  place: Name,
): { readonly name: string; readonly nameArabic: string | null } {
  const pattern = patterns[type];
  if (pattern === undefined) throw new RangeError(`No name pattern for ${type}`);
  return {
    name: pattern.french(device.name, place.name),
    nameArabic:
      device.arabic === null || place.arabic === null ? null : pattern.arabic(device.arabic, place.arabic),
  };
}

/** Initials of the words that count; null when they make less than three letters or are taken. */
export function acronymOf(name: string, taken: ReadonlySet<string>): string | null {
  const initials = name
    .split(/[\s'-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => (word === 'ONG' ? 'O' : slug(word).slice(0, 1).toUpperCase()))
    .join('');
  return initials.length < 3 || taken.has(initials) ? null : initials;
}

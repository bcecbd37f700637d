import { shiftDay } from '../../main/core/contract/programme/quarter';
import type { ReferencePack } from '../../main/core/contract/programme/reference-pack';
import { regionsInForce } from '../../main/core/contract/programme/regions';
import { countryCodeSchema } from '../../main/core/contract/programme/text';
import { slug, typeset } from './french';
import { acronymOf, type Device, nameOrganisation } from './organisation-names';
import type { Random } from './random';
import type { DemoRegisterEntry } from './records';
import { missions } from './vocabulary/missions';
import type { CountryVocabulary } from './vocabulary/types';

interface Setting {
  readonly pack: ReferencePack;
  readonly vocabulary: CountryVocabulary;
  readonly devices: readonly Device[];
  readonly count: number;
  /** Members of the committee among them. */
  readonly members: number;
  readonly today: string;
  readonly random: Random;
  readonly nextPhone: () => string;
}

const types = [
  [44, 'association'],
  [14, 'ngo'],
  [11, 'migrant_organisation'],
  [6, 'network'],
  [6, 'collective'],
  [6, 'diaspora_organisation'],
  [2, 'platform'],
  [3, 'federation'],
  [1, 'umbrella'],
  [2, 'trade_union'],
  [2, 'media'],
  [2, 'university'],
  [1, 'other'],
] as const;

const wideTypes: ReadonlySet<string> = new Set([
  'network',
  'platform',
  'federation',
  'umbrella',
  'university',
]);

const streets = [
  'rue des Hirondelles',
  'avenue de la Rosée',
  'rue du Puits-Clair',
  'impasse des Tisserands',
  'boulevard des Manguiers',
  'rue de la Passerelle',
  'rue des Trois-Lanternes',
  'avenue des Veilleurs',
  'quartier Belle-Étoile, lot',
  'quartier Grand-Large, villa',
] as const;

/** What a secretary might mark, by status. */
const ownLabels: Readonly<Record<string, readonly string[]>> = {
  member: ['atelier national'],
  contacted: ['à relancer'],
  partner: ['atelier national', 'peut accueillir'],
};

/** The register of one committee, members first. Every name is invented and every address ends in `.example`. */
export function drawOrganisations(setting: Setting): readonly DemoRegisterEntry[] {
  const acronyms = new Set<string>();
  return Array.from({ length: setting.count }, (_, index) => {
    const device = setting.devices[index];
    if (device === undefined) throw new RangeError('Too few devices');
    const organisation = drawOrganisation(setting, device, statusOf(setting, index), acronyms);
    if (organisation.acronym !== null) acronyms.add(organisation.acronym);
    return organisation;
  });
}

function statusOf({ members, count, random }: Setting, index: number): string {
  if (index < members) return 'member';
  if (index === count - 1) return 'identified';
  return random.weighted([
    [24, 'surveyed'],
    [24, 'beneficiary'],
    [14, 'partner'],
    [14, 'contacted'],
    [16, 'identified'],
    [4, 'suspended'],
    [4, 'left'],
  ]);
}

function drawOrganisation(
  setting: Setting,
  device: Device,
  status: string,
  acronyms: ReadonlySet<string>,
): DemoRegisterEntry {
  const { vocabulary, random, today } = setting;
  const known = status !== 'identified' && status !== 'contacted';
  const type = random.weighted(types);
  const [region, { places }] = random.weighted(
    Object.entries(vocabulary.regions).map((entry) => [entry[1].weight, entry] as const),
  );
  const place = random.pick(places);
  const { name, nameArabic } = nameOrganisation(type, device, place);
  const acronym = random.chance(75) ? acronymOf(name, acronyms) : null;
  const domain = `${slug(device.name)}.example`;
  const scale = drawScale(type, random);
  const themes = drawThemes(setting, wideTypes.has(type) ? 4 : 3);
  const legalStatus = drawLegalStatus(type, random);
  const foundedYear = known || random.chance(30) ? random.int(1987, 2023) : null;
  const surveyDate = known ? shiftDay(today, -random.int(30, 800)) : null;
  return {
    name,
    nameArabic,
    acronym,
    type,
    legalStatus: known ? legalStatus : null,
    ...drawRegistration(known && legalStatus !== 'de_facto', foundedYear, random),
    foundedYear,
    country: vocabulary.country,
    region,
    locality: place.name,
    address: known ? `${drawStreet(random)}, ${place.name}` : null,
    phone: known || random.chance(60) ? setting.nextPhone() : null,
    email: known && random.chance(80) ? `contact@${domain}` : null,
    website: known && random.chance(35) ? `https://www.${domain}` : null,
    contactLanguage: known ? random.weighted(vocabulary.languages) : null,
    mission: known ? composeMission(themes, random) : null,
    scale: known ? scale : null,
    themes,
    publics: known ? drawPublics(setting) : [],
    regions: known ? drawRegions(setting, region, scale) : [region],
    ...drawMeans(known, wideTypes.has(type), random),
    status,
    surveyMethod: known ? random.pick(setting.pack.lists.surveyMethods).code : null,
    surveyDate,
    verifiedOn: surveyDate === null ? null : drawVerification(surveyDate, today, random),
    publicationConsent: known ? random.chance(78) : null,
    notes: drawNotes(status, random),
    labels: ownLabels[status] ?? [],
  };
}

function drawScale(type: string, random: Random): string {
  if (wideTypes.has(type)) return random.pick(['several_regions', 'whole_country', 'whole_country'] as const);
  if (type === 'diaspora_organisation') return random.pick(['one_region', 'several_countries'] as const);
  return random.weighted([
    [40, 'one_locality'],
    [35, 'one_region'],
    [20, 'several_regions'],
    [5, 'whole_country'],
  ]);
}

function drawRegions(
  { pack, vocabulary, today, random }: Setting,
  own: string,
  scale: string,
): readonly string[] {
  if (scale === 'one_locality' || scale === 'one_region') return [own];
  const country = countryCodeSchema.parse(vocabulary.country);
  const all = regionsInForce(pack, country, today).map((region): string => region.code);
  if (scale !== 'several_regions') return all;
  const others = random.sample(
    all.filter((code) => code !== own),
    random.int(1, 4),
  );
  return all.filter((code) => code === own || others.includes(code));
}

/** One theme at least, in the order of the list. */
function drawThemes({ pack, random }: Setting, most: number): readonly string[] {
  const codes = pack.lists.themes.map((theme) => theme.code);
  const chosen = random.sample(
    random.chance(96) ? codes.filter((code) => code !== 'other') : codes,
    random.int(1, most),
  );
  return codes.filter((code) => chosen.includes(code));
}

function drawPublics({ pack, random }: Setting): readonly string[] {
  const codes = pack.lists.publics.map((entry) => entry.code).filter((code) => code !== 'other');
  const chosen = random.sample(codes, random.int(1, 4));
  return codes.filter((code) => chosen.includes(code));
}

function composeMission(themes: readonly string[], random: Random): string {
  const phrases = themes.slice(0, 2).map((theme) => {
    const choices = missions[theme];
    if (choices === undefined) throw new RangeError(`No mission for ${theme}`);
    return random.pick(choices);
  });
  const sentence = phrases.join(' ; ');
  return typeset(`${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`);
}

function drawLegalStatus(type: string, random: Random): string {
  if (type === 'collective') return random.pick(['de_facto', 'declared'] as const);
  return random.weighted([
    [62, 'declared'],
    [22, 'approved'],
    [8, 'de_facto'],
    [5, 'public_utility'],
    [3, 'other'],
  ]);
}

function drawRegistration(registered: boolean, foundedYear: number | null, random: Random) {
  if (!registered || foundedYear === null) return { registrationNumber: null, registrationDate: null };
  const year = foundedYear + random.int(0, 1);
  const number = String(random.int(1, 980)).padStart(4, '0');
  return {
    registrationNumber: `FICTIF-${number}/${year}`,
    registrationDate: shiftDay(`${year}-01-01`, random.int(0, 364)),
  };
}

function drawStreet(random: Random): string {
  const street = random.pick(streets);
  const number = random.int(2, 180);
  return street.startsWith('quartier') ? `${street} ${number}` : `${number}, ${street}`;
}

function drawMeans(known: boolean, wide: boolean, random: Random) {
  if (!known)
    return {
      staffBand: null,
      volunteersCount: null,
      membersWomen: null,
      membersMen: null,
      budgetBracket: null,
    };
  const size = random.weighted([
    [30, 12],
    [40, 45],
    [22, 120],
    [wide ? 30 : 8, 420],
  ]);
  return {
    staffBand: random.weighted([
      [45, 'none'],
      [30, 'under_5'],
      [19, '5_19'],
      [wide ? 12 : 4, '20_99'],
      [1, '100_or_more'],
    ] as const),
    volunteersCount: random.int(2, Math.ceil(size / 2)),
    membersWomen: random.int(3, size),
    membersMen: random.int(3, size),
    budgetBracket: random.weighted([
      [34, 'under_5000'],
      [20, 'under_10000'],
      [14, 'under_20000'],
      [16, '20000_100000'],
      [wide ? 10 : 4, 'over_100000'],
      [12, 'no_answer'],
    ] as const),
  };
}

/** Between the survey and today; about one sheet in four has not been verified for a year. */
function drawVerification(surveyDate: string, today: string, random: Random): string {
  const day = shiftDay(today, -(random.chance(75) ? random.int(3, 330) : random.int(370, 700)));
  return day < surveyDate ? surveyDate : day;
}

function drawNotes(status: string, random: Random): string {
  const remarks: Readonly<Record<string, readonly string[]>> = {
    identified: ["Repérée dans une liste publique ; aucun contact pour l'instant."],
    contacted: ['Premier appel passé ; entretien à fixer.', 'Message laissé, sans réponse à ce jour.'],
    suspended: ['Activités interrompues ; à rappeler au prochain trimestre.'],
    left: ['Sortie du programme à sa demande.'],
    member: ['Siège au comité.', 'Siège au comité et prête sa salle de réunion.'],
  };
  const remark = remarks[status];
  const fictive = 'Donnée fictive, jeu de démonstration.';
  return typeset(remark === undefined ? fictive : `${fictive} ${random.pick(remark)}`);
}

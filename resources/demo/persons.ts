import { shiftDay } from '../../main/core/contract/programme/quarter';
import { slug } from './french';
import type { Random } from './random';
import type { DemoAffiliation, DemoConsent, DemoOrganisation, DemoPerson } from './records';
import type { CountryVocabulary, Name } from './vocabulary/types';

interface Setting {
  readonly vocabulary: CountryVocabulary;
  readonly organisations: readonly DemoOrganisation[];
  /** The number of persons leaves this remainder when divided by seven: committees then never have the same number. */
  readonly rank: number;
  readonly today: string;
  readonly random: Random;
  readonly nextPhone: () => string;
}

/** Titles as women and men bear them, main contacts' titles first. */
const titles = [
  { f: 'Présidente', m: 'Président' },
  { f: 'Directrice', m: 'Directeur' },
  { f: 'Coordinatrice', m: 'Coordinateur' },
  { f: 'Secrétaire générale', m: 'Secrétaire général' },
  { f: 'Vice-présidente', m: 'Vice-président' },
  { f: 'Trésorière', m: 'Trésorier' },
  { f: 'Chargée de projet', m: 'Chargé de projet' },
  { f: 'Juriste', m: 'Juriste' },
  { f: 'Porte-parole', m: 'Porte-parole' },
  { f: 'Bénévole', m: 'Bénévole' },
] as const;
const titlesForAll = ['Juriste', 'Porte-parole', 'Bénévole', 'Membre du bureau'] as const;

/**
 * Contact persons: one to three for an organisation that the committee knows, none for some others. About one person in
 * five has given no consent at all, and some consents have run out.
 */
export function drawPersons(setting: Setting): readonly DemoPerson[] {
  const { organisations, random, rank } = setting;
  const posts = organisations.flatMap((organisation, index) => postsOf(organisation, index, random));
  while (posts.length % 7 !== rank) {
    const index = random.int(0, organisations.length - 1);
    posts.push({ organisationIndex: index, main: !posts.some((post) => post.organisationIndex === index) });
  }
  const names = new Set<string>();
  const without = new Set(random.sample([...posts.keys()], Math.ceil(posts.length / 5)));
  return posts.map((post, index) => {
    const person = drawPerson(setting, post, names, without.has(index));
    names.add(person.fullName);
    return person;
  });
}

interface Post {
  readonly organisationIndex: number;
  readonly main: boolean;
}

function postsOf(organisation: DemoOrganisation, organisationIndex: number, random: Random): readonly Post[] {
  const count =
    organisation.status === 'identified' ? 0 : organisation.status === 'contacted' ? 1 : random.int(1, 3);
  return Array.from({ length: count }, (_, index) => ({ organisationIndex, main: index === 0 }));
}

function drawPerson(
  { vocabulary, organisations, today, random, nextPhone }: Setting,
  post: Post,
  taken: ReadonlySet<string>,
  withoutConsent: boolean,
): DemoPerson {
  const organisation = organisations[post.organisationIndex];
  if (organisation === undefined) throw new RangeError('Unknown organisation');
  const sex = random.weighted([
    [52, 'f'],
    [45, 'm'],
    [1, 'other'],
    [2, 'undisclosed'],
  ] as const);
  const { given, family } = drawName(vocabulary, sex, taken, random);
  const phone = random.chance(88) ? nextPhone() : null;
  const domain = organisation.email?.split('@')[1] ?? null;
  const email =
    domain !== null && random.chance(70) ? `${slug(given.name)}.${slug(family.name)}@${domain}` : null;
  const confidential = random.chance(6);
  return {
    fullName: `${given.name} ${family.name}`,
    nameArabic: given.arabic === null || family.arabic === null ? null : `${given.arabic} ${family.arabic}`,
    civility: drawCivility(sex, random),
    sex,
    ageBand: random.weighted([
      [12, '18_24'],
      [34, '25_35'],
      [42, '36_59'],
      [8, '60_plus'],
      [4, 'nr'],
    ] as const),
    phone,
    email,
    language: random.weighted(vocabulary.languages),
    preferredContact: drawChannel(phone, email, random),
    confidential,
    affiliations: drawAffiliations(organisations, post, sex, today, random),
    consents: withoutConsent || confidential ? [] : drawConsents(today, random),
  };
}

function drawName(vocabulary: CountryVocabulary, sex: string, taken: ReadonlySet<string>, random: Random) {
  const givenNames =
    sex === 'f' ? vocabulary.women : sex === 'm' ? vocabulary.men : [...vocabulary.women, ...vocabulary.men];
  for (;;) {
    const given: Name = random.pick(givenNames);
    const family: Name = random.pick(vocabulary.families);
    if (!taken.has(`${given.name} ${family.name}`)) return { given, family };
  }
}

function drawCivility(sex: string, random: Random): string | null {
  if (sex !== 'f' && sex !== 'm') return null;
  return random.weighted([
    [88, sex === 'f' ? 'ms' : 'mr'],
    [8, 'dr'],
    [4, 'prof'],
  ]);
}

function drawChannel(phone: string | null, email: string | null, random: Random): string | null {
  if (phone !== null) return random.pick(['phone', 'whatsapp', 'whatsapp'] as const);
  return email === null ? null : 'email';
}

function drawAffiliations(
  organisations: readonly DemoOrganisation[],
  post: Post,
  sex: string,
  today: string,
  random: Random,
): readonly DemoAffiliation[] {
  const title = (main: boolean) => {
    if (sex !== 'f' && sex !== 'm') return random.pick(titlesForAll);
    return random.pick(main ? titles.slice(0, 4) : titles.slice(3))[sex];
  };
  const since = (index: number) => {
    const earliest = `${(organisations[index]?.foundedYear ?? 2010) + 1}-01-01`;
    const day = shiftDay(today, -random.int(60, 3_000));
    return random.chance(85) ? (day < earliest ? earliest : day) : null;
  };
  const first = {
    organisationIndex: post.organisationIndex,
    role: title(post.main),
    isMainContact: post.main,
    since: since(post.organisationIndex),
  };
  const networks = [...organisations.entries()].filter(
    ([index, organisation]) =>
      index !== post.organisationIndex && ['network', 'platform', 'federation'].includes(organisation.type),
  );
  if (networks.length === 0 || !random.chance(10)) return [first];
  const [index] = random.pick(networks);
  return [
    first,
    { organisationIndex: index, role: 'Membre du bureau', isMainContact: false, since: since(index) },
  ];
}

function drawConsents(today: string, random: Random): readonly DemoConsent[] {
  const manner = random.chance(62) ? 'written' : 'oral_recorded';
  const givenOn = shiftDay(today, -random.int(15, 900));
  const expiresOn = random.chance(35) ? shiftDay(givenOn, 730) : null;
  const purposes = [
    [90, 'region'],
    [62, 'directory'],
    [40, 'photo'],
    [34, 'donor'],
  ] as const;
  return purposes
    .filter(([percent]) => random.chance(percent))
    .map(([, purpose]) => ({ purpose, manner, givenOn, expiresOn }));
}

import { type Quarter, quarterStart } from '../../main/core/contract/programme/quarter';
import type { ReferencePack } from '../../main/core/contract/programme/reference-pack';
import { drawActivities } from './activities';
import { at, monthName, of } from './french';
import { drawMappingAnswers } from './mapping-answers';
import { composeNarrative } from './narrative';
import { drawNeeds } from './needs';
import { allDevices, emblemsOf } from './organisation-names';
import { drawOrganisations } from './organisations';
import { drawPersons } from './persons';
import { createRandom } from './random';
import type { CommitteeDemo, DemoOrganisation } from './records';
import { vocabularies } from './vocabulary';
import type { CountryVocabulary } from './vocabulary/types';

export interface DemoRequest {
  readonly pack: ReferencePack;
  /** One of `demoCountries`. */
  readonly country: string;
  readonly seed: number;
  readonly quarter: Quarter;
  /** The demonstration's clock, `YYYY-MM-DD`: no date of a record lies after it. */
  readonly today: string;
  /** What the register holds when the quarter ends, for the texts that count it; without it, all that is drawn. */
  readonly register?: Pick<CommitteeDemo, 'organisations' | 'persons' | 'needs'>;
}

/** The committees that can be played: the seven of the programme document. */
export const demoCountries: readonly string[] = vocabularies.map((vocabulary) => vocabulary.country);

/**
 * Records of one fictive committee. Pure: the same request gives the same records on every machine. Register, persons
 * and needs depend on country, seed and clock; lines and narrative also on the quarter. With one seed, no two committees
 * have the same number of organisations (16 to 40), persons or needs, nor the same total of quantities.
 * Throws `RangeError` for a country that is not one of `demoCountries`.
 */
export function generateCommitteeDemo({
  pack,
  country,
  seed,
  quarter,
  today,
  register,
}: DemoRequest): CommitteeDemo {
  const place = demoCountries.indexOf(country);
  const vocabulary = vocabularies[place];
  if (vocabulary === undefined) throw new RangeError(`No demonstration for ${country}`);
  const shared = (topic: string) => createRandom(`${seed}/${topic}`);
  const own = (topic: string) => createRandom(`${seed}/${country}/${topic}`);
  /** A number from 0 to 6 that no other committee has for this topic. */
  const turn = (topic: string) => shared(topic).shuffled(demoCountries).indexOf(country);
  const turnOfQuarter = (topic: string) => turn(`${quarter}/${topic}`);
  const rank = turn('rank');

  const nextPhone = phoneNumbers(vocabulary);
  const count = 16 + rank * 3 + own('count').int(0, rank === 6 ? 6 : 2);
  const mapping = own('mapping');
  const organisations = drawOrganisations({
    pack,
    vocabulary,
    devices: devicesOf(country, shared('devices')),
    count,
    members: own('members').int(6, 10),
    today,
    random: own('organisations'),
    nextPhone,
  }).map((entry) => ({ ...entry, ...drawMappingAnswers(entry, pack, mapping) }));
  const persons = drawPersons({ vocabulary, organisations, rank, today, random: own('persons'), nextPhone });
  const needs = drawNeeds({ pack, organisations, rank, random: own('needs') });
  const counted = register ?? { organisations, persons, needs };
  const words = {
    ...registerFigures(counted, today),
    ...placeWords(vocabulary, counted.organisations),
    ...monthWords(quarter),
    ...eventWords(createRandom(`${seed}/${quarter}/events`)),
    regionsWord: vocabulary.regionsWord,
  };
  const activities = drawActivities({
    pack,
    turn: turnOfQuarter,
    rank,
    words,
    random: own(`${quarter}/activities`),
  });
  const narrative = composeNarrative({
    activities,
    turn: turnOfQuarter,
    words,
  });
  return { country, quarter, organisations, persons, needs, activities, narrative };
}

/** Countries that share emblems draw them in turn, so that no name occurs in two committees. */
function devicesOf(country: string, random: ReturnType<typeof createRandom>) {
  const emblems = emblemsOf(country);
  const sharing = demoCountries.filter((code) => emblemsOf(code) === emblems);
  return allDevices(emblems, random).filter((_, index) => sharing[index % sharing.length] === country);
}

function phoneNumbers({ phonePrefix }: CountryVocabulary): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${phonePrefix}${String(last).padStart(3, '0')}`;
  };
}

function registerFigures(
  { organisations, persons, needs }: Pick<CommitteeDemo, 'organisations' | 'persons' | 'needs'>,
  today: string,
) {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return {
    organisations: organisations.length,
    members: organisations.filter((organisation) => organisation.status === 'member').length,
    surveyed: organisations.filter((organisation) => organisation.surveyDate !== null).length,
    verified: organisations.filter((organisation) => (organisation.verifiedOn ?? '') > yearAgo).length,
    regions: new Set(organisations.map((organisation) => organisation.region)).size,
    persons: persons.length,
    womenShare: Math.round((persons.filter((person) => person.sex === 'f').length * 100) / persons.length),
    needs: needs.length,
    urgent: needs.filter((need) => need.level === 3).length,
  };
}

/** The committee's own town, and the other place where most of its organisations are. */
function placeWords({ mainPlace }: CountryVocabulary, organisations: readonly DemoOrganisation[]) {
  const counts = new Map<string, number>();
  for (const { locality } of organisations)
    if (locality !== mainPlace) counts.set(locality, (counts.get(locality) ?? 0) + 1);
  const [other = mainPlace] = [...counts].sort((a, b) => b[1] - a[1]).map(([locality]) => locality);
  return { at1: at(mainPlace), of1: of(mainPlace), at2: at(other), of2: of(other) };
}

function monthWords(quarter: Quarter) {
  const first = Number(quarterStart(quarter).slice(5, 7));
  return {
    month1: monthName(first),
    month2: monthName(first + 1),
    month3: monthName(first + 2),
    next1: monthName(first + 3),
    next2: monthName(first + 4),
  };
}

/** Where the regional events of the quarter took place: the same for all committees. */
function eventWords(random: ReturnType<typeof createRandom>) {
  const [training = '', visit = '', exchange = '', consultation = ''] = random
    .shuffled(['Dakar', 'Tunis', 'Rabat', 'Abidjan', 'Bamako', 'Conakry', 'Yaoundé'])
    .map(at);
  return { training, visit, exchange, consultation };
}

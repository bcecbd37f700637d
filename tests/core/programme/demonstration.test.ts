import { parsePhoneNumberWithError } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { type EntityDescription, valueSchema } from '../../../main/core/contract/fields';
import {
  affiliationFields,
  consentFields,
  needFields,
  organisationFields,
  personFields,
} from '../../../main/core/contract/members/fields';
import { findItem, type ListName } from '../../../main/core/contract/programme/lists';
import { activitiesOf } from '../../../main/core/contract/programme/logframe';
import { parseQuarter } from '../../../main/core/contract/programme/quarter';
import { regionsInForce } from '../../../main/core/contract/programme/regions';
import { countryCodeSchema } from '../../../main/core/contract/programme/text';
import { demoCountries, generateCommitteeDemo } from '../../../resources/demo/committee';
import { needles } from '../../../resources/demo/needles';
import type { CommitteeDemo } from '../../../resources/demo/records';
import { vocabularies } from '../../../resources/demo/vocabulary';
import { shippedReferencePack as pack } from '../../../resources/programme';

const today = '2026-10-06';
const quarter = parseQuarter('2026-Q3');
const seeds = [1, 7, 42, 20_260_930];
const play = (seed: number) =>
  demoCountries.map((country) => generateCommitteeDemo({ pack, country, seed, quarter, today }));
const played = seeds.flatMap(play);
const organisations = played.flatMap((committee) => committee.organisations);
const persons = played.flatMap((committee) => committee.persons);
const total = (committee: CommitteeDemo) =>
  committee.activities.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
const isListed = (list: ListName, code: string | null) =>
  expect(code === null || findItem(pack.lists, list, code) !== null, `${list} ${code}`).toBe(true);

/** Names and acronyms of real organisations and institutions of the field: none may be met. */
const realNames = [
  'Association marocaine des droits humains',
  'Ligue tunisienne des droits de l’homme',
  'Terre d’asile Tunisie',
  'Association malienne des expulsés',
  'Caritas Maroc',
  'Association tunisienne de soutien des minorités',
  'Médecins du Monde',
  'Association des refoulés d’Afrique centrale au Mali',
  'Amnesty International',
  'Alternatives Espaces Citoyens',
  'Fondation Orient-Occident',
];
const realAcronyms =
  'AMDH FTDES GADEM LTDH AME ARACEM FORIM GRDR OIM HCR CNDH RADDHO AFD ONU CEDEAO UGTT REMIDEV DIADEM'.split(
    ' ',
  );

describe('the demonstration', () => {
  it('plays the seven committees whose report is awaited', () => {
    const awaited = pack.calendar.expectations.at(-1)?.committees;
    expect(demoCountries).toEqual(awaited);
    expect(() => generateCommitteeDemo({ pack, country: 'FR', seed: 1, quarter, today })).toThrow(RangeError);
  });

  it('gives the same records for the same seed, and others for another', () => {
    expect(play(42)).toEqual(play(42));
    expect(play(42)).not.toEqual(play(43));
  });

  it('keeps the register and changes the report from one quarter to the next', () => {
    const request = { pack, country: 'SN', seed: 42, today };
    const before = generateCommitteeDemo({ ...request, quarter: parseQuarter('2026-Q2') });
    const after = generateCommitteeDemo({ ...request, quarter });
    expect(after.organisations).toEqual(before.organisations);
    expect(after.persons).toEqual(before.persons);
    expect(after.activities).not.toEqual(before.activities);
  });

  it.each(seeds)('gives each committee figures of its own (seed %i)', (seed) => {
    const committees = play(seed);
    const figures: readonly (readonly (string | number)[])[] = [
      committees.map((committee) => committee.organisations.length),
      committees.map((committee) => committee.persons.length),
      committees.map((committee) => committee.needs.length),
      committees.map(total),
      committees.map((committee) => committee.activities.map((line) => line.quantity).join()),
      committees.map((committee) => committee.narrative.highlights),
      committees.map((committee) => committee.narrative.difficulties),
      committees.map((committee) => committee.narrative.nextSteps),
    ];
    for (const values of figures) expect(new Set(values).size).toBe(7);
    for (const committee of committees) {
      expect(committee.organisations.length).toBeGreaterThanOrEqual(15);
      expect(committee.organisations.length).toBeLessThanOrEqual(40);
    }
  });

  it.each(seeds)(
    'never names two organisations, or two persons of one committee, alike (seed %i)',
    (seed) => {
      const committees = play(seed);
      const names = committees.flatMap((committee) => committee.organisations.map((entry) => entry.name));
      expect(new Set(names).size).toBe(names.length);
      for (const committee of committees) {
        const acronyms = committee.organisations.flatMap((entry) => entry.acronym ?? []);
        expect(new Set(acronyms).size).toBe(acronyms.length);
        const people = committee.persons.map((person) => person.fullName);
        expect(new Set(people).size).toBe(people.length);
      }
    },
  );
});

describe('a fictive organisation', () => {
  it('says that it is fictive and has an address that leads nowhere', () => {
    for (const organisation of organisations) {
      expect(organisation.notes).toContain('Donnée fictive');
      expect(organisation.email ?? '@x.example').toMatch(/^[a-z@.-]+\.example$/);
      expect(organisation.website ?? 'https://x.example').toMatch(/^https:\/\/[a-z.-]+\.example$/);
      expect(organisation.registrationNumber ?? 'FICTIF').toMatch(/^FICTIF/);
    }
  });

  it('bears the name of no real one', () => {
    const fold = (name: string) => name.replaceAll('’', "'").toLocaleLowerCase('fr');
    const real = new Set(realNames.map(fold));
    for (const { name, acronym } of organisations) {
      expect(real.has(fold(name)), name).toBe(false);
      expect(realAcronyms, name).not.toContain(acronym);
    }
  });

  it('uses codes of the lists, and a region in force of its country', () => {
    for (const organisation of organisations) {
      isListed('organisationTypes', organisation.type);
      isListed('legalStatuses', organisation.legalStatus);
      isListed('languages', organisation.contactLanguage);
      isListed('scales', organisation.scale);
      isListed('staffBands', organisation.staffBand);
      isListed('budgetBrackets', organisation.budgetBracket);
      isListed('organisationStatuses', organisation.status);
      isListed('surveyMethods', organisation.surveyMethod);
      for (const theme of organisation.themes) isListed('themes', theme);
      for (const audience of organisation.publics) isListed('publics', audience);
      const inForce = regionsInForce(pack, countryCodeSchema.parse(organisation.country), today);
      const codes = inForce.map((region): string => region.code);
      expect(codes).toEqual(expect.arrayContaining([organisation.region, ...organisation.regions]));
      expect(organisation.regions).toContain(organisation.region);
    }
  });

  it('lies in a place of its region', () => {
    for (const organisation of organisations) {
      const vocabulary = vocabularies.find((entry) => entry.country === organisation.country);
      const places = vocabulary?.regions[organisation.region]?.places.map((place) => place.name);
      expect(places).toContain(organisation.locality);
    }
  });

  it('has an Arabic name in Tunisia and Morocco, and only there', () => {
    for (const organisation of organisations) {
      const arabic = ['TN', 'MA'].includes(organisation.country);
      if (arabic) expect(organisation.nameArabic).toMatch(/^[\p{Script=Arabic}\u064b-\u0652 ]+$/u);
      else expect(organisation.nameArabic).toBeNull();
    }
  });

  it('dates nothing later than today, and nothing before it was founded', () => {
    for (const organisation of organisations) {
      for (const day of [organisation.surveyDate, organisation.verifiedOn, organisation.registrationDate])
        expect(day === null || day <= today).toBe(true);
      if (organisation.surveyDate !== null && organisation.verifiedOn !== null)
        expect(organisation.verifiedOn >= organisation.surveyDate).toBe(true);
      if (organisation.registrationDate !== null)
        expect(Number(organisation.registrationDate.slice(0, 4))).toBeGreaterThanOrEqual(
          organisation.foundedYear ?? Number.NaN,
        );
    }
  });

  it('is of every status in the whole demonstration, and some sheets are due for verification', () => {
    const statuses = new Set(organisations.map((organisation) => organisation.status));
    expect([...statuses].sort()).toEqual(pack.lists.organisationStatuses.map((entry) => entry.code).sort());
    expect(organisations.some((organisation) => (organisation.verifiedOn ?? today) < '2025-10-06')).toBe(
      true,
    );
  });
});

describe('a fictive person', () => {
  it('has a number of the country that no one is given', () => {
    for (const committee of played)
      for (const phone of [...committee.persons, ...committee.organisations].map((entry) => entry.phone)) {
        if (phone === null) continue;
        const number = parsePhoneNumberWithError(phone);
        expect([number.country, number.isValid()]).toEqual([committee.country, true]);
        expect(phone).toMatch(/000\d{3}$/);
      }
  });

  it('uses codes of the lists', () => {
    for (const person of persons) {
      isListed('civilities', person.civility);
      isListed('sexes', person.sex);
      isListed('ageBands', person.ageBand);
      isListed('languages', person.language);
      isListed('contactChannels', person.preferredContact);
      for (const consent of person.consents) {
        isListed('consentPurposes', consent.purpose);
        isListed('consentManners', consent.manner);
        expect(consent.givenOn <= today).toBe(true);
      }
    }
  });

  it('belongs to an organisation of the committee, which has at most one main contact', () => {
    for (const committee of played) {
      const affiliations = committee.persons.flatMap((person) => person.affiliations);
      expect(committee.persons.every((person) => person.affiliations.length > 0)).toBe(true);
      const main = affiliations
        .filter((entry) => entry.isMainContact)
        .map((entry) => entry.organisationIndex);
      expect(new Set(main).size).toBe(main.length);
      for (const { organisationIndex } of affiliations)
        expect(committee.organisations[organisationIndex]).toBeDefined();
    }
  });

  it('sometimes gives no consent, and sometimes one that has run out', () => {
    for (const committee of played) {
      const silent = committee.persons.filter((person) => person.consents.length === 0);
      expect(silent.length).toBeGreaterThan(0);
      expect(silent.length).toBeLessThan(committee.persons.length / 2);
      for (const person of committee.persons) if (person.confidential) expect(person.consents).toEqual([]);
    }
    const expiries = persons.flatMap((person) => person.consents.map((consent) => consent.expiresOn));
    expect(expiries.some((day) => day !== null && day < today)).toBe(true);
    expect(expiries.some((day) => day !== null && day > today)).toBe(true);
  });
});

describe('the needs and the report', () => {
  it('grade each need of an organisation once, and aim lower', () => {
    for (const committee of played) {
      const seen = committee.needs.map((need) => `${need.organisationIndex} ${need.domain}`);
      expect(new Set(seen).size).toBe(seen.length);
      for (const need of committee.needs) {
        isListed('capacityDomains', need.domain);
        isListed('needLevels', String(need.level));
        isListed('needLevels', String(need.targetLevel));
        isListed('needPriorities', String(need.priority));
        isListed('needSources', need.source);
        expect(need.targetLevel).toBeLessThan(need.level);
        expect(need.assessedOn <= today).toBe(true);
      }
    }
  });

  it('say something of each of the fifteen activities, in printed order', () => {
    const codes = activitiesOf(pack).map((line) => line.code);
    for (const committee of played) {
      expect(committee.activities.map((line) => line.code)).toEqual(codes);
      for (const line of committee.activities) {
        isListed('activityStates', line.state);
        expect(line.comment.length).toBeGreaterThan(10);
      }
    }
  });

  it('report a regional event once or not at all, so that the region counts one', () => {
    const regional = activitiesOf(pack).filter((line) => line.target.scope === 'regional');
    for (const committee of played)
      for (const { code } of regional)
        expect(committee.activities.find((line) => line.code === code)?.quantity ?? 0).toBeLessThanOrEqual(1);
  });

  it('tell a story that holds: no study is presented before it is made', () => {
    for (const { activities } of played) {
      const stateOf = (code: string) => activities.find((line) => line.code === code)?.state;
      if (stateOf('A1.2.1') === 'done') expect(stateOf('A1.1.1')).toBe('done');
      if (stateOf('A1.2.2') === 'done') expect(stateOf('A1.2.1')).toBe('done');
    }
  });

  it('write French with its own spaces, and leave no gap to fill', () => {
    for (const committee of played)
      for (const text of [
        ...committee.activities.map((line) => line.comment),
        ...Object.values(committee.narrative),
        ...committee.organisations.flatMap((organisation) => organisation.mission ?? []),
      ]) {
        expect(text).not.toMatch(/[ \u00a0][;:!?»%]|[{}']| {2}|\bde [AEÉIOU]\w/);
        expect(text).toMatch(/[.!?]$/);
      }
  });
});

describe('every fictive record', () => {
  it('can be typed in the register as it stands', () => {
    const organisationAccepts = acceptance(organisationFields);
    const personAccepts = acceptance(personFields);
    const affiliationAccepts = acceptance(affiliationFields);
    const consentAccepts = acceptance(consentFields);
    const needAccepts = acceptance(needFields);
    for (const organisation of organisations) organisationAccepts(organisation);
    for (const person of persons) {
      personAccepts(person);
      for (const affiliation of person.affiliations) affiliationAccepts(affiliation);
      for (const consent of person.consents) consentAccepts(consent);
    }
    for (const need of played.flatMap((committee) => committee.needs)) needAccepts(need);
  });

  it('carries the names of the fields of the register', () => {
    const names = organisationFields.fields.map((field): string => field.name);
    expect(Object.keys(organisations[0] ?? {}).sort()).toEqual([...names].sort());
  });
});

describe('the needles', () => {
  it.each(seeds)('are ten names or more, each of one record and of several words (seed %i)', (seed) => {
    const committees = play(seed);
    const found = needles(committees);
    expect(found.length).toBeGreaterThanOrEqual(10);
    expect(new Set(found).size).toBe(found.length);
    const text = JSON.stringify(committees);
    for (const needle of found) {
      expect(needle).toContain(' ');
      expect(text.split(needle)).toHaveLength(2);
    }
  });

  it('include persons who gave no consent', () => {
    const committees = play(42);
    const silent = committees
      .flatMap((committee) => committee.persons)
      .filter((person) => person.consents.length === 0)
      .map((person) => person.fullName);
    expect(needles(committees).filter((needle) => silent.includes(needle)).length).toBeGreaterThanOrEqual(5);
  });
});

/** A check that a record's values pass the entry rules of its fields unchanged. */
function acceptance({ fields }: EntityDescription): (record: object) => void {
  const schemas = new Map(fields.map((field) => [field.name, valueSchema(field)]));
  return (record) => {
    for (const [name, value] of Object.entries(record)) {
      const schema = schemas.get(name);
      if (schema === undefined) continue;
      const parsed = schema.safeParse(value);
      if (!parsed.success || JSON.stringify(parsed.data) !== JSON.stringify(value))
        expect.fail(`${name}: ${JSON.stringify(value)}`);
    }
  };
}

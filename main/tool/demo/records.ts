import type { RegisterLife } from '../../../resources/demo/between-quarters';
import type { CommitteeDemo, DemoNeed, DemoPerson } from '../../../resources/demo/records';
import { committeeOf, type DemoCommittee } from '../../../resources/demo/seats';
import type { FieldValue } from '../../core/contract/fields';
import { attachPapers } from './attachments';
import type { Installation } from './installation';

type Values = Record<string, FieldValue>;
type Entity =
  | 'organisations'
  | 'persons'
  | 'affiliations'
  | 'needs'
  | 'consents'
  | 'seats'
  | 'surveyCampaigns'
  | 'organisationLinks';

/** The ids that a committee's records got, by their places in the demonstration; what is not typed yet has none. */
export interface TypedRegister {
  readonly organisations: (string | undefined)[];
  readonly persons: (string | undefined)[];
  readonly needs: (string | undefined)[];
}

/** How many organisations of a register show a photo and their statutes. */
const organisationsWithPapers = 3;

/** Types a committee's register as it is known at first, one record after the other, as a secretary would. */
export async function typeRegister(
  laptop: Installation,
  demo: CommitteeDemo,
  life: RegisterLife,
): Promise<TypedRegister> {
  const typed: TypedRegister = { organisations: [], persons: [], needs: [] };
  await typeOrganisations(laptop, demo, typed, { from: 0, to: life.knownAtFirst });
  await typeCommittee(laptop, committeeOf(demo, life.knownAtFirst), typed);
  await typeSurvey(laptop, demo);
  for (const [index, organisation] of demo.organisations.slice(0, organisationsWithPapers).entries()) {
    const id = typed.organisations[index];
    if (id !== undefined) await attachPapers(laptop, id, organisation.name);
  }
  return typed;
}

/** Plans the survey that the sheets tell of: from the first survey on, as many as are known in each region. */
async function typeSurvey(laptop: Installation, demo: CommitteeDemo): Promise<void> {
  const days = demo.organisations.flatMap(({ surveyDate }) => surveyDate ?? []).sort();
  const [first] = days;
  if (first === undefined) return;
  const campaign = await create(laptop, 'surveyCampaigns', {
    title: 'Cartographie des acteurs du pays',
    startsOn: first,
    methods: ['desk_review', 'interview'],
  });
  for (const region of [...new Set(demo.organisations.map((organisation) => organisation.region))].sort()) {
    const target = demo.organisations.filter((organisation) => organisation.region === region).length;
    await laptop.call('cartography.saveTarget', { campaign, region, target });
  }
}

/** Types the committee's rules, its seats, and who belongs to a network. */
async function typeCommittee(
  laptop: Installation,
  { seats, memberships, ...rules }: DemoCommittee,
  typed: TypedRegister,
): Promise<void> {
  await laptop.call('members.saveCommittee', { values: { ...rules } });
  const person = (index: number | null) => (index === null ? null : (typed.persons[index] ?? null));
  for (const { organisationIndex, fullMemberIndex, alternateIndex, ...seat } of seats) {
    await create(laptop, 'seats', {
      organisation: typed.organisations[organisationIndex] ?? '',
      fullMember: person(fullMemberIndex),
      alternate: person(alternateIndex),
      ...seat,
    });
  }
  for (const [member, network] of memberships) {
    const ends = {
      organisation: typed.organisations[member] ?? '',
      other: typed.organisations[network] ?? '',
    };
    await create(laptop, 'organisationLinks', { ...ends, kind: 'member_of' });
  }
}

/** Types what happened between two quarters: organisations met, sheets brought up to date, one put in the trash. */
export async function typeMeanwhile(
  laptop: Installation,
  demo: CommitteeDemo,
  life: RegisterLife,
  typed: TypedRegister,
): Promise<void> {
  const update = (entity: Entity, id: string | undefined, values: Values) =>
    laptop.call('records.update', { entity, id: id ?? '', revision: 1, values });
  for (const { organisationIndex, values } of mergedByOrganisation(life)) {
    await update('organisations', typed.organisations[organisationIndex], values);
  }
  for (const { needIndex, level } of life.changedNeeds)
    await update('needs', typed.needs[needIndex], { level });
  if (life.trashed !== null) {
    const ids = [typed.organisations[life.trashed] ?? ''];
    await laptop.call('records.trash', { entity: 'organisations', ids });
  }
  const met = { from: life.knownAtFirst, to: demo.organisations.length };
  await typeOrganisations(laptop, demo, typed, met);
}

/** Two changes of one sheet are typed at once. */
function mergedByOrganisation(life: RegisterLife) {
  const merged = new Map<number, Values>();
  for (const { organisationIndex, values } of life.changedOrganisations) {
    merged.set(organisationIndex, { ...merged.get(organisationIndex), ...values });
  }
  return [...merged].map(([organisationIndex, values]) => ({ organisationIndex, values }));
}

/** Types some organisations, the people who are in touch with them, and their needs. */
async function typeOrganisations(
  laptop: Installation,
  demo: CommitteeDemo,
  typed: TypedRegister,
  range: { readonly from: number; readonly to: number },
): Promise<void> {
  const isOfRange = (index: number) => index >= range.from && index < range.to;
  for (const [index, organisation] of demo.organisations.entries()) {
    if (isOfRange(index)) {
      typed.organisations[index] = await create(laptop, 'organisations', { ...organisation });
    }
  }
  for (const [index, person] of demo.persons.entries()) {
    const links = person.affiliations.filter((link) => isOfRange(link.organisationIndex));
    const isTyped = typed.persons[index] !== undefined;
    if (links.length === 0 && (isTyped || range.from > 0 || person.affiliations.length > 0)) continue;
    typed.persons[index] ??= await typePerson(laptop, person);
    for (const { organisationIndex, ...link } of links) {
      const ends = {
        person: typed.persons[index] ?? '',
        organisation: typed.organisations[organisationIndex] ?? '',
      };
      await create(laptop, 'affiliations', { ...ends, ...link });
    }
  }
  for (const [index, need] of demo.needs.entries()) {
    if (isOfRange(need.organisationIndex)) typed.needs[index] = await typeNeed(laptop, need, typed);
  }
}

async function typePerson(
  laptop: Installation,
  { affiliations: _links, consents, ...person }: DemoPerson,
): Promise<string> {
  const id = await create(laptop, 'persons', { ...person });
  for (const consent of consents) await create(laptop, 'consents', { person: id, ...consent });
  return id;
}

function typeNeed(
  laptop: Installation,
  { organisationIndex, ...need }: DemoNeed,
  typed: TypedRegister,
): Promise<string> {
  return create(laptop, 'needs', { organisation: typed.organisations[organisationIndex] ?? '', ...need });
}

async function create(laptop: Installation, entity: Entity, values: Values): Promise<string> {
  const { id } = await laptop.call('records.create', { entity, values });
  return id;
}

/** Types what was done in a quarter, and its narrative. */
export async function typeQuarter(laptop: Installation, demo: CommitteeDemo): Promise<void> {
  const { quarter } = demo;
  for (const { code, state, quantity, comment } of demo.activities) {
    await laptop.call('quarter.saveLine', { quarter, activity: code, values: { state, quantity, comment } });
  }
  for (const field of ['highlights', 'difficulties', 'nextSteps'] as const) {
    await laptop.call('quarter.saveNarrative', { quarter, field, text: demo.narrative[field] });
  }
}

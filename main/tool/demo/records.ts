import type { CommitteeDemo } from '../../../resources/demo/records';
import type { FieldValue } from '../../core/contract/fields';
import type { Installation } from './installation';

type Values = Record<string, FieldValue>;

/** Types a committee's register, one record after the other, as a secretary would. */
export async function typeRegister(laptop: Installation, demo: CommitteeDemo): Promise<void> {
  const create = async (
    entity: 'organisations' | 'persons' | 'affiliations' | 'needs' | 'consents',
    values: Values,
  ) => (await laptop.call('records.create', { entity, values })).id;
  const organisations: string[] = [];
  for (const organisation of demo.organisations) {
    organisations.push(await create('organisations', { ...organisation }));
  }
  const organisationAt = (index: number) => organisations[index] ?? '';
  for (const { affiliations, consents, ...person } of demo.persons) {
    const id = await create('persons', { ...person });
    for (const { organisationIndex, ...link } of affiliations) {
      await create('affiliations', { person: id, organisation: organisationAt(organisationIndex), ...link });
    }
    for (const consent of consents) await create('consents', { person: id, ...consent });
  }
  for (const { organisationIndex, ...need } of demo.needs) {
    await create('needs', { organisation: organisationAt(organisationIndex), ...need });
  }
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

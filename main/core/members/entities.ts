import {
  affiliations,
  aliases,
  committees,
  consents,
  distinctPairs,
  needs,
  organisationLinks,
  organisations,
  persons,
  seats,
  statusPeriods,
} from '../../../db/schema';
import type { EntityRules, RecordValues } from '../changes/registry';
import type { EntityDescription } from '../contract/fields';
import { aliasFields, distinctPairFields } from '../contract/members/duplicate-fields';
import {
  affiliationFields,
  committeeFields,
  consentFields,
  needFields,
  organisationFields,
  organisationLinkFields,
  personFields,
  seatFields,
  statusPeriodFields,
} from '../contract/members/fields';
import { searchableLabel } from '../programme/pack';
import { fold } from '../search/fold';
import { refuseLinkToItself } from './links';
import { organisationList, personList } from './lists';
import { completenessOf, refuseRegionElsewhere } from './rules';
import { beginStatus, keepStatusHistory, statusStandingOn, takeStatusFromHistory } from './statuses';

const searched = new Set(['name', 'arabic', 'line', 'email', 'phone']);

/** The folded words of a record: names, short lines, and the labels of its codes; never free notes. */
function wordsOf(description: EntityDescription, values: RecordValues): string {
  return description.fields
    .flatMap((field) => {
      const value = values[field.name];
      if (value === null || value === undefined || field.sensitivity === 'confidential') return [];
      if (field.list)
        return (Array.isArray(value) ? value : [String(value)]).map((code) =>
          searchableLabel(field.list ?? '', code),
        );
      return searched.has(field.type) ? [fold(String(value))] : [];
    })
    .join(' ');
}

const plain = { derive: () => ({}), searchText: () => null, owns: [] };

export const memberEntities = {
  organisations: {
    description: organisationFields,
    table: organisations,
    derive: (values) => ({
      sortKey: fold(String(values.name ?? '')),
      completeness: completenessOf(organisationFields, values).percent,
    }),
    searchText: (values) => wordsOf(organisationFields, values),
    owns: [
      { entity: 'affiliations', by: 'organisation' },
      { entity: 'needs', by: 'organisation' },
      { entity: 'statusPeriods', by: 'organisation' },
      { entity: 'organisationLinks', by: 'organisation' },
      { entity: 'organisationLinks', by: 'other' },
      { entity: 'seats', by: 'organisation' },
    ],
    settle: keepStatusHistory,
    list: organisationList,
    dated: { field: 'status', standingOn: statusStandingOn, begin: beginStatus },
    refuses: refuseRegionElsewhere,
  },
  persons: {
    description: personFields,
    table: persons,
    derive: (values) => ({
      sortKey: fold(String(values.fullName ?? '')),
      sensitivity: values.confidential === true ? 'confidential' : 'normal',
    }),
    searchText: (values) => wordsOf(personFields, values),
    owns: [
      { entity: 'affiliations', by: 'person' },
      { entity: 'consents', by: 'person' },
    ],
    list: personList,
  },
  affiliations: { description: affiliationFields, table: affiliations, ...plain },
  needs: { description: needFields, table: needs, ...plain },
  consents: { description: consentFields, table: consents, ...plain },
  statusPeriods: {
    description: statusPeriodFields,
    table: statusPeriods,
    ...plain,
    settle: takeStatusFromHistory,
  },
  organisationLinks: {
    description: organisationLinkFields,
    table: organisationLinks,
    ...plain,
    settle: refuseLinkToItself,
  },
  seats: { description: seatFields, table: seats, ...plain },
  committees: { description: committeeFields, table: committees, ...plain },
  aliases: { description: aliasFields, table: aliases, ...plain },
  distinctPairs: { description: distinctPairFields, table: distinctPairs, ...plain },
} as const satisfies Readonly<Record<string, EntityRules>>;

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
  surveyCampaigns,
  surveyTargets,
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
import { surveyCampaignFields, surveyTargetFields } from '../contract/members/survey-fields';
import { codeSign } from '../search/code-signs';
import { indexed, orderKey } from '../search/fold';
import { phoneWords } from '../search/phone-words';
import { refuseLinkToItself } from './links';
import { organisationList, personList } from './lists';
import { percentComplete, refuseRegionElsewhere } from './rules';
import { beginStatus, keepStatusHistory, statusStandingOn, takeStatusFromHistory } from './statuses';

const searched = new Set(['name', 'arabic', 'line', 'email', 'phone']);

/**
 * What a record is searched by: names, short lines, and the signs of its codes; never free notes. Which fields have
 * any is decided once for all records.
 */
function wordsOf({ fields }: EntityDescription): (values: RecordValues) => string {
  const own = fields.filter(
    ({ sensitivity, list, type }) => sensitivity !== 'confidential' && (list || searched.has(type)),
  );
  return (values) => {
    const words: string[] = [];
    for (const { name, list, type } of own) {
      const value = values[name] ?? null;
      if (value === null) continue;
      if (type === 'phone') words.push(phoneWords(String(value)));
      else if (!list) words.push(indexed(String(value)));
      else if (Array.isArray(value)) for (const code of value) words.push(codeSign(list, code));
      else words.push(codeSign(list, String(value)));
    }
    return words.join(' ');
  };
}

const plain = { derive: () => ({}), searchText: () => null, owns: [] };

export const memberEntities = {
  organisations: {
    description: organisationFields,
    table: organisations,
    derive: (values, origin = 'own') => ({
      sortKey: orderKey(String(values.name ?? '')),
      completeness: percentComplete(organisationFields, values, origin),
    }),
    searchText: wordsOf(organisationFields),
    owns: [
      { entity: 'affiliations', by: 'organisation' },
      { entity: 'needs', by: 'organisation' },
      { entity: 'statusPeriods', by: 'organisation' },
      { entity: 'organisationLinks', by: 'organisation' },
      { entity: 'organisationLinks', by: 'other' },
      { entity: 'seats', by: 'organisation' },
      { entity: 'attachments', by: 'organisation' },
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
      sortKey: orderKey(String(values.fullName ?? '')),
      sensitivity: values.confidential === true ? 'confidential' : 'normal',
    }),
    searchText: wordsOf(personFields),
    owns: [
      { entity: 'affiliations', by: 'person' },
      { entity: 'consents', by: 'person' },
      { entity: 'attachments', by: 'person' },
    ],
    list: personList,
  },
  affiliations: { description: affiliationFields, table: affiliations, ...plain },
  needs: { description: needFields, table: needs, ...plain },
  consents: {
    description: consentFields,
    table: consents,
    ...plain,
    owns: [{ entity: 'attachments', by: 'consent' }],
  },
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
  surveyCampaigns: {
    description: surveyCampaignFields,
    table: surveyCampaigns,
    ...plain,
    owns: [{ entity: 'surveyTargets', by: 'campaign' }],
  },
  surveyTargets: { description: surveyTargetFields, table: surveyTargets, ...plain },
  aliases: { description: aliasFields, table: aliases, ...plain },
  distinctPairs: { description: distinctPairFields, table: distinctPairs, ...plain },
} as const satisfies Readonly<Record<string, EntityRules>>;

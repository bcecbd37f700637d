import { attachmentFields } from '../../../main/core/contract/attachments/fields';
import type { EntityDescription } from '../../../main/core/contract/fields';
import {
  affiliationFields,
  committeeFields,
  needFields,
  organisationFields,
  organisationLinkFields,
  personFields,
  seatFields,
  statusPeriodFields,
} from '../../../main/core/contract/members/fields';
import { activityLineFields, narrativeFields } from '../../../main/core/contract/quarter/fields';
import type { QuarterOverview } from '../../../main/core/contract/quarter/operations';
import { labelOfField, textOf } from '../../app/i18n';
import { fieldText } from '../../components/fields/field-text';
import { activityLabel } from './programme';

type Remark = NonNullable<QuarterOverview['slip']>['remarks'][number];
/** A record of a report by its table, what its title field holds, and the field that is meant. */
export type NamedRecord = Pick<Remark, 'table' | 'title' | 'field'>;

const descriptions: Readonly<Record<string, EntityDescription>> = {
  organisations: organisationFields,
  persons: personFields,
  affiliations: affiliationFields,
  needs: needFields,
  activity_lines: activityLineFields,
  narratives: narrativeFields,
  status_periods: statusPeriodFields,
  organisation_links: organisationLinkFields,
  seats: seatFields,
  committees: committeeFields,
  attachments: attachmentFields,
};

/** Records that are known by what they belong to: their title alone would not say what they are. */
const within = ['needs', 'affiliations', 'status_periods', 'organisation_links', 'seats', 'committees'];

/** The record a remark of the slip speaks of, by its name; empty when it is not on this laptop. */
export function titleOfRemark(remark: NamedRecord): string {
  const description = descriptions[remark.table];
  if (description === undefined || remark.title === '') return '';
  if (remark.table === 'narratives') return textOf('quarter:narrative.title');
  if (remark.table === 'activity_lines') return `${remark.title} ${activityLabel(remark.title)}`;
  const field = description.fields.find((candidate) => candidate.name === description.title);
  const title = field === undefined ? remark.title : (fieldText(field, remark.title) ?? '');
  return within.includes(remark.table)
    ? textOf('quarter:slip.titleIn', { table: textOf(`quarter:slip.tables.${remark.table}`), title })
    : title;
}

/** The field a remark speaks of, in words, or null when it is about the whole record. */
export function fieldOfRemark(remark: NamedRecord): string | null {
  const description = descriptions[remark.table];
  if (description === undefined || remark.field === null) return null;
  return labelOfField(description, { name: remark.field });
}

import type { EntityDescription } from '../../../main/core/contract/fields';
import {
  affiliationFields,
  needFields,
  organisationFields,
  personFields,
} from '../../../main/core/contract/members/fields';
import { activityLineFields, narrativeFields } from '../../../main/core/contract/quarter/fields';
import type { QuarterOverview } from '../../../main/core/contract/quarter/operations';
import { labelOfField, textOf } from '../../app/i18n';
import { fieldText } from '../../components/fields/field-text';
import { activityLabel } from './programme';

type Remark = NonNullable<QuarterOverview['slip']>['remarks'][number];

const descriptions: Readonly<Record<string, EntityDescription>> = {
  organisations: organisationFields,
  persons: personFields,
  affiliations: affiliationFields,
  needs: needFields,
  activity_lines: activityLineFields,
  narratives: narrativeFields,
};

/** The record a remark of the slip speaks of, by its name; empty when it is not on this laptop. */
export function titleOfRemark(remark: Remark): string {
  const description = descriptions[remark.table];
  if (description === undefined || remark.title === '') return '';
  if (remark.table === 'narratives') return textOf('quarter:narrative.title');
  if (remark.table === 'activity_lines') return `${remark.title} ${activityLabel(remark.title)}`;
  const field = description.fields.find((candidate) => candidate.name === description.title);
  const title = field === undefined ? remark.title : (fieldText(field, remark.title) ?? '');
  return remark.table === 'needs' || remark.table === 'affiliations'
    ? textOf('quarter:slip.titleIn', { table: textOf(`quarter:slip.tables.${remark.table}`), title })
    : title;
}

/** The field a remark speaks of, in words, or null when it is about the whole record. */
export function fieldOfRemark(remark: Remark): string | null {
  const description = descriptions[remark.table];
  if (description === undefined || remark.field === null) return null;
  return labelOfField(description, { name: remark.field });
}

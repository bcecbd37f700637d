import type { EntityDescription, FieldDescription } from '../../../../main/core/contract/fields';
import {
  affiliationFields,
  needFields,
  organisationFields,
  personFields,
} from '../../../../main/core/contract/members/fields';
import { activityLineFields, narrativeFields } from '../../../../main/core/contract/quarter/fields';
import { labelOfField, textOf } from '../../../app/i18n';

/** The tables of a report as they are described to every screen. */
const descriptions: Readonly<Record<string, EntityDescription>> = {
  organisations: organisationFields,
  persons: personFields,
  affiliations: affiliationFields,
  needs: needFields,
  activity_lines: activityLineFields,
  narratives: narrativeFields,
};

interface ComparedField extends Pick<FieldDescription, 'type' | 'list'> {
  readonly label: string;
}

/** Type, list and label of a compared field; numbers that the committee computed are described by their table. */
export function comparedField(table: string, name: string): ComparedField {
  const description = descriptions[table];
  const field: FieldDescription | undefined = description?.fields.find(
    (candidate) => candidate.name === name,
  );
  if (description === undefined || field === undefined) {
    return { type: 'count', label: textOf(`consolidation:countedFields.${table}.${name}`) };
  }
  return { ...field, label: labelOfField(description, field) };
}

import { z } from 'zod';
import { labelSchema } from './text';

/** A code that records store: lower-case ASCII, digits and underscores; stable for ever. */
export const listCodeSchema = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/);

export const listItemSchema = z.strictObject({
  code: listCodeSchema,
  label: labelSchema,
  /** How to use it, when the label does not say. */
  note: labelSchema.optional(),
});
export type ListItem = z.infer<typeof listItemSchema>;

const listSchema = z.array(listItemSchema).min(1);

/** The controlled lists of the pack (DOMAIN.md §0 "Values the real cartographies use" and §4), in display order. */
export const listsSchema = z.strictObject({
  organisationTypes: listSchema,
  legalStatuses: listSchema,
  themes: listSchema,
  publics: listSchema,
  scales: listSchema,
  budgetBrackets: listSchema,
  membersBands: listSchema,
  staffBands: listSchema,
  partnershipKinds: listSchema,
  dialogueLevels: listSchema,
  dialogueQualities: listSchema,
  organisationStatuses: listSchema,
  organisationLinkKinds: listSchema,
  surveyMethods: listSchema,
  reliabilities: listSchema,
  capacityDomains: listSchema,
  /** Code = the number stored in a need's `level` and `targetLevel`. */
  needLevels: listSchema,
  /** Code = the number stored in a need's `priority`; 1 comes first. */
  needPriorities: listSchema,
  needSources: listSchema,
  personRoles: listSchema,
  committeeRoles: listSchema,
  civilities: listSchema,
  sexes: listSchema,
  ageBands: listSchema,
  languages: listSchema,
  contactChannels: listSchema,
  consentPurposes: listSchema,
  consentManners: listSchema,
  attachmentKinds: listSchema,
  activityStates: listSchema,
  deviationCauses: listSchema,
  remarkKinds: listSchema,
});
export type ControlledLists = z.infer<typeof listsSchema>;
export type ListName = keyof ControlledLists;

/** The item of a list, or null when this pack does not know the code: a record may stem from another version. */
export function findItem(lists: ControlledLists, name: ListName, code: string): ListItem | null {
  return lists[name].find((item) => item.code === code) ?? null;
}

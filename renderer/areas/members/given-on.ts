import type { FieldDescription } from '../../../main/core/contract/fields';
import { consentFields } from '../../../main/core/contract/members/fields';

const field: FieldDescription | undefined = consentFields.fields.find(({ name }) => name === 'givenOn');
if (field === undefined) throw new Error('A consent has no day');

/** The day on which a consent was given: it has happened, and its century is never in the future. */
export const givenOnField: FieldDescription = field;

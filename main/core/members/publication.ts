import type { StoredRecord } from '../changes/log';
import type { FieldValue, Sensitivity } from '../contract/fields';

/** Who may read what leaves the register (DESIGN.md §6): the one place that decides for spreadsheets and documents. */

/** For whom a spreadsheet or a document is made: the committee itself, or anybody. */
export type Audience = 'committee' | 'public';

/**
 * May a field of an organisation stand in a file? For the committee all but what is confidential; for the public what
 * is public, and the contacts of an organisation that agreed to be published.
 */
export function mayStand(
  sensitivity: Sensitivity,
  audience: Audience,
  agreed: FieldValue | undefined,
): boolean {
  if (audience === 'committee') return sensitivity !== 'confidential';
  return sensitivity === 'public' || (sensitivity === 'committee' && agreed === true);
}

/** Does an organisation stand in a directory that is handed out? Only when it said so itself. */
export function standsInDirectory(agreed: FieldValue | undefined): 'yes' | 'refused' | 'not_asked' {
  if (agreed === true) return 'yes';
  return agreed === false ? 'refused' : 'not_asked';
}

type Person = Pick<StoredRecord, 'values'>;

/** May this person be named for a purpose? Only with a valid consent for it, and never when their sheet is confidential. */
export function mayBeNamed(person: Person, purposes: readonly string[], purpose: string): boolean {
  return person.values.confidential !== true && purposes.includes(purpose);
}

/** May this person stand on what the committee makes for its own use? Not when their sheet is confidential: paper is lost. */
export function mayStandOnPaper(person: Person): boolean {
  return person.values.confidential !== true;
}

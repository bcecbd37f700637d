import type { EntityDescription } from '../../../main/core/contract/fields';
import type { ListName } from '../../../main/core/contract/records/lists';

/** A list of records of one kind: they can be put into groups and edited many at once, and views of them are saved. */
export interface ListRegister {
  readonly list: ListName;
  readonly description: EntityDescription;
  /** Fields by which the rows can be put into groups. */
  readonly groupFields: readonly string[];
  /** Fields with a dated history (`status`). */
  readonly datedFields: readonly string[];
}

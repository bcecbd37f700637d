import { sql } from 'drizzle-orm';
import type { EntityRules } from '../changes/registry';

/** What the lists of the register are sorted by beyond their fields. */

export const organisationList = {
  extraColumns: ['completeness', 'committee', 'updatedAt'],
  sortTitleBy: 'sortKey',
  computed: {
    firstNeed: sql`(SELECT max(coalesce(reassessed_level, level)) FROM needs WHERE needs.organisation = organisations.id AND needs.deleted_at IS NULL)`,
  },
} as const satisfies EntityRules['list'];

const currentFunctions = sql`FROM affiliations WHERE affiliations.person = persons.id AND affiliations.deleted_at IS NULL AND affiliations.until IS NULL`;

export const personList = {
  extraColumns: ['committee', 'updatedAt'],
  sortTitleBy: 'sortKey',
  computed: {
    affiliations: sql`(SELECT min((SELECT sort_key FROM organisations WHERE organisations.id = affiliations.organisation)) ${currentFunctions})`,
    roles: sql`(SELECT min(sort_text(role)) ${currentFunctions})`,
  },
} as const satisfies EntityRules['list'];

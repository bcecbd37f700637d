import { activityLines, narratives } from '../../../db/schema';
import type { EntityRules } from '../changes/registry';
import { activityLineFields, narrativeFields } from '../contract/quarter/fields';

const plain = { derive: () => ({}), searchText: () => null, owns: [] };

export const quarterEntities = {
  activityLines: { description: activityLineFields, table: activityLines, ...plain },
  narratives: { description: narrativeFields, table: narratives, ...plain },
} as const satisfies Readonly<Record<string, EntityRules>>;

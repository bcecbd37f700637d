import { referencePackSchema } from '../../main/core/contract/programme/consistency';
import type { ReferencePack } from '../../main/core/contract/programme/reference-pack';
import calendar from './calendar.json' with { type: 'json' };
import digests from './digests.json' with { type: 'json' };
import lists from './lists.json' with { type: 'json' };
import logframe from './logframe.json' with { type: 'json' };
import programme from './programme.json' with { type: 'json' };
import regions from './regions.json' with { type: 'json' };

/**
 * The reference pack that ships with the application: the programme as its document prints it
 * (`fiche-synthese.txt` beside this file), with the calendar of docs/decisions/0003. Its digest counts as known.
 * Raise `version` whenever one of these files changes after a release, and add the new digest to `digests.json`.
 */
export const shippedReferencePack: ReferencePack = referencePackSchema.parse({
  format: 1,
  version: 1,
  programme,
  logframe,
  calendar,
  regions,
  lists,
});

/**
 * Digests of every pack that this one only adds to, oldest first, its own last: packages written under them are still
 * understood. A pack that takes something away begins the list anew.
 */
export const shippedDigests: readonly string[] = digests;

import { useLocation } from 'react-router';
import { z } from 'zod';
import { type ListScope, listScopeSchema } from '../../../../main/core/contract/records/lists';
import { useAnswer } from '../../../app/calls';

/** Which organisations a page of documents is about: told by the way there, never by its address. */

const arrivalSchema = z.object({ scope: listScopeSchema, total: z.number() });
type Arrival = z.infer<typeof arrivalSchema>;

const everyOrganisation: ListScope = {
  kind: 'question',
  question: { search: '', filters: [], sort: { field: 'name', direction: 'ascending' }, trashed: 'without' },
  except: [],
};

/** The scope one came with; every organisation when one came by "go anywhere". */
export function useScope(): { readonly scope: ListScope; readonly total: number | undefined } {
  const arrival = arrivalSchema.safeParse(useLocation().state);
  const counts = useAnswer('members.counts', {}, { ask: arrival.success ? 'later' : 'now' });
  return arrival.success ? arrival.data : { scope: everyOrganisation, total: counts.data?.organisations };
}

/** What `navigate` takes along. */
export function arrivalWith(scope: ListScope, total: number): { readonly state: Arrival } {
  return { state: { scope, total } };
}

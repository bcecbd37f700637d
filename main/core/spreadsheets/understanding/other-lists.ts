import { keyOf } from '../values/words';
import { bareHeadings, isGivenName, longest } from './heading-words';
import { mayNameOrganisations } from './targets';

/** Lists that are none of organisations, or whose name could be one of several columns: asked before anything. Pure. */

/**
 * `name`: the columns whose headings could be the name; `persons`, `meetings`: what the list seems to be of, no column
 * being the name of an organisation.
 */
export type ImportQuestion =
  | { readonly kind: 'name'; readonly columns: readonly number[] }
  | { readonly kind: 'persons' | 'meetings' };

const ofMeetings =
  /^(ordre du jour|agenda|date (de )?(la )?reunion|meeting date|date of meeting|objet de la reunion)$/;

/** What these headings leave to be asked. `surest`: strength of the guess of the name, 0 when no column is. */
export function questionOf(headings: readonly string[], surest: number): ImportQuestion | null {
  if (surest === 3) return null;
  const keys = headings.map((heading) => keyOf(bareHeadings(heading.slice(0, longest)).at(-1) ?? ''));
  if (surest === 0 && keys.some(isGivenName)) return { kind: 'persons' };
  if (surest === 0 && keys.some((key) => ofMeetings.test(key))) return { kind: 'meetings' };
  const columns = headings.flatMap((heading, index) => (mayNameOrganisations(heading) ? [index] : []));
  const isOpen = columns.length > 1 || (surest === 0 && columns.length === 1);
  return isOpen ? { kind: 'name', columns } : null;
}

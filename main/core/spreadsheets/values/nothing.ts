import { keyOf } from './words';

/** Ways to write that there is nothing: `Néant`, `RAS`, `-`, `/`, `N/A`. What they mean depends on the field. Pure. */

const nothings = new Set(
  [
    'néant',
    'ras',
    'r a s',
    'nd',
    'n d',
    'na',
    'n a',
    'aucun',
    'aucune',
    'non disponible',
    'non renseigné',
    'pas disponible',
    'inconnu',
    'inconnue',
    'none',
    'unknown',
    'nil',
    'null',
    'لا يوجد',
    'لا شيء',
  ].map(keyOf),
);
const says = /[\p{L}\p{N}]/u;
const inCapitals = /^\p{Lu}{2,4}$/u;

/** Signs alone, which say nothing in any field: `-`, `/`, `…`. */
export function isOnlySigns(text: string): boolean {
  return !says.test(text) && !/[+@#%&€$]/.test(text);
}

/** In a telephone, a date, a place, a choice: signs alone, or a word that says there is nothing. */
export function saysNothing(text: string): boolean {
  if (!says.test(text)) return isOnlySigns(text);
  return text.length < 20 && !/\d/.test(text) && nothings.has(keyOf(text));
}

/** Capitals that say there is nothing, or are the acronym of somebody: `RAS`, `ND`, `NIL`, `NA`. */
export function mayBeAcronym(text: string): boolean {
  return inCapitals.test(text);
}

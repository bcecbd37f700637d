import { fold } from '../../search/fold';
import { withoutArticle } from './skeleton';

/** Names of places, so that the town in a name is told from the name: word (as `fold` leaves it) → code of the place. */
export type Gazetteer = ReadonlyMap<string, string>;

interface NamedPlace {
  readonly code: string;
  readonly names: readonly string[];
}

/**
 * Makes a gazetteer of places and their names in any script. A word that several places share (Nord, Sud) names none
 * of them alone and stays out.
 */
export function gazetteerOf(places: readonly NamedPlace[]): Gazetteer {
  const codes = new Map<string, string | null>();
  for (const { code, names } of places) {
    for (const word of new Set(names.flatMap(wordsOfPlace))) {
      const known = codes.get(word);
      codes.set(word, known === undefined || known === code ? code : null);
    }
  }
  return new Map([...codes].filter((entry): entry is [string, string] => entry[1] !== null));
}

function wordsOfPlace(name: string): readonly string[] {
  return fold(name)
    .split(' ')
    .map(withoutArticle)
    .filter((word) => word.length >= 3);
}

import { fold } from '../../search/fold';
import { withoutArticle } from './skeleton';
import { towns } from './towns';

/** Names of places, so that the town in a name is told from the name: word (as `fold` leaves it) → the place. */
export type Gazetteer = ReadonlyMap<string, string>;

interface NamedPlace {
  readonly code: string;
  readonly names: readonly string[];
}

/**
 * Makes a gazetteer of regions and the towns known beside them. A region named by one word is the same place in every
 * script; of one named by several (Fès-Meknès) each word is a place of its own. A word that several regions share
 * (Nord, Sud) names none of them and stays out.
 */
export function gazetteerOf(regions: readonly NamedPlace[]): Gazetteer {
  const places = new Map<string, string | null>();
  for (const { code, names } of regions) {
    for (const name of names) {
      const words = wordsOfPlace(name);
      for (const word of words) {
        const place = words.length === 1 ? code : `${code} ${word}`;
        const known = places.get(word);
        places.set(word, known === undefined || known === place ? place : null);
      }
    }
  }
  const named = [...places].filter((entry): entry is [string, string] => entry[1] !== null);
  const listed = Object.entries(towns).flatMap(([town, spellings]) =>
    wordsOfPlace(spellings).map((word) => [word, town] as const),
  );
  return new Map([...named, ...listed]);
}

function wordsOfPlace(name: string): readonly string[] {
  return fold(name)
    .split(' ')
    .map(withoutArticle)
    .filter((word) => word.length >= 3);
}

import { cameroon } from './cameroon';
import { guinea } from './guinea';
import { ivoryCoast } from './ivory-coast';
import { mali } from './mali';
import { morocco } from './morocco';
import { senegal } from './senegal';
import { tunisia } from './tunisia';
import type { CountryVocabulary } from './types';

/** The seven committees of the programme document, in its order. */
export const vocabularies: readonly CountryVocabulary[] = [
  tunisia,
  morocco,
  senegal,
  mali,
  ivoryCoast,
  guinea,
  cameroon,
];

import { fold } from '../../search/fold';
import type { Word } from './words';

/** Letters and figures of an acronym without points, blanks, accents and case; null when it is none (2 to 12). */
export function acronymOf(text: string): string | null {
  const letters = fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length >= 2 && letters.length <= 12 && /\p{L}/u.test(letters) ? letters : null;
}

export type Spelling = 'initials' | 'syllables' | 'no';

/**
 * Does an acronym spell a name? `initials`: the first letter of every word, one place or form of organisation left
 * out at most; `syllables`: up to three first letters of each word (AFEM, Association des femmes de Mamou).
 */
export function spells(acronym: string, words: readonly Word[]): Spelling {
  const latin = words.filter((word) => word.script === 'latin');
  if (acronym.length < 3 || latin.length < 2) return 'no';
  const initials = latin.map((word) => word.text.charAt(0)).join('');
  if (acronym === initials) return 'initials';
  const shortened = latin.some(
    (word, index) => word.kind !== 'own' && acronym === initials.slice(0, index) + initials.slice(index + 1),
  );
  if (shortened) return 'initials';
  return acronym.length >= 4 && segments(acronym, latin, 0) ? 'syllables' : 'no';
}

function segments(rest: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return rest === '';
  return [1, 2, 3].some(
    (length) =>
      length <= rest.length &&
      word.text.startsWith(rest.slice(0, length)) &&
      segments(rest.slice(length), words, index + 1),
  );
}

import { signsNamedBy } from './code-signs';
import { fold } from './fold';

/**
 * What the user typed as an FTS5 query: every word must begin a word of the record, or of what one of its codes is
 * called. Null when nothing was typed.
 */
export function searchExpression(typed: string): string | null {
  const words = fold(typed)
    .split(/[\s@.+]+/)
    .filter((word) => word.length > 0);
  if (words.length === 0) return null;
  return words.map(alternativesOf).join(' AND ');
}

function alternativesOf(word: string): string {
  const signs = signsNamedBy(word).map((sign) => `"${sign}"`);
  return `(${[`"${word}"*`, ...signs].join(' OR ')})`;
}

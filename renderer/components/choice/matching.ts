import { plainText } from '../../app/plain-text';

/** An entry of a list to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Entries under a heading of their own. */
export interface ChoiceGroup<T extends Choice = Choice> {
  readonly group: string;
  readonly items: readonly T[];
}

const ranks = ['is', 'begins', 'word_begins', 'holds', 'nothing'] as const;
type Rank = (typeof ranks)[number];

/**
 * The choices that answer to what was typed, the best first: the one that is it, those that begin so, those with a word that
 * begins so, those that hold it anywhere, each in their own order. All of them while nothing is typed.
 */
export function matching<T extends Choice>(choices: readonly T[], typed: string): T[] {
  const wanted = plainText(typed).trim();
  if (wanted === '') return [...choices];
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(plainText(choice.label), wanted) }));
  return ranks
    .filter((rank) => rank !== 'nothing')
    .flatMap((rank) => ranked.filter((one) => one.rank === rank).map(({ choice }) => choice));
}

/** The same within groups; the group with the best match comes first. */
export function matchingGroups<T extends Choice>(
  groups: readonly ChoiceGroup<T>[],
  typed: string,
): ChoiceGroup<T>[] {
  const wanted = plainText(typed).trim();
  return groups
    .map(({ group, items }) => ({ group, items: matching(items, typed) }))
    .filter(({ items }) => items.length > 0)
    .map((found) => ({
      found,
      rank: wanted === '' ? 0 : ranks.indexOf(rankOf(plainText(found.items[0]?.label ?? ''), wanted)),
    }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ found }) => found);
}

function rankOf(label: string, wanted: string): Rank {
  if (label === wanted) return 'is';
  const first = label.indexOf(wanted);
  if (first <= 0) return first === 0 ? 'begins' : 'nothing';
  for (let at = first; at > 0; at = label.indexOf(wanted, at + 1))
    if (!/[\p{L}\p{N}]/u.test(label[at - 1] ?? '')) return 'word_begins';
  return 'holds';
}

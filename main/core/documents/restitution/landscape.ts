import type { RecordValues } from '../../changes/registry';
import type { PaperBlock } from '../../contract/documents/paper';
import type { Language } from '../../contract/values';
import { codesOfList, labelOf } from '../../programme/pack';
import { filled, numberIn, textsIn } from '../wording';
import type { Telling } from './document';

/** Id of the figure that the page draws. */
export const mapFigure = 'map';

/** Where the organisations are, what they are and what they work on. */
export function landscapeOf({ picture, language }: Telling): readonly PaperBlock[] {
  const words = textsIn(language).restitution;
  const { organisations, country } = picture;
  const bars = (caption: string, field: string, list: string, order: 'largest' | 'as_listed') =>
    barsOf(organisations, { caption, field, list, order }, language);
  return [
    { block: 'heading', level: 1, text: words.picture },
    ...(country === null
      ? []
      : [
          {
            block: 'figure' as const,
            id: mapFigure,
            caption: words.mapCaption,
            alt: filled(words.mapAlt, { country: labelOf('countries', country, language) }),
          },
          { block: 'paragraph' as const, tone: 'quiet' as const, text: words.mapNote },
        ]),
    bars(words.byRegion, 'region', 'regions', 'largest'),
    bars(words.byType, 'type', 'organisationTypes', 'largest'),
    bars(words.byTheme, 'themes', 'themes', 'largest'),
    bars(words.byStatus, 'status', 'organisationStatuses', 'as_listed'),
    bars(words.byStaff, 'staffBand', 'staffBands', 'as_listed'),
    bars(words.byBudget, 'budgetBracket', 'budgetBrackets', 'as_listed'),
  ];
}

interface Wanted {
  readonly caption: string;
  readonly field: string;
  readonly list: string;
  readonly order: 'largest' | 'as_listed';
}

/** Organisations by the codes of a field; those that say nothing stand apart, at the end. */
function barsOf(
  organisations: readonly RecordValues[],
  { caption, field, list, order }: Wanted,
  language: Language,
): PaperBlock {
  const counts = new Map<string, number>();
  let without = 0;
  for (const values of organisations) {
    const codes = codesOf(values[field]);
    if (codes.length === 0) without += 1;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const known = [...(codesOfList(list) ?? [])];
  const codes = [...counts.keys()].sort((one, other) => known.indexOf(one) - known.indexOf(other));
  if (order === 'largest') codes.sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  const note = (count: number) =>
    organisations.length === 0
      ? ''
      : `(${numberIn(Math.round((count * 100) / organisations.length), language)} %)`;
  return {
    block: 'bars',
    caption,
    items: [
      ...codes.map((code) => {
        const value = counts.get(code) ?? 0;
        return { label: labelOf(list, code, language), value, note: note(value) };
      }),
      ...(without > 0
        ? [{ label: textsIn(language).restitution.notNoted, value: without, note: note(without) }]
        : []),
    ],
  };
}

function codesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

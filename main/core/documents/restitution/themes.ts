import type { PaperBlock } from '../../contract/documents/paper';
import { labelOf } from '../../programme/pack';
import { plainTable } from '../register-words';
import { comma, filled, numberIn, textsIn } from '../wording';
import type { Telling } from './document';

/** How many themes the table shows: the two candidates and those that come next. */
const shown = 6;

/** The two themes put forward with the numbers that speak for them, and what the committee decided. */
export function themesOf({ picture, language }: Telling): readonly PaperBlock[] {
  const words = textsIn(language).restitution;
  const { ranked, chosen, reason } = picture.themes;
  const number = (value: number) => numberIn(value, language);
  const themeName = (theme: string) => labelOf('themes', theme, language);
  const share = ({ part, whole }: { readonly part: number; readonly whole: number }) =>
    filled(words.of, { part: number(part), whole: number(whole) });
  const heading: PaperBlock = { block: 'heading', level: 1, text: words.themes };
  if (ranked.length === 0) return [heading, { block: 'paragraph', text: words.noTheme, tone: 'plain' }];
  return [
    heading,
    {
      block: 'paragraph',
      tone: 'strong',
      text: ranked
        .slice(0, 2)
        .map(({ theme }, index) => `${index + 1}. ${themeName(theme)}`)
        .join('\n'),
    },
    { block: 'paragraph', text: words.rule, tone: 'plain' },
    plainTable(
      [
        { label: words.theme, align: 'start', share: 5 },
        { label: words.presence, align: 'end', share: 2 },
        { label: words.spread, align: 'end', share: 2 },
        { label: words.need, align: 'end', share: 3 },
        { label: words.score, align: 'end', share: 2 },
      ],
      ranked
        .slice(0, shown)
        .map((candidate) => [
          themeName(candidate.theme),
          share(candidate.presence),
          share(candidate.spread),
          share(candidate.need),
          `${number(candidate.score)} %`,
        ]),
    ),
    {
      block: 'paragraph',
      tone: 'strong',
      text:
        chosen.length === 0
          ? words.undecided
          : filled(words.decision, {
              themes: chosen.map(themeName).join(comma(language)),
            }),
    },
    ...(reason === null ? [] : [{ block: 'paragraph' as const, text: reason, tone: 'plain' as const }]),
  ];
}

import type { PaperBlock } from '../../contract/documents/paper';
import { nameIn, plainTable, publishedText } from '../register-words';
import { comma, textsIn } from '../wording';
import type { Telling } from './document';

/** The organisations with what each agreed to publish: the rule of the public export, and no person. */
export function annexOf({ picture, language }: Telling): readonly PaperBlock[] {
  if (picture.organisations.length === 0) return [];
  const words = textsIn(language).restitution;
  return [
    { block: 'pageBreak' },
    { block: 'heading', level: 1, text: words.annex },
    { block: 'paragraph', tone: 'quiet', text: words.annexText },
    plainTable(
      [
        { label: words.organisation, align: 'start', share: 6 },
        { label: words.type, align: 'start', share: 3 },
        { label: words.region, align: 'start', share: 3 },
        { label: words.contact, align: 'start', share: 5 },
      ],
      picture.organisations.map((values) => {
        const published = (names: readonly string[], by = '') =>
          names.flatMap((name) => publishedText(values, name, language) ?? []).join(by);
        const name = nameIn(language, published(['name']), published(['nameArabic']));
        return [
          [name, published(['acronym'])].filter(Boolean).join(' – '),
          published(['type']),
          published(['region', 'locality'], comma(language)),
          published(['phone', 'email', 'website'], '\n'),
        ];
      }),
    ),
  ];
}

import { describe, expect, it } from 'vitest';
import { type Direction, stretchesOf } from '../../../main/core/contract/documents/directions';
import type { Language } from '../../../main/core/contract/values';
import { docxOf } from '../../../main/core/documents/docx/document';
import { openArchive } from '../../../main/core/spreadsheets/reading/archive';

/** A line with its parts of the other direction between braces. */
const parts = (line: string, paragraph: Direction) =>
  stretchesOf(line, paragraph)
    .map(({ text, direction }) => (direction === paragraph ? text : `{${text}}`))
    .join('');

describe('Latin inside Arabic', () => {
  it.each([
    'اسم {Association "Bêta"} هنا',
    '{Association "Bêta"}',
    '{"Bêta" Association} هنا',
    'جمعية {Association « Bêta »} بتونس',
    'جمعية {Réseau (Sahel)}: عضو',
    'جمعية ({Réseau Sahel}) عضو',
    'جمعية "{Bêta}" عضو',
    'الشبكة {R.E.S.O.} تعمل',
    'الموقع {https://alpha.exemple.test/} جديد',
    'البريد {a@exemple.test}، الهاتف {+216 71 845 220}.',
    'جمعية {L’Étoile d’Or} و{N’Djamena}',
    'في 26/11/2026 إلى 30/11/2026',
    'عضو {Alpha 2} و{Bêta 3}',
  ])('%s', (line) => {
    expect(parts(line.replace(/[{}]/g, ''), 'rtl')).toBe(line);
  });
});

describe('Arabic inside French', () => {
  it.each([
    'Membre {جمعية "الأمل"} depuis 2015',
    '{جمعية "الأمل"}',
    'Membre ({جمعية الأمل})',
    'Association "Bêta"',
    'Téléphone +216 71 845 220',
  ])('%s', (line) => {
    expect(parts(line.replace(/[{}]/g, ''), 'ltr')).toBe(line);
  });
});

it('loses no letter of a line, and takes a time in proportion to it', () => {
  const line = 'جمعية "Bêta (Alpha « ك » +216 71 " ';
  for (const text of [
    line,
    line.repeat(2_000),
    '"'.repeat(50_000),
    `ا${'(a'.repeat(20_000)}`,
    '+1 '.repeat(20_000),
  ])
    for (const paragraph of ['ltr', 'rtl'] as const) {
      const joined = stretchesOf(text, paragraph).map((stretch) => stretch.text);
      expect(joined.join('')).toBe(text);
    }
});

async function runsIn(language: Language, text: string) {
  const bytes = await docxOf(
    {
      title: text,
      subtitle: '',
      language,
      orientation: 'portrait',
      foot: '',
      fileName: 'x',
      notices: [],
      blocks: [{ block: 'paragraph', text, tone: 'plain' }],
    },
    new Map(),
  );
  const body = openArchive(Buffer.from(bytes)).part('word/document.xml').toString('utf8');
  const [paragraph = ''] = body.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)?.slice(-1) ?? [];
  return [...paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => ({
    text: /<w:t[^>]*>([^<]*)</.exec(run)?.[1]?.replaceAll('&quot;', '"'),
    direction: /<w:rtl(?: w:val="true")?\/>/.test(run) ? 'rtl' : 'ltr',
  }));
}

it('writes each part as a run of its own direction, with its quotes, between signs that say it', async () => {
  expect(await runsIn('ar', 'عضو Association "Bêta" بتونس')).toEqual([
    { text: 'عضو ', direction: 'rtl' },
    { text: '\u200EAssociation "Bêta"\u200E', direction: 'ltr' },
    { text: ' بتونس', direction: 'rtl' },
  ]);
  expect(await runsIn('ar', 'Association "Bêta"')).toEqual([
    { text: '\u200EAssociation "Bêta"\u200E', direction: 'ltr' },
  ]);
  expect(await runsIn('fr', 'جمعية "الأمل"')).toEqual([
    { text: '\u200Fجمعية "الأمل"\u200F', direction: 'rtl' },
  ]);
  expect(await runsIn('fr', 'Association "Bêta"')).toEqual([
    { text: 'Association "Bêta"', direction: 'ltr' },
  ]);
});

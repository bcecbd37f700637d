import { AlignmentType, Paragraph, TextRun } from 'docx';
import type { BlockOf } from '../../contract/documents/paper';
import type { Layout } from './layout';

/** Texts of a document as runs and paragraphs of DOCX. Pure. */

/** Letters that are read from right to left. */
const arabicLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** A text in its manner. Latin names, phones and addresses inside Arabic stay runs of their own direction. */
export function run(
  text: string,
  layout: Layout,
  manner: { bold?: boolean; quiet?: boolean; size?: number } = {},
): TextRun {
  const size = manner.size ?? (manner.quiet ? 17 : null);
  const isLatin = layout.isRtl && !arabicLetter.test(text);
  return new TextRun({
    // A mark keeps a number before Latin words where it stands.
    text: isLatin && /[A-Za-z]/.test(text) ? `\u200E${text}` : text,
    rightToLeft: layout.isRtl && !isLatin,
    ...(manner.bold ? { bold: true, boldComplexScript: true } : {}),
    ...(manner.quiet ? { color: '555555' } : {}),
    ...(size === null ? {} : { size, sizeComplexScript: size }),
  });
}

export function textParagraph(text: string, tone: BlockOf<'paragraph'>['tone'], layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    spacing: { after: 80 },
    children: [run(text, layout, { bold: tone === 'strong', quiet: tone === 'quiet' })],
  });
}

export function captionParagraph(text: string, layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [run(text, layout, { bold: true })],
  });
}

/** Air under a table. */
export function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 60 }, children: [] });
}

/** The paragraphs of a cell, one a line. */
export function cellText(
  text: string,
  layout: Layout,
  manner: { bold?: boolean; quiet?: boolean; end?: boolean; keepNext?: boolean } = {},
): readonly Paragraph[] {
  return text.split('\n').map(
    (line) =>
      new Paragraph({
        bidirectional: layout.isRtl,
        alignment: manner.end ? AlignmentType.END : AlignmentType.START,
        ...(manner.keepNext ? { keepNext: true } : {}),
        spacing: { before: 30, after: 30 },
        children: [run(line, layout, manner)],
      }),
  );
}

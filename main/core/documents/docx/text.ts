import { AlignmentType, Paragraph, TextRun } from 'docx';
import { type Direction, stretchesOf } from '../../contract/documents/directions';
import type { BlockOf } from '../../contract/documents/paper';
import type { Layout } from './layout';

/** Texts of a document as runs and paragraphs of DOCX. Pure. */

/** They keep quotes and figures at the edge of a run on its side: LibreOffice looks at signs, not at what the run says. */
const marks: Readonly<Record<Direction, string>> = { ltr: '\u200E', rtl: '\u200F' };

function between(mark: string, text: string): string {
  return `${mark}${text}${mark}`;
}

interface Manner {
  readonly bold?: boolean;
  readonly quiet?: boolean;
  /** Half points. */
  readonly size?: number;
}

/** A text in its manner: a run for each part of one direction, so that names keep their order inside Arabic. */
export function runs(text: string, layout: Layout, manner: Manner = {}): readonly TextRun[] {
  const size = manner.size ?? (manner.quiet ? 17 : null);
  const paragraph = layout.isRtl ? 'rtl' : 'ltr';
  return stretchesOf(text, paragraph).map(
    (stretch) =>
      new TextRun({
        text:
          stretch.direction === paragraph ? stretch.text : between(marks[stretch.direction], stretch.text),
        rightToLeft: stretch.direction === 'rtl',
        ...(manner.bold ? { bold: true, boldComplexScript: true } : {}),
        ...(manner.quiet ? { color: '555555' } : {}),
        ...(size === null ? {} : { size, sizeComplexScript: size }),
      }),
  );
}

export function textParagraph(text: string, tone: BlockOf<'paragraph'>['tone'], layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    spacing: { after: 80 },
    children: runs(text, layout, { bold: tone === 'strong', quiet: tone === 'quiet' }),
  });
}

export function captionParagraph(text: string, layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: runs(text, layout, { bold: true }),
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
        children: runs(line, layout, manner),
      }),
  );
}

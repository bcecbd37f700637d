import { AlignmentType, HeadingLevel, ImageRun, PageBreak, Paragraph, type Table, type TextRun } from 'docx';
import type { BlockOf, PaperBlock } from '../../contract/documents/paper';
import { barsBlock } from './bars';
import { blankBlock } from './blanks';
import { labelsBlock } from './labels';
import type { Layout } from './layout';
import { factsBlock, tableBlock } from './tables';
import { captionParagraph, runs, textParagraph } from './text';

/** One block of a document as paragraphs and tables of DOCX. Pure. */

export interface Picture {
  readonly png: Uint8Array;
  /** Height over width. */
  readonly ratio: number;
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Draws a block. `pictures`: those of the figures, by id. */
export function drawBlock(
  block: PaperBlock,
  layout: Layout,
  pictures: ReadonlyMap<string, Picture>,
): readonly (Paragraph | Table)[] {
  switch (block.block) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level],
          bidirectional: layout.isRtl,
          keepNext: true,
          children: runs(block.text, layout),
        }),
      ];
    case 'paragraph':
      return block.text.split('\n').map((line) => textParagraph(line, block.tone, layout));
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            bidirectional: layout.isRtl,
            numbering: { reference: layout.bullets, level: 0 },
            children: runs(item, layout),
          }),
      );
    case 'facts':
      return factsBlock(block.facts, layout);
    case 'table':
      return tableBlock(block, layout);
    case 'bars':
      return barsBlock(block, layout);
    case 'figure':
      return figureBlock(block, layout, pictures);
    case 'entry':
      return entryBlock(block, layout);
    case 'labels':
      return labelsBlock(block, layout);
    case 'blank':
      return blankBlock(block, layout);
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function figureBlock(
  block: BlockOf<'figure'>,
  layout: Layout,
  pictures: ReadonlyMap<string, Picture>,
): readonly Paragraph[] {
  const picture = pictures.get(block.id);
  if (picture === undefined) return [textParagraph(block.alt, 'quiet', layout)];
  // Not higher than two thirds of a page, so that its caption stays with it.
  const width = Math.min(layout.textWidthPixels, Math.floor(layout.pageHeightPixels / 1.5 / picture.ratio));
  return [
    captionParagraph(block.caption, layout),
    new Paragraph({
      bidirectional: layout.isRtl,
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: { width, height: Math.round(width * picture.ratio) },
          altText: { name: block.id, title: block.caption, description: block.alt },
        }),
      ],
    }),
  ];
}

function entryBlock(block: BlockOf<'entry'>, layout: Layout): readonly Paragraph[] {
  const line = (children: readonly TextRun[], isLast: boolean) =>
    new Paragraph({
      bidirectional: layout.isRtl,
      keepNext: !isLast,
      keepLines: true,
      spacing: { after: isLast ? 160 : 20 },
      children,
    });
  const head = [
    ...runs(block.title, layout, { bold: true }),
    ...(block.aside === '' ? [] : runs(`  ${block.aside}`, layout, { quiet: true })),
  ];
  const facts = block.facts.map((fact) => [
    ...runs(`${fact.label}\u202F: `, layout, { quiet: true }),
    ...runs(fact.value, layout),
  ]);
  const lines = [head, ...(block.text === '' ? [] : [runs(block.text, layout)]), ...facts];
  return lines.map((children, index) => line(children, index === lines.length - 1));
}

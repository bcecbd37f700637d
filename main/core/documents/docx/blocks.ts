import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { BlockOf, PaperBlock, PaperColumn } from '../../contract/documents/paper';
import { numberIn, textsIn } from '../wording';
import type { Layout } from './layout';

/** One block of a document as paragraphs and tables of DOCX. Pure. */

export interface Picture {
  readonly png: Uint8Array;
  /** Height over width. */
  readonly ratio: number;
}

type Content = Paragraph | Table;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = { style: BorderStyle.SINGLE, size: 2, color: '808080' } as const;
const dotted = { style: BorderStyle.DOTTED, size: 4, color: '555555', space: 1 } as const;
const noBorders = { top: none, bottom: none, left: none, right: none } as const;
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Draws a block. `pictures`: those of the figures, by id. */
export function drawBlock(
  block: PaperBlock,
  layout: Layout,
  pictures: ReadonlyMap<string, Picture>,
): readonly Content[] {
  switch (block.block) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level],
          bidirectional: layout.isRtl,
          keepNext: true,
          children: [run(block.text, layout)],
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
            children: [run(item, layout)],
          }),
      );
    case 'facts':
      return [factsTable(block.facts, layout), gap()];
    case 'table':
      return tableBlock(block, layout);
    case 'bars':
      return barsBlock(block, layout);
    case 'figure':
      return figureBlock(block, layout, pictures);
    case 'entry':
      return entryBlock(block, layout);
    case 'labels':
      return [labelsTable(block, layout)];
    case 'blank':
      return blankBlock(block, layout);
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function run(text: string, layout: Layout, manner: { bold?: boolean; quiet?: boolean } = {}): TextRun {
  return new TextRun({
    text,
    rightToLeft: layout.isRtl,
    ...(manner.bold ? { bold: true, boldComplexScript: true } : {}),
    ...(manner.quiet ? { color: '555555', size: 17, sizeComplexScript: 17 } : {}),
  });
}

function textParagraph(text: string, tone: BlockOf<'paragraph'>['tone'], layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    spacing: { after: 80 },
    children: [run(text, layout, { bold: tone === 'strong', quiet: tone === 'quiet' })],
  });
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 60 }, children: [] });
}

function cellText(
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

function fixedTable(rows: readonly TableRow[], widths: readonly number[], layout: Layout): Table {
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: layout.isRtl,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
  });
}

/** Widths in twips of columns with these shares of the text's width. */
function widthsOf(shares: readonly number[], layout: Layout): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.floor((layout.textWidth * share) / sum));
}

function underlined(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { ...noBorders, bottom: hairline },
    margins: { top: 20, bottom: 20, left: 40, right: 80 },
    children,
  });
}

function factsTable(facts: BlockOf<'facts'>['facts'], layout: Layout): Table {
  const widths = widthsOf([3, 7], layout);
  const rows = facts.map(
    (fact) =>
      new TableRow({
        cantSplit: true,
        children: [fact.label, fact.value].map((text, index) =>
          underlined(widths[index] ?? 0, cellText(text, layout, { quiet: index === 0 })),
        ),
      }),
  );
  return fixedTable(rows.length > 0 ? rows : [emptyRow(widths, layout)], widths, layout);
}

/** A table without a row would be refused by Word. */
function emptyRow(widths: readonly number[], layout: Layout): TableRow {
  return new TableRow({ children: widths.map((width) => underlined(width, cellText('', layout))) });
}

function captionParagraph(text: string, layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [run(text, layout, { bold: true })],
  });
}

function tableBlock(block: BlockOf<'table'>, layout: Layout): readonly Content[] {
  const widths = widthsOf(
    block.columns.map((column) => column.share),
    layout,
  );
  const row = (cells: readonly string[], manner: { bold?: boolean; isHead?: boolean }) =>
    new TableRow({
      cantSplit: true,
      ...(manner.isHead ? { tableHeader: true } : {}),
      children: block.columns.map((column: PaperColumn, index) =>
        underlined(
          widths[index] ?? 0,
          cellText(cells[index] ?? '', layout, {
            bold: manner.bold === true,
            end: column.align === 'end',
          }),
        ),
      ),
    });
  const rows = [
    row(
      block.columns.map((column) => column.label),
      { bold: true, isHead: true },
    ),
    ...block.rows.map((cells) => row(cells, {})),
    ...(block.totals === null ? [] : [row(block.totals, { bold: true })]),
  ];
  return [
    ...(block.caption === null ? [] : [captionParagraph(block.caption, layout)]),
    fixedTable(rows, widths, layout),
    gap(),
  ];
}

/** Bars are shaded cells: they need no picture, and stay what a reader can select and correct. */
function barsBlock(block: BlockOf<'bars'>, layout: Layout): readonly Content[] {
  const most = Math.max(1, ...block.items.map((item) => item.value ?? 0));
  const steps = 60;
  const widths = widthsOf([34, 54, 12], layout);
  const [labelWidth = 0, barWidth = 0, valueWidth = 0] = widths;
  const unit = Math.floor(barWidth / steps);
  const grid = [labelWidth, ...Array.from({ length: steps }, () => unit), valueWidth];
  const rows = block.items.map((item) => {
    const filledSteps = item.value === null ? 0 : Math.round((item.value / most) * steps);
    const part = (span: number, isFilled: boolean) =>
      span === 0
        ? []
        : [
            new TableCell({
              columnSpan: span,
              width: { size: unit * span, type: WidthType.DXA },
              borders: noBorders,
              ...(isFilled ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: '30468C' } } : {}),
              children: [new Paragraph({ spacing: { before: 0, after: 0 }, children: [] })],
            }),
          ];
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: labelWidth, type: WidthType.DXA },
          borders: noBorders,
          verticalAlign: VerticalAlignTable.CENTER,
          children: cellText(item.label, layout),
        }),
        ...part(filledSteps, true),
        ...part(steps - filledSteps, false),
        new TableCell({
          width: { size: valueWidth, type: WidthType.DXA },
          borders: noBorders,
          verticalAlign: VerticalAlignTable.CENTER,
          children: cellText(barValue(item, layout), layout, { end: true }),
        }),
      ],
    });
  });
  if (rows.length === 0) return [captionParagraph(block.caption, layout)];
  return [captionParagraph(block.caption, layout), fixedTable(rows, grid, layout), gap()];
}

function barValue(item: BlockOf<'bars'>['items'][number], layout: Layout): string {
  const value = item.value === null ? textsIn(layout.language).absent : numberIn(item.value, layout.language);
  return item.note === '' ? value : `${value} ${item.note}`;
}

function figureBlock(
  block: BlockOf<'figure'>,
  layout: Layout,
  pictures: ReadonlyMap<string, Picture>,
): readonly Content[] {
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

function entryBlock(block: BlockOf<'entry'>, layout: Layout): readonly Content[] {
  const line = (children: readonly TextRun[], isLast: boolean) =>
    new Paragraph({
      bidirectional: layout.isRtl,
      keepNext: !isLast,
      keepLines: true,
      spacing: { after: isLast ? 160 : 20 },
      children,
    });
  const head = [
    run(block.title, layout, { bold: true }),
    ...(block.aside === '' ? [] : [run(`  ${block.aside}`, layout, { quiet: true })]),
  ];
  const facts = block.facts.map((fact) => [
    run(`${fact.label}\u202F: `, layout, { quiet: true }),
    run(fact.value, layout),
  ]);
  const lines = [head, ...(block.text === '' ? [] : [[run(block.text, layout)]]), ...facts];
  return lines.map((children, index) => line(children, index === lines.length - 1));
}

function labelsTable(block: BlockOf<'labels'>, layout: Layout): Table {
  const width = convertMillimetersToTwip(block.size.width);
  const rows = Array.from({ length: Math.ceil(block.cells.length / block.columns) }, (_, row) => {
    const cells = Array.from(
      { length: block.columns },
      (_, column) => block.cells[row * block.columns + column] ?? [],
    );
    return new TableRow({
      cantSplit: true,
      height: { value: convertMillimetersToTwip(block.size.height), rule: 'exact' },
      children: cells.map(
        (lines) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            borders: noBorders,
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { left: 200, right: 200, top: 60, bottom: 60 },
            children:
              lines.length === 0 ? cellText('', layout) : lines.flatMap((line) => cellText(line, layout)),
          }),
      ),
    });
  });
  return fixedTable(
    rows,
    Array.from({ length: block.columns }, () => width),
    layout,
  );
}

function blankBlock(block: BlockOf<'blank'>, layout: Layout): readonly Content[] {
  const question = new Paragraph({
    bidirectional: layout.isRtl,
    keepNext: true,
    spacing: { before: 140, after: 20 },
    children: [
      run(`${block.number}  `, layout, { bold: true }),
      run(block.label, layout, { bold: true }),
      ...(block.hint === '' ? [] : [run(`  ${block.hint}`, layout, { quiet: true })]),
    ],
  });
  if (block.answer.kind === 'lines') {
    return [question, ...Array.from({ length: block.answer.count }, () => writingLine(layout))];
  }
  const box = block.answer.several ? '☐' : '○';
  const words = block.answer.options.map((option) => `${box} ${option.mark} ${option.label}`);
  return [
    question,
    new Paragraph({
      bidirectional: layout.isRtl,
      keepLines: true,
      children: [run(words.join('     '), layout)],
    }),
  ];
}

function writingLine(layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    spacing: { before: 260, after: 0 },
    // Word joins neighbours with the same borders into one box: what is between them is a border of its own.
    border: { bottom: dotted, between: dotted },
    children: [],
  });
}

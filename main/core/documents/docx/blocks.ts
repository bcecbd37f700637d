import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeadingLevel,
  ImageRun,
  LeaderType,
  PageBreak,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { labelLetters, labelPadding } from '../../contract/documents/labels';
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
/** White above and under a bar, so that it stands apart from the next. */
const betweenBars = { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' } as const;
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
      return labelsTable(block, layout);
    case 'blank':
      return blankBlock(block, layout);
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Letters that are read from right to left. */
const arabicLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** A text in its manner. Latin names, phones and addresses inside Arabic stay runs of their own direction. */
function run(
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
              borders: { ...noBorders, top: betweenBars, bottom: betweenBars },
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

/** One table over all sheets: its rows have exact heights, so that each sheet takes as many as it has. */
function labelsTable(block: BlockOf<'labels'>, layout: Layout): readonly Content[] {
  const width = convertMillimetersToTwip(block.size.width);
  const gapWidth = convertMillimetersToTwip(block.gap);
  const cell = (lines: readonly string[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: noBorders,
      verticalAlign: VerticalAlignTable.CENTER,
      margins: {
        left: convertMillimetersToTwip(labelPadding.side),
        right: convertMillimetersToTwip(labelPadding.side),
        top: 0,
        bottom: 0,
      },
      children: lines.length === 0 ? [new Paragraph({ children: [] })] : labelLines(lines, block, layout),
    });
  const between = () =>
    new TableCell({
      width: { size: gapWidth, type: WidthType.DXA },
      borders: noBorders,
      children: [new Paragraph({ children: [] })],
    });
  const places = Array.from({ length: block.columns }, (_, column) => column);
  const rows = Array.from(
    { length: Math.ceil(block.cells.length / block.columns) },
    (_, row) =>
      new TableRow({
        cantSplit: true,
        height: { value: convertMillimetersToTwip(block.size.height), rule: 'exact' },
        children: places.flatMap((column) => [
          ...(column > 0 && gapWidth > 0 ? [between()] : []),
          cell(block.cells[row * block.columns + column] ?? []),
        ]),
      }),
  );
  const widths = places.flatMap((column) => (column > 0 && gapWidth > 0 ? [gapWidth, width] : [width]));
  if (rows.length === 0) return [lastLine()];
  return [fixedTable(rows, widths, layout), lastLine()];
}

function labelLines(lines: readonly string[], block: BlockOf<'labels'>, layout: Layout) {
  const size = labelLetters(lines, block.size) * 2;
  return lines.map(
    (line, index) =>
      new Paragraph({
        bidirectional: layout.isRtl,
        spacing: { before: 0, after: 0, line: 240 },
        children: [run(line, layout, { bold: index === 0, size })],
      }),
  );
}

/** Word wants a paragraph after the last table: one that is too low to begin another sheet. */
function lastLine(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
    children: [new TextRun({ text: '', size: 2 })],
  });
}

function blankBlock(block: BlockOf<'blank'>, layout: Layout): readonly Content[] {
  const { answer } = block;
  const question = [
    run(block.number === '' ? '' : `${block.number}  `, layout, { bold: true }),
    run(block.label, layout, { bold: true }),
    ...(block.hint === '' ? [] : [run(`  ${block.hint}`, layout, { quiet: true })]),
  ];
  if (answer.kind === 'lines' && answer.count === 1) {
    return [lineToFill([...question, run(`  ${answer.known} `, layout)], layout)];
  }
  const head = new Paragraph({
    bidirectional: layout.isRtl,
    keepNext: true,
    spacing: { before: 140, after: 20 },
    children: question,
  });
  if (answer.kind === 'lines') {
    return [
      head,
      ...(answer.known === '' ? [] : [textParagraph(answer.known, 'plain', layout)]),
      ...Array.from({ length: answer.count }, () => lineToFill([], layout)),
    ];
  }
  const boxes = answer.several ? { open: '☐', ticked: '☒' } : { open: '○', ticked: '●' };
  return [head, ...optionsTable(answer.options, boxes, layout)];
}

/** A question with the rest of its line to write on: a tab that leads dots to the end of the text. */
function lineToFill(children: readonly TextRun[], layout: Layout): Paragraph {
  return new Paragraph({
    bidirectional: layout.isRtl,
    spacing: { before: 200, after: 0 },
    // In a paragraph from right to left Word counts tab stops from the right, where the text begins.
    tabStops: [{ type: TabStopType.END, position: layout.textWidth, leader: LeaderType.DOT }],
    children: [...children, new TextRun({ rightToLeft: layout.isRtl, children: [new Tab()] })],
  });
}

/** Options three abreast, so that their boxes stand under each other. */
function optionsTable(
  options: Extract<BlockOf<'blank'>['answer'], { kind: 'choices' }>['options'],
  boxes: Readonly<Record<'open' | 'ticked', string>>,
  layout: Layout,
): readonly Content[] {
  const abreast = 3;
  const widths = widthsOf([1, 1, 1], layout);
  const rows = Array.from({ length: Math.ceil(options.length / abreast) }, (_, row) => {
    const cells = widths.map((width, column) => {
      const option = options[row * abreast + column];
      const words = option === undefined ? '' : `${boxes[option.state]} ${option.mark}  ${option.label}`;
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        borders: noBorders,
        children: cellText(words, layout, { keepNext: (row + 1) * abreast < options.length }),
      });
    });
    return new TableRow({ cantSplit: true, children: cells });
  });
  return rows.length === 0 ? [] : [fixedTable(rows, widths, layout)];
}

import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { BlockOf, PaperColumn } from '../../contract/documents/paper';
import type { Layout } from './layout';
import { captionParagraph, cellText, gap } from './text';

/** Facts and tables of a document in DOCX, and what every table there is made of. Pure. */

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = { style: BorderStyle.SINGLE, size: 2, color: '808080' } as const;
export const noBorders = { top: none, bottom: none, left: none, right: none } as const;

/** A table without borders whose columns have these widths in twips. */
export function fixedTable(rows: readonly TableRow[], widths: readonly number[], layout: Layout): Table {
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
export function widthsOf(shares: readonly number[], layout: Layout): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.floor((layout.textWidth * share) / sum));
}

export function factsBlock(facts: BlockOf<'facts'>['facts'], layout: Layout): readonly (Paragraph | Table)[] {
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
  return [fixedTable(rows.length > 0 ? rows : [emptyRow(widths, layout)], widths, layout), gap()];
}

/** A table without a row would be refused by Word. */
function emptyRow(widths: readonly number[], layout: Layout): TableRow {
  return new TableRow({ children: widths.map((width) => underlined(width, cellText('', layout))) });
}

export function tableBlock(block: BlockOf<'table'>, layout: Layout): readonly (Paragraph | Table)[] {
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

function underlined(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { ...noBorders, bottom: hairline },
    margins: { top: 20, bottom: 20, left: 40, right: 80 },
    children,
  });
}

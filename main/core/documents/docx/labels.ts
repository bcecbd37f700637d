import {
  convertMillimetersToTwip,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { labelLetters, labelPadding } from '../../contract/documents/labels';
import type { BlockOf } from '../../contract/documents/paper';
import type { Layout } from './layout';
import { fixedTable, noBorders } from './tables';
import { runs } from './text';

/** Sheets of labels in DOCX. Pure. */

/** One table over all sheets: its rows have exact heights, so that each sheet takes as many as it has. */
export function labelsBlock(block: BlockOf<'labels'>, layout: Layout): readonly (Paragraph | Table)[] {
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
        children: runs(line, layout, { bold: index === 0, size }),
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

import {
  BorderStyle,
  Paragraph,
  ShadingType,
  type Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { BlockOf } from '../../contract/documents/paper';
import { numberIn, textsIn } from '../wording';
import type { Layout } from './layout';
import { fixedTable, noBorders, widthsOf } from './tables';
import { captionParagraph, cellText, gap } from './text';

/** Bars of a document in DOCX. Pure. */

/** White above and under a bar, so that it stands apart from the next. */
const betweenBars = { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' } as const;
/** Cells that a row is divided in: a bar fills some of them. */
const steps = 60;

/** Bars are shaded cells: they need no picture, and stay what a reader can select and correct. */
export function barsBlock(block: BlockOf<'bars'>, layout: Layout): readonly (Paragraph | Table)[] {
  if (block.items.length === 0) return [captionParagraph(block.caption, layout)];
  const most = Math.max(1, ...block.items.map((item) => item.value ?? 0));
  const [labelWidth = 0, barWidth = 0, valueWidth = 0] = widthsOf([34, 54, 12], layout);
  const unit = Math.floor(barWidth / steps);
  const grid = [labelWidth, ...Array.from({ length: steps }, () => unit), valueWidth];
  const rows = block.items.map((item) => {
    const filledSteps = item.value === null ? 0 : Math.round((item.value / most) * steps);
    return new TableRow({
      cantSplit: true,
      children: [
        wordsCell(labelWidth, cellText(item.label, layout)),
        ...barCells(filledSteps, unit, 'filled'),
        ...barCells(steps - filledSteps, unit, 'empty'),
        wordsCell(valueWidth, cellText(barValue(item, layout), layout, { end: true })),
      ],
    });
  });
  return [captionParagraph(block.caption, layout), fixedTable(rows, grid, layout), gap()];
}

function wordsCell(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    verticalAlign: VerticalAlignTable.CENTER,
    children,
  });
}

/** A stretch of a bar's row over some steps of `unit` twips; none when it has none. */
function barCells(span: number, unit: number, look: 'filled' | 'empty'): readonly TableCell[] {
  if (span === 0) return [];
  return [
    new TableCell({
      columnSpan: span,
      width: { size: unit * span, type: WidthType.DXA },
      borders: { ...noBorders, top: betweenBars, bottom: betweenBars },
      ...(look === 'filled' ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: '30468C' } } : {}),
      children: [new Paragraph({ spacing: { before: 0, after: 0 }, children: [] })],
    }),
  ];
}

function barValue(item: BlockOf<'bars'>['items'][number], layout: Layout): string {
  const value = item.value === null ? textsIn(layout.language).absent : numberIn(item.value, layout.language);
  return item.note === '' ? value : `${value} ${item.note}`;
}

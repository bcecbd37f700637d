import {
  LeaderType,
  Paragraph,
  Tab,
  type Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { BlockOf } from '../../contract/documents/paper';
import type { Layout } from './layout';
import { fixedTable, noBorders, widthsOf } from './tables';
import { cellText, runs, textParagraph } from './text';

/** Questions to answer by hand in DOCX. Pure. */

export function blankBlock(block: BlockOf<'blank'>, layout: Layout): readonly (Paragraph | Table)[] {
  const { answer } = block;
  const question = [
    ...(block.number === '' ? [] : runs(`${block.number}  `, layout, { bold: true })),
    ...runs(block.label, layout, { bold: true }),
    ...(block.hint === '' ? [] : runs(`  ${block.hint}`, layout, { quiet: true })),
  ];
  if (answer.kind === 'lines' && answer.count === 1) {
    return [lineToFill([...question, ...runs(`  ${answer.known} `, layout)], layout)];
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
): readonly (Paragraph | Table)[] {
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

import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { PaperDocument } from '../../contract/documents/paper';
import { textsIn } from '../wording';
import { drawBlock, type Picture } from './blocks';
import { type Layout, layoutOf, pageSize } from './layout';
import { runs } from './text';

/** Fonts that every Windows and every LibreOffice has or replaces by one as wide. */
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' } as const;

/** The document as the bytes of a DOCX file. `pictures`: PNG of its figures, by id. */
export async function docxOf(
  document: PaperDocument,
  pictures: ReadonlyMap<string, Picture>,
): Promise<Uint8Array> {
  const layout = layoutOf(document);
  const isLabels = document.blocks.some((block) => block.block === 'labels');
  const file = new Document({
    title: document.title,
    creator: 'Concertation',
    lastModifiedBy: 'Concertation',
    styles: stylesOf(layout),
    numbering: { config: [bulletsOf(layout)] },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...pageSize,
              orientation: layout.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: convertMillimetersToTwip(layout.margin.top),
              bottom: convertMillimetersToTwip(layout.margin.bottom),
              left: convertMillimetersToTwip(layout.margin.side),
              right: convertMillimetersToTwip(layout.margin.side),
              ...(isLabels ? { footer: 0, header: 0 } : {}),
            },
          },
        },
        ...(isLabels ? {} : { footers: { default: footerOf(document, layout) } }),
        children: [
          ...(isLabels ? [] : headOf(document, layout)),
          ...document.blocks.flatMap((block) => drawBlock(block, layout, pictures)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function headOf(document: PaperDocument, layout: Layout): readonly Paragraph[] {
  return [
    new Paragraph({
      bidirectional: layout.isRtl,
      style: 'Title',
      children: runs(document.title, layout, { size: 38, bold: true }),
    }),
    new Paragraph({
      bidirectional: layout.isRtl,
      spacing: { after: 240 },
      border: { bottom: { style: 'single', size: 8, color: '000000', space: 6 } },
      children: runs(document.subtitle, layout, { size: 19 }),
    }),
  ];
}

function footerOf(document: PaperDocument, layout: Layout): Footer {
  const [before = '', middle = '', after = ''] = textsIn(document.language).page.split(/\{\{pages?\}\}/);
  const small = { size: 16, sizeComplexScript: 16, rightToLeft: layout.isRtl } as const;
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: layout.isRtl,
        alignment: AlignmentType.START,
        children: runs(document.foot, layout, { size: small.size }),
      }),
      new Paragraph({
        bidirectional: layout.isRtl,
        alignment: AlignmentType.END,
        children: [
          new TextRun({
            ...small,
            children: [before, PageNumber.CURRENT, middle, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}

function stylesOf(layout: Layout) {
  const heading = (size: number, before: number) => ({
    run: { font, size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: '000000' },
    paragraph: { spacing: { before, after: 80 } },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: 20,
          sizeComplexScript: 20,
          language: { value: layout.language === 'en' ? 'en-GB' : 'fr-FR', bidirectional: 'ar-TN' },
        },
        paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font, color: '000000' }, paragraph: { spacing: { after: 40 } } },
      heading1: heading(28, 320),
      heading2: heading(24, 240),
      heading3: heading(21, 180),
    },
  };
}

function bulletsOf(layout: Layout) {
  return {
    reference: layout.bullets,
    levels: [
      {
        level: 0,
        format: LevelFormat.BULLET,
        text: '•',
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 360, hanging: 240 } } },
      },
    ],
  };
}

import { convertMillimetersToTwip } from 'docx';
import type { PaperDocument } from '../../contract/documents/paper';
import type { Language } from '../../contract/values';

/** A4 in millimetres, and the margins of the printed page (renderer/app/print.css). */
const a4 = { short: 210, long: 297 } as const;
const margin = { side: 16, top: 16, bottom: 18 } as const;
/** DOCX counts the size of pictures in pixels of 1/96 inch. */
const pixelsPerMillimetre = 96 / 25.4;

/** What every block needs to know of the page. */
export interface Layout {
  readonly language: Language;
  readonly isRtl: boolean;
  readonly isLandscape: boolean;
  /** Twips between the margins. */
  readonly textWidth: number;
  readonly textWidthPixels: number;
  readonly pageHeightPixels: number;
  /** Millimetres from the edge. */
  readonly margin: { readonly side: number; readonly top: number; readonly bottom: number };
  /** Reference of the bullets in the numbering. */
  readonly bullets: string;
}

/** The page of a document. Sheets of labels keep the margins of the sheet that is in the printer. */
export function layoutOf(document: PaperDocument): Layout {
  const isLandscape = document.orientation === 'landscape';
  const labels = document.blocks.find((block) => block.block === 'labels');
  const used =
    labels === undefined
      ? margin
      : { side: labels.margin.side, top: labels.margin.top, bottom: labels.margin.top / 2 };
  const width = (isLandscape ? a4.long : a4.short) - 2 * used.side;
  return {
    language: document.language,
    isRtl: document.language === 'ar',
    isLandscape,
    textWidth: convertMillimetersToTwip(width),
    textWidthPixels: Math.floor(width * pixelsPerMillimetre),
    pageHeightPixels: Math.floor(
      ((isLandscape ? a4.short : a4.long) - used.top - used.bottom) * pixelsPerMillimetre,
    ),
    margin: used,
    bullets: 'bullets',
  };
}

/** A4 in twips, as the section wants it: the short side is the width, also when it lies. */
export const pageSize = {
  width: convertMillimetersToTwip(a4.short),
  height: convertMillimetersToTwip(a4.long),
} as const;

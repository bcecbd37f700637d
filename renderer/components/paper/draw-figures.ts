import type { PaperDocument } from '../../../main/core/contract/documents/paper';

/** The figures of a shown document as pictures, for Word. */

export interface DrawnFigure {
  readonly id: string;
  readonly png: Uint8Array<ArrayBuffer>;
  /** Height over width. */
  readonly ratio: number;
}

/** Sharp at the width of a printed page: 178 mm at 230 points an inch. */
const pixelsWide = 1600;

/** What the style sheets say of a drawing and a picture of it must say itself. */
const drawnBy = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'display',
  'opacity',
] as const;

/** Draws the SVG figures of the preview as PNG, in the document's order; one that is not shown is left out. */
export async function drawFigures(document: PaperDocument): Promise<readonly DrawnFigure[]> {
  const drawn: DrawnFigure[] = [];
  for (const block of document.blocks) {
    if (block.block !== 'figure') continue;
    const svg = window.document.querySelector<SVGSVGElement>(
      `.paper-document [data-figure="${CSS.escape(block.id)}"] svg`,
    );
    if (svg !== null) drawn.push({ id: block.id, ...(await pictureOf(svg)) });
  }
  return drawn;
}

async function pictureOf(svg: SVGSVGElement): Promise<Omit<DrawnFigure, 'id'>> {
  const { width, height } = svg.viewBox.baseVal;
  const ratio = height / width;
  const canvas = document.createElement('canvas');
  canvas.width = pixelsWide;
  canvas.height = Math.round(pixelsWide * ratio);
  const address = URL.createObjectURL(
    new Blob([standingAlone(svg, canvas.width, canvas.height)], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This window cannot draw');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { png: await bytesOf(canvas), ratio };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The drawing with its styles written into it: outside the page no style sheet reaches it. */
function standingAlone(svg: SVGSVGElement, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll('*');
  for (const [index, element] of svg.querySelectorAll('*').entries()) {
    const style = getComputedStyle(element);
    for (const name of drawnBy) copies[index]?.setAttribute(name, style.getPropertyValue(name));
    copies[index]?.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', 'sans-serif');
  return new XMLSerializer().serializeToString(copy);
}

async function bytesOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('This window cannot write a picture');
  return new Uint8Array(await blob.arrayBuffer());
}

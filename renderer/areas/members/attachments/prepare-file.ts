import { attachmentLimits, longestSide } from '../../../../main/core/contract/attachments/operations';
import { CallError } from '../../../app/calls';

/** What is handed to the core: the bytes to keep, under the name the file had. */
export interface PreparedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const asPhoto = { type: 'image/jpeg', quality: 0.85 } as const;
const asDrawing = { type: 'image/png' } as const;

/** Signs of the pictures that Chromium decodes, and where they stand; what a file claims to be does not count. */
const pictures = [
  { at: 0, signs: [0xff, 0xd8, 0xff], kept: asPhoto },
  // WebP
  { at: 0, signs: [0x52, 0x49, 0x46, 0x46], kept: asPhoto },
  // AVIF
  { at: 4, signs: [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69], kept: asPhoto },
  { at: 0, signs: [0x89, 0x50, 0x4e, 0x47], kept: asDrawing },
  { at: 0, signs: [0x47, 0x49, 0x46, 0x38], kept: asDrawing },
  // BMP
  { at: 0, signs: [0x42, 0x4d], kept: asDrawing },
] as const;

/**
 * Reads a file that was dropped, pasted or chosen. A picture is turned upright, reduced to the longest side that is
 * kept and drawn anew, so that nothing but what it shows goes on; the core checks it again.
 * @throws CallError attachment_refused when it is too large to be read at all
 */
export async function prepareFile(file: File): Promise<PreparedFile> {
  if (file.size > attachmentLimits.kept) {
    throw new CallError('attachments.add', 'attachment_refused', { guess: 'too_large', name: file.name });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = pictures.find(({ at, signs }) => signs.every((byte, index) => bytes[at + index] === byte));
  const drawn = picture === undefined ? null : await drawAnew(new Blob([bytes]), picture.kept);
  return { fileName: file.name, bytes: drawn ?? bytes };
}

/** The picture drawn anew, or null when it cannot be decoded: the core then says what the file is. */
async function drawAnew(
  source: Blob,
  kept: { readonly type: string; readonly quality?: number },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bitmap = await decoded(source);
  if (bitmap === null) return null;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('No drawing context');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await canvas.convertToBlob(kept);
  return new Uint8Array(await blob.arrayBuffer());
}

async function decoded(source: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(source, { imageOrientation: 'from-image' });
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

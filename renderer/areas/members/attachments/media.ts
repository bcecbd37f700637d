import type { AttachmentRow } from '../../../../main/core/contract/attachments/operations';
import { textOf } from '../../../app/i18n';

type Shown = Pick<AttachmentRow, 'mediaType' | 'state'>;

const shortNames: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'text/plain': 'txt',
};

/** `Image JPEG`, `Document Word`. */
export function mediaText(mediaType: string): string {
  const short = shortNames[mediaType];
  return short === undefined ? mediaType : textOf(`attachments:mediaTypes.${short}`);
}

/** A picture whose bytes are here. */
export function isPicture({ mediaType, state }: Shown): boolean {
  return state === 'here' && mediaType.startsWith('image/');
}

/** What the application shows by itself. */
export function isShownInside(row: Shown): boolean {
  return isPicture(row) || (row.state === 'here' && row.mediaType === 'text/plain');
}

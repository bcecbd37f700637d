import { isDrawn, mediaTypes } from '../../../main/core/contract/attachments/media-types';
import type { AttachmentRow } from '../../../main/core/contract/attachments/operations';
import { textOf } from '../../app/i18n';

type Shown = Pick<AttachmentRow, 'mediaType' | 'state'>;

/** `Image JPEG`, `Document Word`. */
export function mediaText(mediaType: string): string {
  const short = Object.entries(mediaTypes).find(([known]) => known === mediaType)?.[1];
  return short === undefined ? mediaType : textOf(`attachments:mediaTypes.${short}`);
}

/** A picture that can be drawn, whose bytes are here. */
export function isPicture({ mediaType, state }: Shown): boolean {
  return state === 'here' && isDrawn(mediaType);
}

/** What the application shows by itself. */
export function isShownInside(row: Shown): boolean {
  return isPicture(row) || (row.state === 'here' && row.mediaType === 'text/plain');
}

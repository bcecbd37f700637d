import { type MediaType, mediaTypes } from '../../contract/attachments/media-types';
import { composed, firstCharacters } from '../../contract/text';

const longest = 80;
/** Names that Windows gives to devices, whatever their extension. */
const devices = /^(con|prn|aux|nul|(com|lpt)[\d¹²³]|clock\$|conin\$|conout\$)$/i;

/**
 * Name under which an attachment is shown and saved: its original name without folders, control characters and
 * overrides of direction, with the extension of what the file really is (PACKAGES.md §4.7 line 93).
 */
export function safeFileName(originalName: string, mediaType: MediaType): string {
  const last = originalName.split(/[\\/]/).at(-1) ?? '';
  // Composed last: what is taken out may have stood between a letter and its accent.
  const cleaned = composed(
    last
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu, '')
      .replace(/[<>:"|?*]/g, '_'),
  );
  const stem = cleaned.replace(/\.[^.]*$/, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const short = firstCharacters(stem, longest).replace(/[\s.]+$/, '');
  const name =
    short === '' ? 'document' : devices.test(short.split('.')[0]?.trim() ?? '') ? `_${short}` : short;
  return `${name}.${mediaTypes[mediaType]}`;
}

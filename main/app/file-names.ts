import path from 'node:path';
import { composed, firstCharacters } from '../core/contract/text';

/** Names that Windows keeps for devices. */
const deviceName = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|clock\$|conin\$|conout\$)\s*(?:\.|$)/i;

/**
 * Makes a proposed file name harmless on every system: no folder, no character or name that Windows refuses, no
 * control or direction character, no dot or blank at its ends, at most 120 characters.
 */
export function safeFileName(proposed: string): string {
  const harmless = composed(proposed)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}<>:"/\\|?*]/gu, '-')
    .replace(/^[.\s]+/, '');
  const plain = firstCharacters(harmless, 120).replace(/[.\s]+$/, '');
  if (plain === '') return 'concertation';
  return deviceName.test(plain) ? `_${plain}` : plain;
}

/** Adds the extension where the person typed a name without any; some systems' dialogs leave that to us. */
export function withExtension(file: string, extension: string | undefined): string {
  return extension && path.extname(file) === '' ? `${file}.${extension}` : file;
}

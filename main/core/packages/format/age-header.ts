import { DomainError } from '../../contract/errors';
import { limits } from './limits';

/** The readable header of an age file, bounded before anything is decrypted (PACKAGES.md §1.6). */

export const ageMagic = 'age-encryption.org/v1\n';
export const ageArmourMagic = '-----BEGIN AGE ENCRYPTED FILE-----';

/** The words of a stanza's first line: type, then arguments. */
export type StanzaWords = readonly string[];

export interface AgeHeader {
  readonly stanzas: readonly StanzaWords[];
  /** Bytes up to and including the line of the MAC. */
  readonly length: number;
}

/**
 * Stanzas of an age file. Bodies are left to the decrypting library.
 * @throws DomainError A02 (cut or malformed), A03 (header over 16 KiB or more than 20 stanzas)
 */
export function readAgeHeader(file: Uint8Array): AgeHeader {
  const head = Buffer.from(
    file.buffer,
    file.byteOffset,
    Math.min(file.byteLength, limits.ageHeader),
  ).toString('latin1');
  if (!head.startsWith(ageMagic)) throw new DomainError('A02', { reason: 'version' });
  const stanzas: StanzaWords[] = [];
  let start = ageMagic.length;
  for (;;) {
    const end = head.indexOf('\n', start);
    if (end < 0) {
      throw file.byteLength > limits.ageHeader
        ? new DomainError('A03', { reason: 'length' })
        : new DomainError('A02', { reason: 'header' });
    }
    const line = head.slice(start, end);
    start = end + 1;
    if (line.startsWith('-> ')) stanzas.push(line.slice('-> '.length).split(' '));
    if (stanzas.length > limits.ageStanzas) throw new DomainError('A03', { reason: 'stanzas' });
    if (line.startsWith('---')) return { stanzas, length: start };
  }
}

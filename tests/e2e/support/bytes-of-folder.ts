import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/**
 * The files below a folder whose bytes hold a text, in UTF-8 or in UTF-16 of either order, composed or decomposed, in
 * the file itself or in a packed member of an archive that lies in it.
 *
 * @returns their paths relative to the folder
 */
export function filesHolding(folder: string, text: string): string[] {
  return filesBelow(folder).filter((name) => holds(readFileSync(path.join(folder, name)), text));
}

/** Whether bytes hold a text, in one of the forms of `filesHolding`. */
export function holds(bytes: Buffer, text: string): boolean {
  const forms = formsOf(text);
  return [bytes, ...packedMembers(bytes)].some((part) => forms.some((form) => part.includes(form)));
}

/** The regular files below a folder, by their paths relative to it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile());
}

function formsOf(text: string): Buffer[] {
  return ['NFC', 'NFD'].flatMap((form) => {
    const written = text.normalize(form);
    const little = Buffer.from(written, 'utf16le');
    return [Buffer.from(written, 'utf8'), little, Buffer.from(little).swap16()];
  });
}

const localHeader = Buffer.from('PK\x03\x04', 'latin1');

/** What inflates behind anything that looks like the header of a ZIP member, wherever it lies. */
function packedMembers(bytes: Buffer): Buffer[] {
  const members: Buffer[] = [];
  for (let place = bytes.indexOf(localHeader); place >= 0; place = bytes.indexOf(localHeader, place + 4)) {
    if (place + 30 > bytes.length) break;
    const start = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
    try {
      members.push(inflateRawSync(bytes.subarray(start), { maxOutputLength: 64 * 1024 ** 2 }));
    } catch {
      // Stored, not deflated: its bytes were searched as they are.
    }
  }
  return members;
}

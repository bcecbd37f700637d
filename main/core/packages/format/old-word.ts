/** Documents of Word before DOCX and of text programs (RTF): told by their bytes, never opened here. */

const compoundStart = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** Size of an entry of the directory of a compound file; entries lie at its multiples ([MS-CFB] 2.6.1). */
const entrySize = 128;
const nameSize = 64;

/** What holds programs, or other files that may be programs. */
const programs = /^(_?vba.*|macros|dir|objectpool|mbd[0-9a-f]+|ole.*|package)$/;

/** Names of the entries of a compound file's directory, in lower case. Whatever looks like one counts. */
function entryNames(bytes: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 512; at + entrySize <= bytes.length; at += entrySize) {
    const length = bytes.readUInt16LE(at + nameSize);
    const kind = bytes[at + nameSize + 2];
    if (length < 4 || length > nameSize || length % 2 !== 0) continue;
    if (kind !== 1 && kind !== 2 && kind !== 5) continue;
    // The names of some streams begin with a control sign.
    names.add(
      bytes
        .toString('utf16le', at, at + length - 2)
        .replace(/^\p{Cc}/u, '')
        .toLowerCase(),
    );
  }
  return names;
}

/** What a compound file is: a document of Word, the same with programs in it, or another (Excel 4 hides its macros). */
export function oldWordOf(bytes: Buffer): 'document' | 'with_programs' | null {
  if (!bytes.subarray(0, compoundStart.length).equals(compoundStart)) return null;
  const names = entryNames(bytes);
  if (!names.has('worddocument')) return null;
  return [...names].some((name) => programs.test(name)) ? 'with_programs' : 'document';
}

/** Control words of RTF that bring in other files or programs: objects, their classes, templates from elsewhere. */
const bringsIn = /\\(obj[a-z]*|ole[a-z]*|template|bin)(?![a-z])/;

/** What a text that begins like RTF is. */
export function richTextOf(bytes: Buffer): 'document' | 'with_programs' | null {
  if (bytes.toString('latin1', 0, 6) !== '{\\rtf1') return null;
  return bringsIn.test(bytes.toString('latin1')) ? 'with_programs' : 'document';
}

/** How a text file may be written; the person can tell when it was guessed wrong. */
export const encodings = [
  'utf8',
  'utf8_bom',
  'utf16le',
  'utf16be',
  'windows1252',
  'windows1256',
  'iso88596',
  'macintosh',
  'dos',
] as const;
export type Encoding = (typeof encodings)[number];

/** What may be attached, each with the ending its files get (PACKAGES.md §1.11; docs/decisions/0015). */
export const mediaTypes = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/msword': 'doc',
  'application/rtf': 'rtf',
  'text/plain': 'txt',
} as const;
export type MediaType = keyof typeof mediaTypes;

/** Pictures that the windows can draw; others are kept and sent, and opened elsewhere. */
export const drawnTypes = ['image/jpeg', 'image/png'] as const satisfies readonly MediaType[];
export type DrawnType = (typeof drawnTypes)[number];

export function isDrawn(mediaType: string): mediaType is DrawnType {
  return drawnTypes.some((drawn) => drawn === mediaType);
}

/** Longest side in pixels of a picture that is kept as a telephone made it (48 million pixels), and taken from others. */
export const telephoneSide = 10_000;

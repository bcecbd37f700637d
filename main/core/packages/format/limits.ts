const KiB = 1024;
const MiB = 1024 * KiB;

/** Every limit of the format, in bytes, characters or counts (PACKAGES.md §1.6, §1.8, §1.11). */
export const limits = {
  /** One file as it arrives. */
  file: 64 * MiB,
  /** Parts put together, and the ZIP that comes out of the decryption. */
  joinedFile: 256 * MiB,
  parts: 99,
  /** Header line of a part. */
  partHeader: 256,
  ageHeader: 16 * KiB,
  ageStanzas: 20,
  ageRecipients: 4,
  entries: 2_000,
  totalInflated: 256 * MiB,
  entryInflated: 64 * MiB,
  /** No deflate stream expands further than this: one bit for the length and one for the distance of 258 bytes. */
  deflateRatio: 1_032,
  manifest: MiB,
  signature: 4 * KiB,
  /** The text on how to verify a package: a page or two in three languages. */
  readme: 64 * KiB,
  tables: 60,
  rowsATable: 100_000,
  rowsAPackage: 300_000,
  line: 256 * KiB,
  jsonDepth: 8,
  jsonKeys: 200,
  text: 64 * KiB,
  name: 300,
  code: 80,
  email: 254,
  phone: 40,
  attachment: 10 * MiB,
  /** Longest side of a picture in pixels, far above what is kept: a small file may unfold into gigabytes when drawn. */
  pictureSide: 5_000,
  registerRows: 200,
  remarks: 1_000,
  receivers: 8,
  /** Numbers that a sender may be ahead of what was seen before the file is held (C09). */
  sequenceJump: 1_000,
  /** A `created` further ahead than this is remarked upon (C08). */
  createdAheadMs: 2 * 24 * 60 * 60 * 1000,
  fileName: 64,
} as const;

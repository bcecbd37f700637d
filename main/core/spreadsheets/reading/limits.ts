/** Bounds of what is read as a spreadsheet (PACKAGES.md §4.8); a file beyond them is refused with X03 or X04. */
export const limits = {
  /** The file as it stands on the disk, bytes. */
  file: 32 * 1024 * 1024,
  /** All parts of the archive that are looked at, inflated, bytes. */
  inflated: 128 * 1024 * 1024,
  /** Parts of the archive. */
  parts: 4_000,
  sheets: 200,
  /** Rows of one sheet, empty ones between others included. */
  rows: 50_000,
  columns: 512,
  /** Cells of all sheets. */
  cells: 2_000_000,
  /** The reader is stopped after this long, ms; so is the understanding of what it read. */
  patience: 60_000,
  /** What a file says may hold the core at once for this long, ms: then it is interrupted, wherever it is. */
  turn: 1_000,
  /** Heap of the reader, MB: beyond it the reader falls over, and nothing else. */
  heap: 640,
} as const;

/** The only ZIP there is for us: every byte of the container is fixed (PACKAGES.md §1.2). */

export const zip = {
  localSignature: 0x04034b50,
  centralSignature: 0x02014b50,
  endSignature: 0x06054b50,
  localHeader: 30,
  centralHeader: 46,
  endRecord: 22,
  /** Version made by and needed: 2.0. */
  version: 20,
  /** Bit 11: names are UTF-8. */
  flags: 0x0800,
  time: 0,
  /** 1980-01-01. */
  date: 0x0021,
  stored: 0,
  deflated: 8,
  /** From *version needed* to *name length*, the same in local and central header. */
  sharedHeader: 24,
} as const;

export const manifestName = 'datapackage.json';
export const signatureName = 'datapackage.json.sig';
export const secondSignatureName = 'datapackage.json.sig2';
export const readmeName = 'README.txt';

/** This expression alone removes zip-slip, drives, NUL, streams, device names, twins by case and Unicode tricks. */
export const entryNamePattern =
  /^(datapackage\.json(\.sig2?)?|README\.txt|data\/[a-z][a-z0-9_]{0,39}\.ndjson|blobs\/[0-9a-f]{64})$/;

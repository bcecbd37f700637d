import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../main/core/packages/format/picture';
import { phonePhoto, placeInPhoto, scannedPage } from '../../support/attachments/files';

const kinds = [
  ['a photo', 'image/jpeg', phonePhoto],
  ['a scanned page', 'image/png', scannedPage],
] as const;

describe.each(kinds)('%s', (_name, type, make) => {
  it('keeps what draws it and tells nothing else', () => {
    const dirty = make({ width: 640, height: 480 });
    expect(dirty.includes(placeInPhoto)).toBe(true);
    const clean = cleanPicture(dirty, type);
    expect(clean).toMatchObject({ width: 640, height: 480 });
    for (const needle of [placeInPhoto, 'Exif', 'eXIf', 'tEXt', 'tIME', 'adobe', 'Photoshop']) {
      expect(clean?.bytes.includes(needle)).toBe(false);
    }
  });

  it('stays as it is when it was clean', () => {
    const clean = cleanPicture(make(), type)?.bytes ?? Buffer.alloc(0);
    expect(clean.length).toBeGreaterThan(0);
    expect(cleanPicture(clean, type)?.bytes).toEqual(clean);
  });

  it('is refused when it was cut anywhere before its end', () => {
    const clean = cleanPicture(make(), type)?.bytes ?? Buffer.alloc(0);
    for (let length = 0; length < clean.length; length += 1) {
      expect(cleanPicture(clean.subarray(0, length), type)).toBeNull();
    }
  });

  it('never tells its place, whatever bytes were changed in it', () => {
    const dirty = make();
    const start = dirty.indexOf(placeInPhoto);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(start - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const changed = Buffer.from(dirty);
          for (const [at, value] of changes) changed[at] = value;
          const clean = cleanPicture(changed, type);
          // Either it is no picture any more, or what it keeps is no longer than what it was, with its size known.
          if (clean !== null) {
            expect(clean.bytes.length).toBeLessThanOrEqual(changed.length);
            expect(cleanPicture(clean.bytes, type)?.bytes).toEqual(clean.bytes);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is told from bytes that are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(cleanPicture(bytes, type)).toBeNull();
      }),
    );
  });
});

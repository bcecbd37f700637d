import { afterEach, describe, expect, it } from 'vitest';
import { bytesText } from '../../../renderer/app/formats';
import { i18n } from '../../../renderer/app/i18n';

/** Sizes as people read them: in the unit that needs the fewest digits, with one decimal at most. */

const KiB = 1_024;
const MiB = 1_024 * KiB;
afterEach(() => i18n.changeLanguage('fr'));

/** With plain blanks: which blank stands before a unit is the language's own business. */
const words = (bytes: number) => bytesText(bytes).replaceAll(/\s/g, ' ');

describe('the size of a file', () => {
  it.each([
    [0, '0 o'],
    [33, '33 o'],
    [1_023, '1 023 o'],
    [1_024, '1 ko'],
    [3_400, '3,3 ko'],
    [9.96 * KiB, '10 ko'],
    [184.4 * KiB, '184 ko'],
    [1_023.4 * KiB, '1 023 ko'],
    [1_023.6 * KiB, '1 Mo'],
    [3.44 * MiB, '3,4 Mo'],
    [25 * MiB, '25 Mo'],
    [10_240 * MiB, '10 Go'],
  ])('of %d bytes is written %s', (bytes, text) => {
    expect(words(bytes)).toBe(text);
  });

  it.each([
    ['en', 33, '33 bytes'],
    ['en', 1.5 * MiB, '1.5 MB'],
    ['ar', 33, '33 بايت'],
    ['ar', 184 * KiB, '184 كيلوبايت'],
  ] as const)('is written in %s', async (language, bytes, text) => {
    await i18n.changeLanguage(language);
    expect(words(bytes)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { type FieldDescription, type FieldType, valueSchema } from '../../../main/core/contract/fields';
import { bareText } from '../../../main/core/contract/typing/bare';
import { isMonthFirst } from '../../../main/core/contract/typing/day';
import { readValue, type ValueContext } from '../../../main/core/spreadsheets/values/read-value';
import { readDraft } from '../../../renderer/components/fields/draft';

const context: ValueContext = {
  country: 'SN',
  prefix: '',
  today: '2026-09-20',
  order: 'day_first',
  pairs: new Map(),
};
const types: readonly FieldType[] = ['day', 'year', 'count', 'decimal', 'phone', 'email', 'url'];
const fields: readonly FieldDescription[] = [
  ...types.map((type): FieldDescription => ({ name: type, type, sensitivity: 'public', section: '' })),
  { name: 'latitude', type: 'decimal', axis: 'latitude', sensitivity: 'public', section: '' },
];

/** Texts on which patterns with two ways to match the same signs go back again and again. */
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  ['blank lines between two digits', (n) => `1${'\n'.repeat(n)}1${'\n'.repeat(n)}x`],
  ['blanks of every kind', (n) => `1${' \u00A0\t'.repeat(n / 3)}x`],
  ['digits', (n) => '1'.repeat(n)],
  ['digits parted by blanks', (n) => '1 '.repeat(n / 2)],
  ['thousands', (n) => `1${' 000'.repeat(n / 4)}x`],
  ['strokes', (n) => '1/'.repeat(n / 2)],
  ['dots', (n) => `a@${'a.'.repeat(n / 2)}@`],
  ['at signs', (n) => `${'a@'.repeat(n / 2)} `],
  ['commas', (n) => ','.repeat(n)],
  ['closing brackets', (n) => `a@b.c${').'.repeat(n / 2)}x`],
  ['letters', (n) => `1 ${'m'.repeat(n)}`],
  ['minutes', (n) => `14°${"1'".repeat(n / 2)}`],
  ['unseen signs', (n) => `1${'\u200B'.repeat(n)}1`],
];

/** The quickest of some runs, in milliseconds: what else the machine does only adds. */
function quickest(run: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    for (let turn = 0; turn < 5; turn += 1) run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/**
 * Eight times the length may take eight times as long, and twice that for caches; what goes back over its text would
 * take sixty-four times. Below half a millisecond nothing is told apart from the clock.
 */
function expectLinear(run: (text: string) => unknown, made: (length: number) => string): void {
  const [short, long] = [made(8_000), made(64_000)];
  run(short);
  const before = Math.max(
    quickest(() => run(short)),
    0.5,
  );
  expect(quickest(() => run(long)) / before).toBeLessThan(30);
}

describe('The time of reading grows no faster than the text', () => {
  for (const [name, made] of hostile) {
    it.each(fields.map((field) => [field.name, field] as const))(`over ${name}: %s`, (_name, field) => {
      expectLinear((text) => readDraft(field, text), made);
      expectLinear((text) => readValue(text, field, context), made);
      expectLinear((text) => valueSchema(field).safeParse(text), made);
    });

    it(`over ${name}: cleaning, and the order of days`, () => {
      expectLinear(bareText, made);
      expectLinear(isMonthFirst, made);
    });
  }

  it('and what is too long to be a value is said to be so', () => {
    for (const field of fields) {
      expect(readValue(`1${'\n'.repeat(5_000)}1`, field, context)).toMatchObject({
        why: { code: 'too_long' },
      });
    }
  });

  it.each(fields.map((field) => [field.name, field] as const))(
    'below the longest text too: %s of up to 4,000 signs costs no more than a few of 500',
    (_name, field) => {
      for (const [, made] of hostile) {
        const [short, long] = [made(480), made(3_840)];
        readDraft(field, short);
        const before = Math.max(
          quickest(() => readDraft(field, short)),
          0.5,
        );
        expect(quickest(() => readDraft(field, long)) / before).toBeLessThan(30);
      }
    },
  );
});

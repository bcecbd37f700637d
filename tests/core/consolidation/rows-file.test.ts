import { describe, expect, it } from 'vitest';
import { csvText } from '../../../renderer/areas/consolidation/figure/csv';

describe('rows saved for a spreadsheet', () => {
  it('never begin a cell of text with a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t']) {
      expect(csvText([[`${start}HYPERLINK(1)`]])).toContain(`'${start}HYPERLINK(1)`);
    }
  });

  it('leave numbers as they are, negative ones too, and nothing where nothing is known', () => {
    expect(csvText([['A1.2.1', -3, null, 12]])).toBe('\uFEFFA1.2.1;-3;;12\r\n');
  });

  it('keep a comment of several lines, with quotes and separators, in one cell', () => {
    expect(csvText([['Tenu ; « oui »\n"deux fois"', 1]])).toBe('\uFEFF"Tenu ; « oui »\n""deux fois""";1\r\n');
  });
});

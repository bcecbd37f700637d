import { describe, expect, it } from 'vitest';
import {
  digitsMissing,
  nextPlace,
  nothingHeard,
  typedInto,
} from '../../../renderer/areas/packages/trust/heard-digits';

/** Digits typed by ear, in five groups. */

const read = ['60302', '74212', '41277', '36281', '43511'];

describe('digits typed while listening', () => {
  it('are counted whatever separates them', () => {
    expect(typedInto(nothingHeard, 0, '60302-74212.41277 36281\u00A043511')).toEqual(read);
  });

  it('may be Arabic or Persian digits', () => {
    expect(typedInto(nothingHeard, 1, '٧٤۲۱۲')[1]).toBe('74212');
  });

  it('run on into the next group and leave those before alone', () => {
    const groups = typedInto(['60302', '', '', '', ''], 1, '7421241');
    expect(groups).toEqual(['60302', '74212', '41', '', '']);
    expect(nextPlace(groups, 1)).toBe(2);
    expect(digitsMissing(groups)).toBe(13);
  });

  it('beyond the fifth group are left out', () => {
    expect(typedInto(nothingHeard, 0, `${read.join(' ')} 99999`)).toEqual(read);
  });
});

import { describe, expect, it } from 'vitest';
import { fewestRows, guardsOf } from '../../../main/core/consolidation/guards';

const count = (
  changes: Partial<Record<'new' | 'changed' | 'removed' | 'vanished' | 'identical', number>>,
) => ({
  table: 'organisations',
  new: 0,
  changed: 0,
  removed: 0,
  vanished: 0,
  identical: 0,
  ...changes,
});
const codes = (changes: Parameters<typeof count>[0]) => guardsOf([count(changes)]).map((guard) => guard.code);

describe('the guard against a mass removal', () => {
  it('asks when more than a tenth of a table is gone, with or without notice', () => {
    expect(codes({ identical: 18, removed: 2 })).toEqual([]);
    expect(codes({ identical: 17, removed: 2, vanished: 1 })).toEqual(['D01']);
    expect(guardsOf([count({ identical: 17, vanished: 3 })])).toEqual([
      { code: 'D01', params: { table: 'organisations', rows: 3, percent: 15 } },
    ]);
  });

  it('leaves small tables to the eye, unless nothing is left of them', () => {
    expect(codes({ identical: fewestRows - 2, removed: 1 })).toEqual([]);
    expect(codes({ vanished: 1 })).toEqual(['D01']);
    expect(codes({ removed: 1, new: 1 })).toEqual([]);
  });
});

describe('the guard against a mass change', () => {
  it('asks when more than half of a table changed', () => {
    expect(codes({ identical: 10, changed: 10 })).toEqual([]);
    expect(codes({ identical: 9, changed: 10 })).toEqual(['D02']);
  });

  it('does not mind new records, nor a table of few', () => {
    expect(codes({ new: 400 })).toEqual([]);
    expect(codes({ changed: fewestRows - 1 })).toEqual([]);
  });
});

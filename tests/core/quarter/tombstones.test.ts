import { describe, expect, it } from 'vitest';
import { tombstoneReason } from '../../../main/core/quarter/rules';

describe('a row that left once and leaves no more', () => {
  it('says into which it was merged, before that it lies in the trash', () => {
    expect(tombstoneReason('one', 'two', '2026-09-20T10:00:00.000Z')).toBe('merged_into:two');
  });

  it('says that it was deleted, or that its person no longer agrees', () => {
    expect(tombstoneReason('one', 'one', '2026-09-20T10:00:00.000Z')).toBe('deleted');
    expect(tombstoneReason('one', 'one', null)).toBe('no_longer_shared');
  });
});

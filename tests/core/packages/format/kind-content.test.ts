import { describe, expect, it } from 'vitest';
import { type Slip, slipOfTables, tablesOfSlip } from '../../../../main/core/packages/format/kind-content';
import {
  kindOfNamespace,
  kinds,
  kindsSignedBy,
  namespaceOf,
} from '../../../../main/core/packages/format/kinds';
import { refusalCode } from '../../../support/packages/refusals';

const slip: Slip = {
  package: `sha256:${'a'.repeat(64)}`,
  epoch: 1,
  sequence: 4,
  decision: 'returned',
  note: null,
  deadline: '2026-10-20',
  decidedBy: 'Coordination',
  headEpoch: 1,
  headSequence: 3,
  headDigest: `sha256:${'b'.repeat(64)}`,
  remarks: [{ number: 1, table: null, row: null, field: null, text: 'Merci de préciser.' }],
};

describe('a slip', () => {
  it('comes back from its tables', () => {
    expect(slipOfTables(tablesOfSlip(slip))).toEqual(slip);
  });

  it.each([
    ['accepts without remark but makes one', { ...slip, decision: 'accepted' } as Slip],
    ['returns without a word', { ...slip, remarks: [] }],
    [
      'accepts with remarks and makes none',
      { ...slip, decision: 'accepted_with_remarks', remarks: [] } as Slip,
    ],
    ['knows half of the head', { ...slip, headDigest: null }],
  ])('is contradictory when it %s', async (_name, other) => {
    expect(await refusalCode(() => slipOfTables(tablesOfSlip(other)))).toBe('R05');
  });

  it('must decide', async () => {
    expect(await refusalCode(() => slipOfTables({ decision: [], remarks: [] }))).toBe('M01');
  });
});

describe('the kinds', () => {
  it('have a namespace each, and no other namespace is one of ours', () => {
    for (const kind of kinds) expect(kindOfNamespace(namespaceOf(kind))).toBe(kind);
    for (const other of [
      'file',
      'git',
      'concertation-report-v2',
      'concertation-gossip-v1',
      'concertation-report-v1 ',
      '',
    ]) {
      expect(kindOfNamespace(other)).toBeNull();
    }
  });

  it('are signed by the roles of the specification', () => {
    expect(kindsSignedBy('committee')).toEqual(['report', 'attachments', 'devices']);
    expect(kindsSignedBy('coordinator')).toEqual(['slip', 'invite', 'restore', 'regional']);
    expect(kindsSignedBy('lead')).toEqual(['slip', 'reference', 'invite', 'restore', 'regional']);
  });
});

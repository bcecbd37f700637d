import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { narrative, organisation, type Region, region, tombstone, upTo } from './region';

/** Reviewing reports at the coordination, against its real database. */

const quarter = '2026-Q3';
let coordination: Region;

beforeAll(async () => {
  coordination = await region(['TN', 'SN']);
});

afterAll(() => coordination.close());

describe('a committee whose register shrinks', () => {
  const members = upTo(20).map((number) => organisation('TN', number));

  it('is told what was removed with notice and what vanished without', async () => {
    const first = coordination.stage({
      committee: 'TN',
      quarter: '2026-Q2',
      sequence: 1,
      tables: { organisations: members, narratives: [narrative('TN', '2026-Q2')] },
    });
    await coordination.accept(first);
    const [removed, vanished, another] = members;
    if (!removed || !vanished || !another) throw new Error('Three organisations are needed');
    const gone = new Set([removed.id, vanished.id, another.id]);
    const second = coordination.stage({
      committee: 'TN',
      quarter,
      sequence: 2,
      tables: {
        organisations: members.filter((row) => !gone.has(row.id)),
        narratives: [narrative('TN', quarter)],
        tombstones: [tombstone('organisations', removed)],
      },
    });
    const { counts, guards } = await coordination.call('submissions.get', { id: second });
    expect(counts.find((count) => count.table === 'organisations')).toMatchObject({
      removed: 1,
      vanished: 2,
      identical: 17,
    });
    expect(guards.map((guard) => guard.code)).toEqual(['D01']);
    await expect(coordination.accept(second)).rejects.toMatchObject({ code: 'D01' });
    await coordination.accept(second, { confirmation: 'TN' });
    const read = await coordination.call('consolidation.organisations', { by: 'country', upTo: quarter });
    expect(read.groups.find((group) => group.key === 'TN')?.count).toBe(17);
  });

  it('can still be read as it stood a quarter before', async () => {
    const read = await coordination.call('consolidation.organisations', { by: 'country', upTo: '2026-Q2' });
    expect(read.groups.find((group) => group.key === 'TN')?.count).toBe(20);
  });
});

describe('what is typed of a review', () => {
  const remark = {
    table: 'organisations',
    record: String(organisation('SN', 0).id),
    field: null,
    title: 'Association SN 00000',
    text: 'Adresse à vérifier',
  };
  const typed = { decision: 'returned', general: '', deadline: '2026-10-20', remarks: [remark] } as const;

  it('is kept until the decision, which keeps what was signed and lets nothing be typed after it', async () => {
    const id = coordination.stage({
      committee: 'SN',
      quarter,
      sequence: 1,
      tables: { organisations: [organisation('SN', 0)], narratives: [narrative('SN', quarter)] },
    });
    expect(await coordination.call('submissions.draft', { id })).toBeNull();
    await coordination.call('submissions.saveDraft', { id, draft: { ...typed, remarks: [remark] } });
    expect(await coordination.call('submissions.draft', { id })).toEqual(typed);
    await coordination.accept(id);
    expect(await coordination.call('submissions.draft', { id })).toMatchObject({
      decision: 'accepted',
      remarks: [],
    });
    await expect(
      coordination.call('submissions.saveDraft', { id, draft: { ...typed, remarks: [remark] } }),
    ).rejects.toMatchObject({ code: 'already_decided' });
  });
});

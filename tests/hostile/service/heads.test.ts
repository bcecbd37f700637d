import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerInForce } from '../../../main/core/packages/service';
import { holderOf, letterBy } from '../../support/hostile/forger';
import { Target } from '../../support/hostile/target';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';
import type { KeyHolder } from '../../support/packages/programme';

/** What a slip says of our own reports is held against what was signed here (PACKAGES.md §2.5, §5). */

const quarter = '2026-Q3';
const foreign = `sha256:${'7'.repeat(64)}`;
let coordination: Laptop;
let senegal: Target;
let forim: KeyHolder;
let reports: string[];

beforeEach(async () => {
  coordination = await coordinationLaptop();
  senegal = new Target(await committeeLaptop('SN'));
  await enrol(coordination, senegal.laptop, 'SN');
  forim = holderOf('FORIM', coordination);
  await typeQuarter(senegal.laptop, quarter);
  await sendQuarter(senegal.laptop, quarter);
  reports = [];
  reports = [await lastReport()];
});
afterEach(() => {
  coordination.throwAway();
  senegal.throwAway();
});

async function lastReport(): Promise<string> {
  const items = await senegal.laptop.call('packages.outbox', {});
  return items.find(({ kind, digest }) => kind === 'report' && !reports.includes(digest))?.digest ?? '';
}

/** A second report of the same quarter. */
async function rectify(): Promise<void> {
  await senegal.laptop.call('quarter.startRectification', { quarter, reason: 'Une ligne oubliée' });
  await senegal.laptop.create('organisations', { name: 'Union du fleuve', country: 'SN', status: 'member' });
  await sendQuarter(senegal.laptop, quarter);
  reports.push(await lastReport());
}

interface Told {
  readonly judged?: string;
  readonly number?: number;
  readonly head?: { readonly epoch: number; readonly sequence: number; readonly digest: string };
  readonly slip?: number;
  readonly previous?: string | null;
}

async function slip({
  judged = reports[0] ?? '',
  number = 1,
  head,
  slip: sequence = 1,
  previous = null,
}: Told) {
  const known = await senegal.read(({ database }) => registerInForce(database));
  return letterBy(forim, {
    kind: 'slip',
    to: ['SN'],
    register: known?.register.version ?? 1,
    sequence,
    previous,
    tables: {
      decision: [
        {
          package: judged,
          epoch: 1,
          sequence: number,
          decision: 'accepted',
          note: null,
          deadline: null,
          decidedBy: null,
          headEpoch: head?.epoch ?? null,
          headSequence: head?.sequence ?? null,
          headDigest: head?.digest ?? null,
        },
      ],
      remarks: [],
    },
    blobs: [{ content: known?.archive ?? new Uint8Array(), role: 'package' }],
  });
}

const state = async () => {
  const told = await senegal.laptop.call('workspace.state', {});
  return told.status === 'open' ? told.ledger : told.status;
};

describe('the head that a slip tells', () => {
  it('and that was signed here changes nothing', async () => {
    const head = { epoch: 1, sequence: 1, digest: reports[0] ?? '' };
    expect(await senegal.opens((await slip({ head })).archive)).toMatchObject({ kind: 'slip', notices: [] });
    expect(await state()).toBe('fine');
  });

  it.each([
    ['ahead of what was signed here', { epoch: 1, sequence: 2, digest: foreign }],
    ['of another content under our number', { epoch: 1, sequence: 1, digest: foreign }],
    ['of a key that was never ours', { epoch: 2, sequence: 1, digest: foreign }],
  ])('%s stops signing, now and after the next opening', async (_what, head) => {
    const { laptop } = senegal;
    expect(await senegal.opens((await slip({ head })).archive)).toMatchObject({
      kind: 'slip',
      notices: [{ code: 'B04', params: {} }],
    });
    expect(await state()).toBe('behind');
    await laptop.call('quarter.startRectification', { quarter, reason: 'Une ligne oubliée' });
    await expect(laptop.call('quarter.sign', { quarter, passphrase })).rejects.toMatchObject({
      code: expect.stringMatching(/B04|quarter_blocked/),
    });
    await laptop.call('workspace.lock', {});
    const [known] = await laptop.call('workspace.known', {});
    await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
    expect(await state()).toBe('behind');
  });
});

describe('the report that a slip judges', () => {
  it('is the one of that number, or the slip is refused', async () => {
    expect(await senegal.refuses((await slip({ number: 2 })).archive)).toBe('R01');
    expect((await senegal.laptop.call('quarter.overview', { quarter })).state).toBe('signed');
  });

  it('is not one that was followed by another which was judged already', async () => {
    await rectify();
    const later = await slip({ judged: reports[1] ?? '', number: 2 });
    expect(await senegal.opens(later.archive)).toMatchObject({ kind: 'slip', decision: 'accepted' });
    const older = await slip({ slip: 2, previous: later.digest });
    expect(await senegal.refuses(older.archive)).toBe('R04');
    expect((await senegal.laptop.call('quarter.overview', { quarter })).state).toBe('accepted');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/** The one cycle that matters (DESIGN.md §1), between one committee and the coordination. */

const quarter = '2026-Q3';
let coordination: Laptop;
let committee: Laptop;

beforeAll(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
});

afterAll(() => {
  coordination.throwAway();
  committee.throwAway();
});

async function overview() {
  return committee.call('quarter.overview', { quarter });
}

describe('a quarter, from typing to acceptance', () => {
  let submission = '';

  it('cannot be signed before something was done and told', async () => {
    const { checks } = await overview();
    expect(checks.filter((check) => check.level === 'blocking').map((check) => check.message.code)).toEqual([
      'no_activity',
      'no_highlights',
    ]);
    await expect(committee.call('quarter.sign', { quarter, passphrase })).rejects.toMatchObject({
      code: 'quarter_blocked',
      params: { count: 2 },
    });
  });

  it('asks for the passphrase again at the signature', async () => {
    await typeQuarter(committee, quarter, 4);
    await expect(
      committee.call('quarter.sign', { quarter, passphrase: 'autre chose' }),
    ).rejects.toMatchObject({
      code: 'K11',
    });
  });

  it('is locked once signed', async () => {
    const file = await sendQuarter(committee, quarter);
    expect((await overview()).state).toBe('signed');
    await expect(typeQuarter(committee, quarter, 5)).rejects.toMatchObject({ code: 'quarter_locked' });
    await expect(committee.call('changes.undo', {})).rejects.toMatchObject({ code: 'quarter_locked' });
    await committee.create('organisations', {
      name: 'Association née après la signature',
      country: 'SN',
      status: 'member',
    });
    expect((await overview()).contents[0]).toMatchObject({ table: 'organisations', rows: 0, percent: null });
    const [received] = await coordination.receive(file);
    expect(received).toMatchObject({ kind: 'report', from: 'SN', period: quarter, notices: [] });
    submission = received?.kind === 'report' ? received.submission : '';
  });

  it('is not counted in the region while it waits for review', async () => {
    const { figures } = await coordination.call('consolidation.logframe', { upTo: quarter });
    expect(figures.find((figure) => figure.activity === 'A1.2.1')).toMatchObject({
      done: null,
      countriesIn: [],
    });
  });

  it('opens again with its remarks when it is returned', async () => {
    const { rows } = await coordination.call('submissions.difference', {
      id: submission,
      table: 'activity_lines',
      nature: 'new',
      search: '',
      offset: 0,
      limit: 10,
    });
    const line = rows[0];
    const slip = await coordination.call('submissions.decide', {
      id: submission,
      decision: 'returned',
      general: 'Un chiffre à vérifier.',
      remarks: [
        {
          table: 'activity_lines',
          record: line?.record ?? '',
          field: 'quantity',
          title: '',
          text: 'Double compte ?',
        },
      ],
      deadline: '2026-10-16',
      confirmation: null,
      passphrase,
    });
    const [read] = await committee.receive(await coordination.send(slip.outbox, slip.fileName));
    expect(read).toMatchObject({ kind: 'slip', decision: 'returned', period: quarter });
    const { state, lines, slip: shown } = await overview();
    expect(state).toBe('returned');
    expect(shown).toMatchObject({ general: 'Un chiffre à vérifier.', deadline: '2026-10-16', from: 'FORIM' });
    expect(shown?.remarks).toEqual([
      {
        table: 'activity_lines',
        record: lines.find((candidate) => candidate.activity === 'A1.2.1')?.id,
        field: 'quantity',
        title: 'A1.2.1',
        text: 'Double compte ?',
        target: 'lines',
      },
    ]);
  });

  it('is accepted once corrected, under the same rectification number', async () => {
    await typeQuarter(committee, quarter, 2);
    const [received] = await coordination.receive(await sendQuarter(committee, quarter));
    if (received?.kind !== 'report') throw new Error(JSON.stringify(received));
    const details = await coordination.call('submissions.get', { id: received.submission });
    expect(details).toMatchObject({ revision: 0, sequence: 2, state: 'to_review' });
    const slip = await coordination.call('submissions.decide', {
      id: received.submission,
      decision: 'accepted',
      general: '',
      remarks: [],
      deadline: null,
      confirmation: null,
      passphrase,
    });
    await committee.receive(await coordination.send(slip.outbox, slip.fileName));
    expect((await overview()).state).toBe('accepted');
    const { figures } = await coordination.call('consolidation.logframe', { upTo: quarter });
    expect(figures.find((figure) => figure.activity === 'A1.2.1')).toMatchObject({
      done: 2,
      countriesIn: ['SN'],
    });
  });

  it('is rectified under a number and a reason, and the board says so', async () => {
    await committee.call('quarter.startRectification', { quarter, reason: 'Un atelier oublié à Thiès.' });
    await typeQuarter(committee, quarter, 3);
    const [received] = await coordination.receive(await sendQuarter(committee, quarter));
    if (received?.kind !== 'report') throw new Error(JSON.stringify(received));
    const details = await coordination.call('submissions.get', { id: received.submission });
    expect(details).toMatchObject({ revision: 1, reason: 'Un atelier oublié à Thiès.' });
    await coordination.call('submissions.decide', {
      id: received.submission,
      decision: 'accepted',
      general: '',
      remarks: [],
      deadline: null,
      confirmation: null,
      passphrase,
    });
    const board = await coordination.call('consolidation.board', { upTo: quarter, quarters: 1 });
    const cell = board.countries.find((country) => country.code === 'SN')?.cells[0];
    expect(cell).toMatchObject({ state: 'rectified', revision: 1 });
  });
});

describe('the same package once more', () => {
  it('changes nothing, and the slip is offered again', async () => {
    const items = await committee.call('packages.outbox', {});
    const first = items.filter((item) => item.kind === 'report').at(-1);
    const again = await committee.send(first?.id ?? '', 'le-meme (1).bin');
    const before = await coordination.call('submissions.list', {});
    const [known] = await coordination.receive(again);
    expect(known).toMatchObject({ kind: 'known', notice: { code: 'C01' } });
    expect(known?.kind === 'known' && known.slip).toMatch(/^[0-9a-f-]{36}$/);
    expect(await coordination.call('submissions.list', {})).toEqual(before);
  });
});

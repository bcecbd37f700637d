import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/** What the navigation and the status bar say of a quarter is what its page says. */

const quarter = '2026-Q3';
let coordination: Laptop;
let committee: Laptop;

beforeEach(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('TN');
});

afterEach(() => {
  coordination.throwAway();
  committee.throwAway();
});

async function expectAgreement(): Promise<{ state: string; blocking: number; slip: unknown }> {
  const brief = await committee.call('quarter.standing', { quarter });
  const { state, checks, slip } = await committee.call('quarter.overview', { quarter });
  const isOpen = ['open', 'returned', 'rectifying'].includes(state);
  expect(brief).toEqual({
    state,
    blocking: isOpen ? checks.filter((check) => check.level === 'blocking').length : 0,
    slip: slip && { decision: slip.decision, remarks: slip.remarks.length },
  });
  return brief;
}

describe('the standing of a quarter in brief', () => {
  it('agrees with its page from the first day to the return slip', async () => {
    expect(await expectAgreement()).toMatchObject({ state: 'open', blocking: 3, slip: null });
    await enrol(coordination, committee, 'TN');
    expect(await expectAgreement()).toMatchObject({ blocking: 2 });
    await typeQuarter(committee, quarter);
    expect(await expectAgreement()).toMatchObject({ blocking: 0 });
    const [opened] = await coordination.receive(await sendQuarter(committee, quarter));
    if (opened?.kind !== 'report') throw new Error(JSON.stringify(opened));
    expect(await expectAgreement()).toMatchObject({ state: 'signed', blocking: 0 });
    const slip = await coordination.call('submissions.decide', {
      id: opened.submission,
      decision: 'returned',
      general: 'À revoir',
      remarks: [],
      deadline: null,
      confirmation: null,
      passphrase,
    });
    await committee.receive(await coordination.send(slip.outbox, slip.fileName));
    expect(await expectAgreement()).toMatchObject({
      state: 'returned',
      blocking: 0,
      slip: { decision: 'returned', remarks: 0 },
    });
  });
});

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

/** What leaves a committee, and what stays (DESIGN.md §6). */

const quarter = '2026-Q3';
let coordination: Laptop;
let committee: Laptop;

beforeEach(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('TN');
  await enrol(coordination, committee, 'TN');
  await typeQuarter(committee, quarter);
});

afterEach(() => {
  coordination.throwAway();
  committee.throwAway();
});

async function person(fullName: string, more: Record<string, string | boolean> = {}): Promise<string> {
  const { id } = await committee.create('persons', { fullName, sex: 'f', ageBand: '25_35', ...more });
  return id;
}

async function agrees(id: string, purpose: string, more: Record<string, string> = {}): Promise<string> {
  const consent = { person: id, purpose, givenOn: '2026-01-10', manner: 'written', ...more };
  return (await committee.create('consents', consent)).id;
}

async function received(): Promise<Record<string, number>> {
  const [opened] = await coordination.receive(await sendQuarter(committee, quarter));
  if (opened?.kind !== 'report') throw new Error(JSON.stringify(opened));
  await coordination.call('submissions.decide', {
    id: opened.submission,
    decision: 'accepted',
    general: '',
    remarks: [],
    deadline: null,
    confirmation: 'TN',
    passphrase,
  });
  const { contents } = await committee.call('quarter.overview', { quarter });
  return Object.fromEntries(contents.map(({ table, rows }) => [table, rows]));
}

async function namesInTheRegion(): Promise<unknown[]> {
  const page = await coordination.call('members.persons', {
    search: '',
    filters: [],
    sort: { field: 'fullName', direction: 'ascending' },
    trashed: 'without',
    offset: 0,
    limit: 50,
  });
  return page.rows.map((row) => row.values.fullName);
}

describe('a person', () => {
  it('leaves by name only with a consent for the region that is valid today', async () => {
    await agrees(await person('Aminata Accord'), 'region');
    await agrees(await person('Binta Annuaire'), 'directory');
    await agrees(await person('Coumba Expirée'), 'region', { expiresOn: '2026-06-30' });
    await agrees(await person('Dior Retirée'), 'region', { withdrawnOn: '2026-09-01' });
    await person('Elhadj Silence');
    expect(await received()).toMatchObject({ persons: 1, person_counts: 1 });
    expect(await namesInTheRegion()).toEqual(['Aminata Accord']);
  });

  it('never leaves by name when the sheet is confidential, whatever was agreed', async () => {
    await agrees(await person('Fanta Menacée', { confidential: true }), 'region');
    await received();
    expect(await namesInTheRegion()).toEqual([]);
  });

  it('is no longer named after withdrawing, and that is told as a removal, not as a loss', async () => {
    const consent = await agrees(await person('Aminata Accord'), 'region');
    await received();
    await committee.call('records.update', {
      entity: 'consents',
      id: consent,
      revision: 1,
      values: { withdrawnOn: '2026-09-15' },
    });
    await committee.call('quarter.startRectification', { quarter, reason: 'Retrait d’un accord' });
    const [opened] = await coordination.receive(await sendQuarter(committee, quarter));
    if (opened?.kind !== 'report') throw new Error(JSON.stringify(opened));
    const { counts } = await coordination.call('submissions.get', { id: opened.submission });
    expect(counts.find((count) => count.table === 'persons')).toMatchObject({ removed: 1, vanished: 0 });
  });
});

describe('an organisation', () => {
  it('leaves without what belongs to the committee alone', async () => {
    await committee.create('organisations', {
      name: 'Association Nour',
      country: 'TN',
      status: 'member',
      phone: '+216 75 612 209',
      email: 'contact@anao.example',
      registrationNumber: '2012/0417',
      notes: 'Confidences recueillies en entretien',
    });
    await received();
    const page = await coordination.call('members.list', {
      search: 'nour',
      filters: [],
      sort: { field: 'name', direction: 'ascending' },
      trashed: 'without',
      offset: 0,
      limit: 10,
    });
    const values = page.rows[0]?.values ?? {};
    expect(values).toMatchObject({ name: 'Association Nour', phone: null, email: null, notes: null });
    expect(values.registrationNumber).toBeNull();
  });
});

describe('a quarter that did not change', () => {
  it('is offered again under its number when it was returned', async () => {
    const file = await sendQuarter(committee, quarter);
    const [opened] = await coordination.receive(file);
    if (opened?.kind !== 'report') throw new Error(JSON.stringify(opened));
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
    const again = await committee.call('quarter.sign', { quarter, passphrase });
    expect(again.state).toBe('unchanged');
    expect(
      (await committee.call('packages.outbox', {})).filter((item) => item.kind === 'report'),
    ).toHaveLength(1);
  });
});

describe('an organisation that goes to the trash between two quarters', () => {
  it('is buried with its seat, its links and its statuses, which the region loses as well', async () => {
    const member = async (name: string) =>
      (await committee.create('organisations', { name, country: 'TN', status: 'member' })).id;
    const [gone, kept] = [await member('Réseau Lien'), await member('Passerelles')];
    await committee.create('seats', { organisation: gone, role: 'chair', since: '2026-01-01' });
    await committee.create('seats', { organisation: kept, role: 'member', since: '2026-01-01' });
    await committee.create('organisationLinks', { organisation: kept, kind: 'member_of', other: gone });
    await committee.create('statusPeriods', { organisation: gone, status: 'member', since: '2026-02-01' });
    await received();
    await committee.call('records.trash', { entity: 'organisations', ids: [gone] });
    await committee.call('quarter.startRectification', { quarter, reason: 'Une fiche en double' });
    const [opened] = await coordination.receive(await sendQuarter(committee, quarter));
    if (opened?.kind !== 'report') throw new Error(JSON.stringify(opened));
    const { counts } = await coordination.call('submissions.get', { id: opened.submission });
    const removed = Object.fromEntries(counts.map((count) => [count.table, count.removed]));
    expect(removed).toMatchObject({
      organisations: 1,
      seats: 1,
      organisation_links: 1,
      status_periods: 1,
    });
    expect(counts.reduce((sum, count) => sum + count.vanished, 0)).toBe(0);
  });
});

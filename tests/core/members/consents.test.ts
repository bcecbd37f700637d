import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsentState } from '../../../main/core/contract/members/consent-operations';
import type { ListRequest } from '../../../main/core/contract/members/operations';
import { consentStateOn } from '../../../main/core/members/consent-states';
import { validPurposes } from '../../../main/core/members/rules';
import { paper } from '../../support/attachments/files';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** Consents of everybody: what is missing, what ends, answers noted for many. The clock says 20 September 2026. */

let committee: Laptop;
let amel: string;
let brahim: string;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
  amel = (await committee.create('persons', { fullName: 'Amel Ben Salah' })).id;
  brahim = (await committee.create('persons', { fullName: 'Brahim Diop' })).id;
});

afterEach(() => committee.throwAway());

const everybody: ListRequest = {
  search: '',
  filters: [],
  sort: { field: 'fullName', direction: 'ascending' },
  trashed: 'without',
  offset: 0,
  limit: 100,
};
const answers = {
  purposes: ['directory', 'region'],
  answer: 'agrees',
  on: '2026-09-20',
  manner: 'written',
  expiresOn: null,
  proof: 'classeur 3',
} as const;
const record = (changes: object) =>
  committee.call('consents.record', {
    persons: [amel, brahim],
    ...answers,
    purposes: [...answers.purposes],
    ...changes,
  });

async function stateOf(person: string, purpose: string): Promise<ConsentState | undefined> {
  const { rows } = await committee.call('consents.list', everybody);
  return rows.find((row) => row.id === person)?.states.find((one) => one.purpose === purpose)?.state;
}

const given = (purpose: string, values: Record<string, string>) =>
  committee.create('consents', { person: amel, purpose, manner: 'written', ...values });

describe('the list of consents', () => {
  it('says where a person stands on every purpose', async () => {
    await given('directory', { givenOn: '2026-01-01', expiresOn: '2026-11-19', proof: 'classeur 1' });
    await given('photo', { givenOn: '2026-01-01', expiresOn: '2026-09-19' });
    await given('region', { givenOn: '2026-01-01', withdrawnOn: '2026-09-20' });
    await given('donor', { givenOn: '2026-01-01', expiresOn: '2026-11-20' });
    const states = await Promise.all(
      ['directory', 'photo', 'region', 'donor'].map((purpose) => stateOf(amel, purpose)),
    );
    expect(states).toEqual(['expiring', 'expired', 'withdrawn', 'unproven']);
    expect(await stateOf(brahim, 'directory')).toBe('missing');
  });

  it('calls a consent proven whose paper is attached, until the paper goes to the trash', async () => {
    const { id: consent } = await given('region', { givenOn: '2026-01-01' });
    const { id } = await committee.call('attachments.add', {
      owner: { entity: 'persons', id: amel },
      consent,
      kind: 'consent_proof',
      fileName: 'accord.pdf',
      bytes: Uint8Array.from(paper('accord')),
    });
    expect(await stateOf(amel, 'region')).toBe('valid');
    expect((await committee.call('consents.counts', {})).byState.unproven).toBe(0);
    await committee.call('records.trash', { entity: 'attachments', ids: [id] });
    expect(await stateOf(amel, 'region')).toBe('unproven');
    await committee.call('changes.undo', {});
    expect(await stateOf(amel, 'region')).toBe('valid');
  });

  it('does not take the papers of a person for the proof of a consent', async () => {
    await given('region', { givenOn: '2026-01-01' });
    await committee.call('attachments.add', {
      owner: { entity: 'persons', id: amel },
      consent: null,
      kind: 'other',
      fileName: 'lettre.pdf',
      bytes: Uint8Array.from(paper('lettre')),
    });
    expect(await stateOf(amel, 'region')).toBe('unproven');
  });

  it('leaves out who is confidential and who is in the trash', async () => {
    await committee.create('persons', { fullName: 'Emna Cachee', confidential: true });
    await committee.call('records.trash', { entity: 'persons', ids: [brahim] });
    const { rows, total } = await committee.call('consents.list', everybody);
    expect(rows.map((row) => row.values.fullName)).toEqual(['Amel Ben Salah']);
    expect(total).toBe(1);
    expect((await committee.call('consents.counts', {})).persons).toBe(1);
  });

  it('filters by purpose and state, by any purpose, searches and sorts what is missing first', async () => {
    await record({ persons: [amel] });
    const found = async (changes: Partial<ListRequest>) =>
      (await committee.call('consents.list', { ...everybody, ...changes })).rows.map((row) => row.id);
    expect(await found({ filters: [{ field: 'directory', rule: 'any_of', values: ['missing'] }] })).toEqual([
      brahim,
    ]);
    expect(await found({ filters: [{ field: 'any', rule: 'any_of', values: ['valid'] }] })).toEqual([amel]);
    expect(await found({ filters: [{ field: 'region', rule: 'filled', values: [] }] })).toEqual([amel]);
    expect(await found({ search: 'diop' })).toEqual([brahim]);
    expect(await found({ sort: { field: 'directory', direction: 'ascending' } })).toEqual([brahim, amel]);
    expect(await found({ offset: 1, limit: 1 })).toEqual([brahim]);
    await expect(
      committee.call('consents.list', {
        ...everybody,
        filters: [{ field: 'notes', rule: 'any_of', values: ['x'] }],
      }),
    ).rejects.toMatchObject({ code: 'input_refused' });
  });

  it('knows the purposes of the programme, and no other', async () => {
    await expect(record({ purposes: ['unknown'] })).rejects.toMatchObject({ code: 'input_refused' });
    expect(await stateOf(amel, 'directory')).toBe('missing');
  });
});

describe('answers noted for many', () => {
  it('are one gesture, which undo takes back whole', async () => {
    expect(await record({})).toEqual({ recorded: 4 });
    expect(await stateOf(brahim, 'region')).toBe('valid');
    await committee.call('changes.undo', {});
    for (const person of [amel, brahim]) expect(await stateOf(person, 'region')).toBe('missing');
  });

  it('are not noted twice', async () => {
    await record({});
    expect(await record({})).toEqual({ recorded: 0 });
    await committee.call('changes.undo', {});
    expect(await stateOf(amel, 'directory')).toBe('missing');
  });

  it('as a refusal end what was agreed and are remembered where nothing was', async () => {
    await record({ persons: [amel], on: '2026-09-01' });
    expect(await record({ answer: 'refuses' })).toEqual({ recorded: 4 });
    for (const person of [amel, brahim]) expect(await stateOf(person, 'directory')).toBe('withdrawn');
    const sheet = await committee.call('members.personSheet', { id: brahim });
    expect(sheet.leaves).toBe('counted');
    await committee.call('changes.undo', {});
    expect(await stateOf(amel, 'directory')).toBe('valid');
    expect(await stateOf(brahim, 'directory')).toBe('missing');
  });

  it('as an agreement of an older paper end where the person took it back since', async () => {
    await record({ persons: [amel], answer: 'refuses', on: '2026-06-01' });
    await record({ on: '2026-03-01' });
    expect(await stateOf(amel, 'region')).toBe('withdrawn');
    expect(await stateOf(brahim, 'region')).toBe('valid');
    await record({ persons: [amel], on: '2026-07-01' });
    expect(await stateOf(amel, 'region')).toBe('valid');
    expect(await record({ persons: [amel], on: '2026-03-01' })).toEqual({ recorded: 0 });
  });

  it('refuse a day to come, an end before the answer, a person who is not there; nothing is noted', async () => {
    const refused = (changes: object, code: string) =>
      expect(record(changes)).rejects.toMatchObject({ code });
    await refused({ on: '2026-09-21' }, 'input_refused');
    await refused({ expiresOn: '2026-09-19' }, 'input_refused');
    await refused({ manner: 'shouted' }, 'input_refused');
    await refused({ persons: [amel, '01900000-0000-7000-8000-000000000000'] }, 'record_missing');
    expect(await stateOf(amel, 'directory')).toBe('missing');
  });
});

describe('the state of consents', () => {
  const day = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const consent = fc.record({
    id: fc.uuid(),
    givenOn: day,
    manner: fc.constant('written'),
    expiresOn: fc.option(day),
    withdrawnOn: fc.option(day),
    proof: fc.option(fc.constantFrom('', 'classeur')),
    paper: fc.constantFrom('attached' as const, 'not_attached' as const),
  });

  it('is one of the valid ones exactly when what leaves would name the person', () => {
    fc.assert(
      fc.property(fc.array(consent, { maxLength: 4 }), day, (consents, today) => {
        const { state } = consentStateOn(consents, today);
        const names = validPurposes(
          consents.map((one) => ({ ...one, purpose: 'region' })),
          today,
        ).includes('region');
        expect(['expiring', 'unproven', 'valid'].includes(state)).toBe(names);
      }),
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import {
  activeCoordinators,
  activeParty,
  allowedSigners,
  checkOwnRow,
  checkRegister,
  compareRegisters,
  maySign,
  type Party,
  partyOfKey,
  type Register,
  registerOfTables,
  tablesOfRegister,
} from '../../../../main/core/packages/format/register';
import { keyText } from '../../../../main/core/packages/format/ssh-key';
import {
  aProgramme,
  keyHolder,
  nextRegister,
  type Programme,
  partyOf,
} from '../../../support/packages/programme';
import { refusal, refusalCode } from '../../../support/packages/refusals';
import { weakKeys } from '../../../support/packages/weak-keys';

let programme: Programme;
let register: Register;
beforeAll(async () => {
  programme = await aProgramme();
  register = programme.register;
});
const replacing = (code: string, change: Partial<Party>): Register => ({
  ...register,
  parties: register.parties.map((party) => (party.code === code ? { ...party, ...change } : party)),
});

describe('a register', () => {
  it('is good with one lead, coordinators and committees, and comes back from its tables', () => {
    expect(() => checkRegister(register)).not.toThrow();
    expect(registerOfTables(tablesOfRegister(register))).toEqual(register);
  });

  it('finds parties by key and by code', () => {
    expect(partyOfKey(register, programme.ci.key)?.code).toBe('CI');
    expect(partyOfKey(register, programme.root.key)).toBeNull();
    expect(activeParty(register, 'SN')?.key).toBe(programme.sn.key);
    expect(activeCoordinators(register).map(({ code }) => code)).toEqual(['FORIM', 'GRDR']);
  });

  it('says which kinds a role may sign', () => {
    const committee = register.parties.find(({ code }) => code === 'CI') as Party;
    const lead = register.parties.find(({ code }) => code === 'FORIM') as Party;
    const coordinator = register.parties.find(({ code }) => code === 'GRDR') as Party;
    expect([
      maySign(committee, 'report'),
      maySign(committee, 'slip'),
      maySign(committee, 'register'),
    ]).toEqual([true, false, false]);
    expect([maySign(lead, 'slip'), maySign(lead, 'reference'), maySign(lead, 'report')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([maySign(coordinator, 'slip'), maySign(coordinator, 'reference')]).toEqual([true, false]);
  });

  it('keeps ended rows beside the active one of a code', async () => {
    const fresh = await keyHolder('CI2');
    const old = partyOf(programme.ci, 'committee', {
      status: 'revoked',
      cutoffSequence: 3,
      cutoffDigest: null,
    });
    const parties = [
      ...replacing('CI', old).parties,
      partyOf({ ...fresh, code: 'CI' }, 'committee', { epoch: 2 }),
    ];
    expect(() => checkRegister({ ...register, parties })).not.toThrow();
  });
});

describe('a register is refused', () => {
  it.each(weakKeys)('with the weak key %s', async (hex) => {
    const key = keyText(Buffer.from(hex, 'hex'));
    expect(await refusal(() => checkRegister(replacing('CI', { key })))).toEqual({
      code: 'K05',
      params: { code: 'CI' },
    });
    expect(await refusalCode(() => checkRegister({ ...register, root: key }))).toBe('K05');
  });

  it('with a recipient for whom every secret is the same', async () => {
    const recipient = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z';
    expect(await refusalCode(() => checkRegister(replacing('CI', { recipient })))).toBe('K05');
  });

  it('with one key for two codes, or for the root', async () => {
    expect((await refusal(() => checkRegister(replacing('CI', { key: programme.sn.key })))).code).toBe('K06');
    expect((await refusal(() => checkRegister(replacing('CI', { key: programme.root.key })))).code).toBe(
      'K06',
    );
    const { recipient } = programme.sn.reading;
    expect((await refusal(() => checkRegister(replacing('CI', { recipient })))).code).toBe('K06');
  });

  it('without an active lead', async () => {
    expect(await refusalCode(() => checkRegister(replacing('FORIM', { role: 'coordinator' })))).toBe('K10');
    const ended = { status: 'revoked', cutoffSequence: 0 } as const;
    expect(await refusalCode(() => checkRegister(replacing('FORIM', ended)))).toBe('K10');
  });

  it('with two leads', async () => {
    expect(await refusalCode(() => checkRegister(replacing('GRDR', { role: 'lead' })))).toBe('M01');
  });

  it('with two active rows of one code', async () => {
    const fresh = await keyHolder('CI2');
    const parties = [...register.parties, partyOf({ ...fresh, code: 'CI' }, 'committee', { epoch: 2 })];
    expect(await refusalCode(() => checkRegister({ ...register, parties }))).toBe('M01');
  });

  it('with an ended row without cut-off, or an active row with one', async () => {
    expect(await refusalCode(() => checkRegister(replacing('CI', { status: 'retired' })))).toBe('M01');
    expect(await refusalCode(() => checkRegister(replacing('CI', { cutoffSequence: 3 })))).toBe('M01');
  });

  it('with 201 rows', async () => {
    const parties = Array.from({ length: 201 }, () => register.parties[0] as Party);
    expect(await refusalCode(() => checkRegister({ ...register, parties }))).toBe('M08');
  });

  it('when it shows another key or recipient for my committee', async () => {
    const me = { code: 'CI', key: programme.ci.key, recipient: programme.ci.reading.recipient };
    expect(() => checkOwnRow(register, me)).not.toThrow();
    expect(() => checkOwnRow(register, { ...me, key: null, recipient: null })).not.toThrow();
    const other = await keyHolder('other');
    expect(await refusalCode(() => checkOwnRow(replacing('CI', { key: other.key }), me))).toBe('K13');
    expect(
      await refusalCode(() => checkOwnRow(replacing('CI', { recipient: other.reading.recipient }), me)),
    ).toBe('K13');
  });
});

describe('two registers', () => {
  it('are compared by version and digest', async () => {
    const known = { register, digest: programme.registerPackage.digest };
    const next = nextRegister(programme, register.parties);
    expect(compareRegisters(known, null)).toBe('newer');
    expect(compareRegisters(known, known)).toBe('same');
    expect(compareRegisters({ register: next, digest: 'sha256:x' }, known)).toBe('newer');
    expect(
      compareRegisters(
        { register: { ...next, version: 7, previous: 'sha256:y' }, digest: 'sha256:x' },
        known,
      ),
    ).toBe('newer');
    expect(await refusalCode(() => compareRegisters(known, { register: next, digest: 'sha256:x' }))).toBe(
      'K01',
    );
    expect(await refusalCode(() => compareRegisters({ register, digest: 'sha256:x' }, known))).toBe('K02');
    const forked = { register: { ...next, previous: 'sha256:other' }, digest: 'sha256:x' };
    expect(await refusalCode(() => compareRegisters(forked, known))).toBe('C04');
  });
});

describe('the file for OpenSSH', () => {
  it('lists active keys with the namespaces of their role, ended ones as comments', () => {
    const text = allowedSigners(replacing('SN', { status: 'retired', cutoffSequence: 12 }));
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe('# Register 1');
    expect(lines[1]).toBe(`ROOT namespaces="concertation-register-v1" ${programme.root.key}`);
    expect(lines[2]).toContain(`CI namespaces="concertation-report-v1,concertation-attachments-v1`);
    expect(lines.find((line) => line.includes('SN namespaces'))).toMatch(/^# retired, up to number 12: SN /);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackageDraft } from '../../../main/core/packages/format/build';
import type { Party, Register } from '../../../main/core/packages/format/register';
import { registerInForce } from '../../../main/core/packages/service';
import {
  Forger,
  holderOf,
  letterBy,
  registerBy,
  rootOf,
  stranger,
  withParty,
} from '../../support/hostile/forger';
import { Target } from '../../support/hostile/target';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  newLaptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';
import { type KeyHolder, partyOf } from '../../support/packages/programme';

/** Hostile and faulty slips, registers and enrolments at real laptops (PACKAGES.md §4.4, §4.9). */

const quarter = '2026-Q3';
let coordination: Target;
let senegal: Target;
let root: KeyHolder;
let forim: KeyHolder;
let grdr: KeyHolder;
let nobody: KeyHolder;
/** Digest and file of the one report that Senegal signed. */
let report: { readonly digest: string; readonly file: string };

beforeAll(async () => {
  coordination = new Target(await coordinationLaptop());
  senegal = new Target(await committeeLaptop('SN'));
  await enrol(coordination.laptop, senegal.laptop, 'SN');
  [root, forim] = [await rootOf(coordination.laptop), holderOf('FORIM', coordination.laptop)];
  [grdr, nobody] = [await stranger('GRDR'), await stranger('nobody')];
  await typeQuarter(senegal.laptop, quarter);
  const file = await sendQuarter(senegal.laptop, quarter);
  const [item] = await senegal.laptop.call('packages.outbox', {});
  report = { digest: item?.digest ?? '', file };
});

afterAll(() => {
  coordination.throwAway();
  senegal.throwAway();
});

async function registerAt(target: Target) {
  const known = await target.read(({ database }) => registerInForce(database));
  if (!known) throw new Error('No register is known here');
  return known;
}

async function nextRegister(
  change: (parties: readonly Party[], register: Register) => readonly Party[],
): Promise<Register> {
  const { register, digest } = await registerAt(coordination);
  return {
    ...register,
    version: register.version + 1,
    previous: digest,
    parties: change(register.parties, register),
  };
}

interface Judgement {
  readonly package: string;
  readonly decision: string;
  readonly note: string | null;
  readonly number: number;
  readonly to: string;
  readonly previous: string | null;
  readonly remarks: number;
}

/** A slip signed by whoever is named. */
async function slip(by: KeyHolder, change: Partial<Judgement> = {}) {
  const {
    note = 'À revoir.',
    decision = 'returned',
    number = 1,
    to = 'SN',
    previous = null,
    remarks = 0,
  } = change;
  const { register, archive } = await registerAt(coordination);
  const tables: PackageDraft['tables'] = {
    decision: [
      {
        package: change.package ?? report.digest,
        epoch: 1,
        sequence: 1,
        decision,
        note,
        deadline: null,
        decidedBy: 'Claire Adjovi',
        headEpoch: null,
        headSequence: null,
        headDigest: null,
      },
    ],
    remarks: Array.from({ length: remarks }, (_, n) => ({
      number: n + 1,
      table: 'organisations',
      row: null,
      field: null,
      text: '<script>alert(1)</script>',
    })),
  };
  return letterBy(by, {
    kind: 'slip',
    to: [to],
    register: register.version,
    sequence: number,
    previous,
    tables,
    blobs: [{ content: archive, role: 'package' }],
  });
}

describe('a slip', () => {
  it('for a package that this committee never signed is refused', async () => {
    const letter = await slip(forim, { package: `sha256:${'4'.repeat(64)}` });
    expect(await senegal.refuses(letter.archive)).toBe('R01');
  });

  it('for another committee is refused', async () => {
    expect(await senegal.refuses((await slip(forim, { to: 'TN' })).archive)).toBe('M05');
  });

  it('that accepts and yet remarks is refused', async () => {
    const letter = await slip(forim, { decision: 'accepted', note: null, remarks: 1 });
    expect(await senegal.refuses(letter.archive)).toBe('R05');
  });

  it('with ten thousand remarks is refused by whoever writes or reads it', async () => {
    await expect(slip(forim, { remarks: 10_000 })).rejects.toMatchObject({ code: 'M08' });
  });

  it('made by a committee is refused', async () => {
    const own = holderOf('SN', senegal.laptop);
    expect(await senegal.refuses((await slip(own)).archive)).toBe('S08');
  });

  it('of a coordinator that the register does not know is refused; after the register the same file is taken', async () => {
    const letter = await slip(grdr, { decision: 'returned' });
    const file = senegal.arrive(letter.archive, 'retour.colis');
    expect(await senegal.refusalOf(file)).toBe('S05');
    expect((await senegal.laptop.call('packages.inbox', {}))[0]).toMatchObject({ outcome: 'refused' });
    const register = registerBy(
      root,
      await nextRegister((parties) => [...parties, partyOf(grdr, 'coordinator')]),
    );
    for (const target of [coordination, senegal]) {
      expect(await target.opens(register.archive, 'registre.colis')).toMatchObject({ kind: 'register' });
    }
    expect(await senegal.open(file)).toMatchObject({ kind: 'slip', decision: 'returned' });
    const items = await senegal.laptop.call('packages.inbox', {});
    expect(items.find((item) => item.name === 'retour.colis')).toMatchObject({
      outcome: 'applied',
      kind: 'slip',
      from: 'GRDR',
      refusal: null,
    });
  });

  it('of the lead that contradicts it is taken with a notice, and counts', async () => {
    const letter = await slip(forim, { decision: 'accepted', note: null });
    expect(await senegal.opens(letter.archive)).toMatchObject({
      kind: 'slip',
      decision: 'accepted',
      notices: [{ code: 'R03', params: { one: 'FORIM', other: 'GRDR' } }],
    });
    expect(await senegal.laptop.call('quarter.overview', { quarter })).toMatchObject({ state: 'accepted' });
  });

  it('that is opened again changes nothing', async () => {
    const letter = await slip(forim, { decision: 'accepted', note: null });
    expect(await senegal.refuses(letter.archive, 'encore.colis')).toBe('C01');
  });

  it('whose remarks hold a script shows it as text', async () => {
    const first = await slip(forim, { decision: 'accepted', note: null });
    const letter = await slip(forim, {
      number: 2,
      previous: first.digest,
      decision: 'accepted_with_remarks',
      remarks: 2,
    });
    expect(await senegal.opens(letter.archive)).toMatchObject({
      kind: 'slip',
      decision: 'accepted_with_remarks',
    });
    const { slip: shown } = await senegal.laptop.call('quarter.overview', { quarter });
    expect(JSON.stringify(shown)).toContain('<script>alert(1)</script>');
  });
});

describe('a register', () => {
  it('that is older, or says otherwise under the same number, is refused', async () => {
    const { register, digest } = await registerAt(coordination);
    const older: Register = { ...register, version: 1, previous: null, parties: register.parties };
    expect(await senegal.refuses(registerBy(root, older).archive)).toBe('K01');
    const twin = registerBy(root, register, { created: '2026-09-21T10:00:00Z' });
    expect(twin.digest).not.toBe(digest);
    expect(await senegal.refuses(twin.archive)).toBe('K02');
  });

  it.each<[string, (parties: readonly Party[], register: Register) => readonly Party[], string]>([
    ['another key for my committee', (_, register) => withParty(register, 'SN', { key: nobody.key }), 'K13'],
    [
      'another recipient for my committee',
      (_, register) => withParty(register, 'SN', { recipient: nobody.reading.recipient }),
      'K13',
    ],
    [
      'one key for two parties',
      (parties) => [...parties, partyOf({ ...grdr, code: 'GADEM' }, 'coordinator')],
      'K06',
    ],
    ['no lead', (_, register) => withParty(register, 'FORIM', { role: 'coordinator' }), 'K10'],
    ['two leads', (_, register) => withParty(register, 'GRDR', { role: 'lead' }), 'M01'],
  ])('that shows %s is refused', async (_what, change, code) => {
    expect(await senegal.refuses(registerBy(root, await nextRegister(change)).archive)).toBe(code);
  });

  it('signed by anybody but the root is refused', async () => {
    const register = await nextRegister((parties) => parties);
    for (const holder of [forim, holderOf('SN', senegal.laptop), nobody]) {
      expect(await senegal.refuses(registerBy(holder, register).archive)).toBe('K03');
    }
  });
});

describe('an enrolment', () => {
  let invited: { readonly invitation: string; readonly outbox: string; readonly fileName: string };
  let guinea: Laptop;
  let candidate: KeyHolder;

  beforeAll(async () => {
    guinea = await committeeLaptop('GN');
    candidate = await stranger('GN');
    invited = await coordination.laptop.call('trust.invite', {
      code: 'GN',
      name: 'Comité Guinée',
      role: 'committee',
    });
  });

  afterAll(() => guinea.throwAway());

  async function asking(change: Record<string, unknown> = {}, by = candidate) {
    const { register } = await registerAt(coordination);
    const enrol = {
      code: 'GN',
      invitation: invited.invitation,
      name: 'Comité Guinée',
      role: 'committee',
      epoch: 1,
      key: candidate.key,
      recipient: candidate.reading.recipient,
      askedBy: null,
      ...change,
    } as PackageDraft['tables'][string][number];
    return letterBy(by, {
      kind: 'enrol',
      from: String(enrol.code),
      to: ['FORIM'],
      period: null,
      register: register.version,
      tables: { enrol: [enrol] },
    });
  }

  it('of a key that its sender does not hold is refused', async () => {
    expect(await coordination.refuses((await asking({}, nobody)).archive)).toBe('K07');
  });

  it('for an invitation that was never given, or for another country, is refused', async () => {
    const unknown = await asking({ invitation: '01a0be42-2102-7b11-9f21-000000000000' });
    expect(await coordination.refuses(unknown.archive)).toBe('K08');
    expect(await coordination.refuses((await asking({ code: 'ML' })).archive)).toBe('K08');
  });

  it('of a key that is enrolled already is refused', async () => {
    const own = holderOf('SN', senegal.laptop);
    const letter = await asking({ key: own.key, recipient: own.reading.recipient }, { ...own, code: 'GN' });
    expect(await coordination.refuses(letter.archive)).toBe('K06');
  });

  it('whose root is mistyped three times begins again, and enrols nobody', async () => {
    const file = await coordination.laptop.send(invited.outbox, invited.fileName);
    const [opened] = await guinea.receive(file);
    const invitation = opened?.kind === 'invite' ? opened.invitation : '';
    const digits = '00000 11111 22222 33333 44444';
    for (const triesLeft of [2, 1, 0]) {
      expect(await guinea.call('trust.acceptInvitation', { invitation, digits })).toMatchObject({
        match: 'no',
        triesLeft,
      });
    }
    await expect(guinea.call('trust.acceptInvitation', { invitation, digits })).rejects.toMatchObject({
      code: 'record_missing',
    });
    expect(await guinea.call('workspace.state', {})).toMatchObject({ enrolment: 'none', signing: 'absent' });
    expect((await guinea.receive(file))[0]).toMatchObject({ kind: 'invite', root: 'to_compare' });
  });

  it('whose own digits are mistyped three times is over, and the register stays as it is', async () => {
    const { register } = await registerAt(coordination);
    const opened = await coordination.opens((await asking()).archive);
    if (opened.kind !== 'enrol') throw new Error(JSON.stringify(opened));
    const wrong = {
      request: opened.request,
      digits: '00000 11111 22222 33333 44444',
      root: coordination.laptop.choose(coordination.laptop.path('racine.age')),
      rootPassphrase: passphrase,
    };
    for (const triesLeft of [2, 1, 0]) {
      expect(await coordination.laptop.call('trust.confirmRequest', wrong)).toMatchObject({
        match: 'no',
        triesLeft,
      });
    }
    await expect(coordination.laptop.call('trust.confirmRequest', wrong)).rejects.toMatchObject({
      code: 'record_missing',
    });
    expect((await registerAt(coordination)).register).toEqual(register);
  });

  it('is not offered to a laptop of another country', async () => {
    const mali = new Target(newLaptop());
    await mali.laptop.call('workspace.create', {
      language: 'fr',
      role: 'committee',
      code: 'ML',
      name: 'Comité Mali',
      country: 'ML',
      people: [{ name: 'Awa Keïta', role: 'secretary' }],
      passphrase,
      folder: null,
    });
    const file = await coordination.laptop.send(invited.outbox, invited.fileName);
    const result = await mali.open(file);
    if (result.kind !== 'invite') throw new Error(JSON.stringify(result));
    const { rootDigits } = await coordination.laptop.call('trust.overview', {});
    await expect(
      mali.laptop.call('trust.acceptInvitation', { invitation: result.invitation, digits: rootDigits ?? '' }),
    ).rejects.toMatchObject({ code: 'M05' });
    mali.throwAway();
  });
});

describe('a key that was revoked', () => {
  it('signs nothing new, whatever its number; what was received before stays known', async () => {
    const own = holderOf('SN', senegal.laptop);
    expect(await coordination.open(report.file)).toMatchObject({ kind: 'report', from: 'SN' });
    const revoked = await nextRegister((_, register) =>
      withParty(register, 'SN', {
        status: 'revoked',
        cutoffSequence: 1,
        cutoffDigest: report.digest,
        reason: 'volé',
      }),
    );
    expect(await coordination.opens(registerBy(root, revoked).archive)).toMatchObject({ kind: 'register' });
    const thief = new Forger(own, forim.reading.recipient, revoked.version);
    for (const sequence of [1, 2, 900]) {
      const previous = sequence === 1 ? null : report.digest;
      expect(await coordination.refuses(thief.next({ sequence, previous }).archive)).toBe('S07');
    }
    expect(await coordination.refusalOf(report.file)).toBe('C01');
  });

  it('gives way to the key of a new epoch, and what still says the old epoch is refused', async () => {
    const fresh = await stranger('SN');
    const next = await nextRegister((parties) => [...parties, partyOf(fresh, 'committee', { epoch: 2 })]);
    expect(await coordination.opens(registerBy(root, next).archive)).toMatchObject({ kind: 'register' });
    const again = new Forger(fresh, forim.reading.recipient, next.version);
    expect(await coordination.refuses(again.next({ epoch: 1 }).archive)).toBe('C06');
    const first = again.next({ epoch: 2, previous: report.digest });
    expect(await coordination.opens(first.archive)).toMatchObject({ kind: 'report', from: 'SN' });
  });
});

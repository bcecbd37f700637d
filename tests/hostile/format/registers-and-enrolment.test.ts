import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage, PackageDraft } from '../../../main/core/packages/format/build';
import { numberOf, seriesKey } from '../../../main/core/packages/format/manifest';
import type { Register } from '../../../main/core/packages/format/register';
import { keyText } from '../../../main/core/packages/format/ssh-key';
import type { Row } from '../../../main/core/packages/format/table-schema';
import type { VerifyContext } from '../../../main/core/packages/format/verdict';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import {
  aProgramme,
  built,
  contextOf,
  enrolDraft,
  inviteDraft,
  type KeyHolder,
  keyHolder,
  nextRegister,
  type Programme,
  type partyOf,
  registerDraft,
  slipDraft,
} from '../../support/packages/programme';
import { refusalCode } from '../../support/packages/refusals';
import { idOf } from '../../support/packages/report-tables';
import { bent, resealed, tableText, withTable } from '../../support/packages/tampering';
import { weakKeys } from '../../support/packages/weak-keys';

/** PACKAGES.md §4.9, lines 113 to 117, and first contact. */

let programme: Programme;
let guinea: KeyHolder;
beforeAll(async () => {
  programme = await aProgramme();
  guinea = await keyHolder('GN');
});
const atCi = (change: Partial<VerifyContext> = {}) => contextOf(programme, programme.ci, change);
const next = (change: Partial<Register>) => ({
  ...nextRegister(programme, programme.register.parties),
  ...change,
});
const codeAtCi = (archive: Uint8Array, change: Partial<VerifyContext> = {}) =>
  refusalCode(() => verifyPackage(archive, atCi(change)));
const replaced = (code: string, change: Parameters<typeof partyOf>[2]) =>
  programme.register.parties.map((party) => (party.code === code ? { ...party, ...change } : party));

describe('a register', () => {
  it('that is older than the known one is K01', async () => {
    const known = { register: next({ version: 5 }), digest: 'sha256:5' };
    expect(await codeAtCi(programme.registerPackage.archive, { register: known, adopted: [] })).toBe('K01');
  });

  it('that was here before a newer one is known, and does not come back', async () => {
    const { archive, digest, manifest } = programme.registerPackage;
    const known = { register: next({ version: 5 }), digest: 'sha256:5' };
    const seen = [{ epoch: 1, sequence: 1, digest }];
    const chains = { [seriesKey(numberOf(manifest.colis))]: { head: null, seen } };
    const verdict = await verifyPackage(archive, atCi({ register: known, chains }));
    expect(verdict).toMatchObject({ outcome: 'known', viewOnly: true, register: null });
  });

  it('of the same version with another content is K02', async () => {
    const other = built(
      registerDraft(programme.register, { created: '2026-10-04T19:00:00Z' }),
      programme.root,
    );
    expect(await codeAtCi(other.archive)).toBe('K02');
  });

  it('that does not follow the known one is a fork', async () => {
    const forked = next({ previous: `sha256:${'0'.repeat(64)}` });
    expect(await codeAtCi(built(registerDraft(forked), programme.root).archive)).toBe('C04');
  });

  it('signed by the lead, a committee or another root is K03', async () => {
    const register = next({});
    const other = await keyHolder('ROOT2');
    for (const holder of [programme.forim, programme.ci, other]) {
      expect(await codeAtCi(built(registerDraft(register), holder).archive)).toBe('K03');
    }
    expect(await codeAtCi(built(registerDraft({ ...register, root: other.key }), other).archive)).toBe('K03');
  });

  it('with another sender or number than its rows say is refused', async () => {
    expect(await codeAtCi(built(registerDraft(next({}), { from: 'GRDR' }), programme.root).archive)).toBe(
      'M04',
    );
    expect(await codeAtCi(built(registerDraft(next({}), { register: 9 }), programme.root).archive)).toBe(
      'M01',
    );
  });

  it.each(weakKeys)('with the weak key %s is K05', async (hex) => {
    const parties = replaced('SN', { key: keyText(Buffer.from(hex, 'hex')) });
    expect(await codeAtCi(built(registerDraft(next({ parties })), programme.root).archive)).toBe('K05');
  });

  it.each([
    ['two leads', () => replaced('GRDR', { role: 'lead' }), 'M01'],
    ['no lead', () => replaced('FORIM', { role: 'coordinator' }), 'K10'],
    ['one key for two codes', () => replaced('SN', { key: programme.grdr.key }), 'K06'],
    ['my code with another key', () => replaced('CI', { key: guinea.key }), 'K13'],
    ['my code with another recipient', () => replaced('CI', { recipient: guinea.reading.recipient }), 'K13'],
  ])('with %s is refused', async (_name, parties, code) => {
    expect(await codeAtCi(built(registerDraft(next({ parties: parties() })), programme.root).archive)).toBe(
      code,
    );
  });

  it('with 201 rows is M08', async () => {
    const pack = built(registerDraft(next({})), programme.root);
    const row = JSON.parse(tableText(pack, 'parties').split('\n')[0] ?? '') as Row;
    const rows = Array.from({ length: 201 }, (_, n) =>
      JSON.stringify({ ...row, code: `C${String(n).padStart(3, '0')}` }),
    );
    expect(await codeAtCi(withTable(pack, programme.root, 'parties', `${rows.join('\n')}\n`))).toBe('M08');
  });

  it('with no row, or two rows, about itself is refused', async () => {
    const pack = built(registerDraft(next({})), programme.root);
    const line = tableText(pack, 'register');
    expect(await codeAtCi(withTable(pack, programme.root, 'register', ''))).toBe('M01');
    const twice = line + line.replace('"version":2', '"version":3');
    expect(await codeAtCi(withTable(pack, programme.root, 'register', twice))).toBe('M08');
  });
});

describe('a carried register', () => {
  const slip = (archive: Uint8Array) => {
    const tables: PackageDraft['tables'] = {
      decision: [
        {
          package: `sha256:${'a'.repeat(64)}`,
          epoch: 1,
          sequence: 1,
          decision: 'accepted',
          note: null,
          deadline: null,
          decidedBy: null,
          headEpoch: null,
          headSequence: null,
          headDigest: null,
        },
      ],
    };
    const empty = { package: '', epoch: 1, sequence: 1, decision: 'accepted', remarks: [] } as const;
    const draft = slipDraft('CI', {
      ...empty,
      note: null,
      deadline: null,
      decidedBy: null,
      headEpoch: null,
      headSequence: null,
      headDigest: null,
    });
    return built({ ...draft, tables, blobs: [{ role: 'package', content: archive }] }, programme.forim)
      .archive;
  };

  it('that the root has not signed, or that shows another key for my committee, refuses the slip', async () => {
    expect(await codeAtCi(slip(built(registerDraft(next({})), programme.forim).archive))).toBe('K03');
    const parties = replaced('CI', { key: guinea.key });
    expect(await codeAtCi(slip(built(registerDraft(next({ parties })), programme.root).archive))).toBe('K13');
  });

  it('that is no register, or no package, refuses the slip', async () => {
    const invite = built(inviteDraft('CI', programme.registerPackage), programme.forim);
    expect(await codeAtCi(slip(invite.archive))).toBe('S04');
    expect(await codeAtCi(slip(Buffer.from('bonjour')))).toBe('Z01');
  });

  it('does not help a slip whose signer only the newer register knows: open the register first', async () => {
    const parties = programme.register.parties.filter(({ code }) => code !== 'FORIM');
    const old = { register: { ...programme.register, version: 1, parties }, digest: 'sha256:0' };
    expect(await codeAtCi(slip(programme.registerPackage.archive), { register: old })).toBe('S05');
  });
});

describe('an invitation', () => {
  const fresh = (change: Partial<VerifyContext> = {}) =>
    atCi({ me: { code: 'CI', key: null, recipient: null }, root: null, register: null, ...change });
  const code = (archive: Uint8Array, change: Partial<VerifyContext> = {}) =>
    refusalCode(() => verifyPackage(archive, fresh(change)));
  const pinned = () => ({ root: programme.root.key });

  it('without register, or with two, is M06', async () => {
    const without = built(inviteDraft('CI', programme.registerPackage, { blobs: [] }), programme.forim);
    expect(await code(without.archive)).toBe('M06');
  });

  it('whose register the root that it names has not signed is K03 even before any root is pinned', async () => {
    const forged = built(registerDraft(programme.register), guinea);
    expect(await code(built(inviteDraft('CI', forged), programme.forim).archive)).toBe('K03');
  });

  it('with a good register, signed by someone who is not in it, is refused once the root is pinned', async () => {
    const pack = built(inviteDraft('CI', programme.registerPackage), guinea);
    expect((await verifyPackage(pack.archive, fresh())).outcome).toBe('root_unconfirmed');
    expect(await code(pack.archive, pinned())).toBe('S05');
    expect(
      await code(built(inviteDraft('CI', programme.registerPackage), programme.sn).archive, pinned()),
    ).toBe('S08');
  });

  it('that names another party within than it is addressed to is M01', async () => {
    const draft = inviteDraft('CI', programme.registerPackage);
    const [row] = draft.tables.invite ?? [];
    const pack = built({ ...draft, tables: { invite: [{ ...row, code: 'SN' }] } }, programme.forim);
    expect(await code(pack.archive, pinned())).toBe('M01');
  });

  it('altered after the root was pinned is S06', async () => {
    const pack = built(inviteDraft('CI', programme.registerPackage), programme.forim);
    const other = built(inviteDraft('CI', programme.registerPackage, { app: '9' }), programme.forim);
    const mixed = resealed(pack.archive, other.manifestBytes, programme.forim, 'concertation-invite-v1');
    const signature = resealed(mixed, pack.manifestBytes, programme.forim, 'concertation-invite-v1');
    expect((await verifyPackage(signature, fresh(pinned()))).outcome).toBe('authentic');
    const wrong = bent(pack, guinea, () => undefined);
    expect(await code(wrong, pinned())).toBe('S05');
  });
});

describe('a request for enrolment', () => {
  const invitation = { id: idOf(900), code: 'GN', role: 'committee', epoch: 1 } as const;
  const code = (pack: BuiltPackage, invitations: VerifyContext['invitations'] = [invitation]) =>
    refusalCode(() => verifyPackage(pack.archive, contextOf(programme, programme.forim, { invitations })));
  const asking = (change: Row, holder = guinea, draft: Partial<PackageDraft> = {}) => {
    const good = enrolDraft(guinea, draft);
    const [row] = good.tables.enrol ?? [];
    return built({ ...good, tables: { enrol: [{ ...row, ...change }] } }, holder);
  };

  it('not signed by the key that it asks to enrol is K07', async () => {
    expect(await code(asking({}, programme.sn))).toBe('K07');
    expect(await code(asking({ key: programme.sn.key }))).toBe('K07');
  });

  it('whose invitation is unknown, used, or of another code, role or epoch is K08', async () => {
    expect(await code(asking({}), [])).toBe('K08');
    expect(await code(asking({ invitation: idOf(901) }))).toBe('K08');
    expect(await code(asking({}), [{ ...invitation, code: 'CM' }])).toBe('K08');
    expect(await code(asking({}), [{ ...invitation, epoch: 2 }])).toBe('K08');
    expect(await code(asking({ role: 'lead' }))).toBe('K08');
    expect(await code(asking({ invitation: null }))).toBe('K08');
  });

  it('for another code than its sender is M04', async () => {
    expect(await code(asking({ code: 'CM' }))).toBe('M04');
    expect(await code(asking({ epoch: 2 }))).toBe('M04');
  });

  it('with a key that is enrolled already, or the recipient of another, is K06', async () => {
    const good = enrolDraft({ ...programme.sn, code: 'GN' });
    expect(await code(built(good, programme.sn))).toBe('K06');
    expect(await code(asking({ recipient: programme.sn.reading.recipient }))).toBe('K06');
  });

  it('with a recipient for whom every secret is the same is K05', async () => {
    const recipient = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z';
    expect(await code(asking({ recipient }))).toBe('K05');
  });

  it('addressed to another coordination is M05', async () => {
    expect(await code(asking({}, guinea, { to: ['GRDR'] }))).toBe('M05');
  });
});

describe('a slip', () => {
  it('with 10,000 remarks is M08; a script in a remark stays text', async () => {
    const remark = (number: number, text: string) => ({ number, table: null, row: null, field: null, text });
    const slip = {
      package: `sha256:${'a'.repeat(64)}`,
      epoch: 1,
      sequence: 1,
      decision: 'returned',
      note: null,
      deadline: null,
      decidedBy: null,
      headEpoch: null,
      headSequence: null,
      headDigest: null,
      remarks: [remark(1, '<script>alert(1)</script>')],
    } as const;
    const pack = built(slipDraft('CI', slip), programme.forim);
    const verdict = await verifyPackage(pack.archive, atCi());
    expect(verdict).toMatchObject({
      outcome: 'authentic',
      tables: { remarks: [{ text: '<script>alert(1)</script>' }] },
    });
    const many = Array.from({ length: 10_000 }, (_, n) => JSON.stringify(remark(n + 1, 'x'))).join('\n');
    expect(await codeAtCi(withTable(pack, programme.forim, 'remarks', `${many}\n`))).toBe('M08');
  });
});

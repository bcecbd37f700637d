import { armor } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { encryptFor } from '../../../../main/core/packages/format/encryption';
import { fingerprintDigits } from '../../../../main/core/packages/format/fingerprint';
import { type Slip, slipOfTables } from '../../../../main/core/packages/format/kind-content';
import { digestOf } from '../../../../main/core/packages/format/manifest';
import { splitIntoParts } from '../../../../main/core/packages/format/parts';
import { keyBlob, publicKeyOfText } from '../../../../main/core/packages/format/ssh-key';
import type { AuthenticPackage, Verdict, VerifyContext } from '../../../../main/core/packages/format/verdict';
import { verifyPackage } from '../../../../main/core/packages/format/verify';
import {
  aProgramme,
  built,
  contextOf,
  enrolDraft,
  inviteDraft,
  keyHolder,
  nextRegister,
  type Programme,
  partyOf,
  registerDraft,
  reportDraft,
  slipDraft,
} from '../../../support/packages/programme';
import { refusalCode } from '../../../support/packages/refusals';
import { idOf, organisation } from '../../../support/packages/report-tables';

let programme: Programme;
beforeAll(async () => {
  programme = await aProgramme();
});

function authentic(verdict: Verdict): AuthenticPackage {
  if (verdict.outcome === 'root_unconfirmed') throw new Error('The root is not confirmed');
  return verdict;
}
const atForim = (change: Partial<VerifyContext> = {}) => contextOf(programme, programme.forim, change);
const codes = (verdict: Verdict) => authentic(verdict).notices.map(({ code }) => code);
const created = '2026-10-04T18:30:00Z';

const slip: Slip = {
  package: `sha256:${'a'.repeat(64)}`,
  epoch: 1,
  sequence: 1,
  decision: 'accepted',
  note: null,
  deadline: null,
  decidedBy: null,
  headEpoch: 1,
  headSequence: 1,
  headDigest: `sha256:${'a'.repeat(64)}`,
  remarks: [],
};

describe('a good report', () => {
  it('is authentic for the coordinator it is encrypted to', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    const readers = [programme.forim.reading.recipient, programme.grdr.reading.recipient];
    const verdict = authentic(await verifyPackage(await encryptFor(pack.archive, readers), atForim()));
    expect(verdict).toMatchObject({
      outcome: 'authentic',
      viewOnly: false,
      encrypted: true,
      digest: pack.digest,
      manifest: pack.manifest,
      signer: { code: 'CI', role: 'committee', epoch: 1, key: programme.ci.key },
      blobs: [],
      awaited: [],
      vanished: [],
      register: null,
      notices: [],
    });
    expect(verdict.tables.organisations).toEqual([organisation(1, 'CI'), organisation(2, 'CI')]);
    expect(verdict.tables.quarter_lines).toHaveLength(3);
    expect(Buffer.from(verdict.archive).equals(pack.archive)).toBe(true);
  });

  it('is accepted in clear, which is said', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    expect(authentic(await verifyPackage(pack.archive, atForim()))).toMatchObject({
      outcome: 'authentic',
      encrypted: false,
    });
  });

  it('is accepted in armour and in parts', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    const file = await encryptFor(pack.archive, [programme.forim.reading.recipient]);
    const armoured = Buffer.from(armor.encode(file).replaceAll('\n', '\r\n'));
    const parts = [...splitIntoParts(file, 700)].reverse();
    for (const input of [armoured, parts, [file]]) {
      expect((await verifyPackage(input, atForim())).outcome).toBe('authentic');
    }
  });

  it('is verified by an auditor who is nobody’s addressee', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    expect((await verifyPackage(pack.archive, atForim({ me: null, identity: null }))).outcome).toBe(
      'authentic',
    );
  });

  it('can be told to a worker and its verdict told back', async () => {
    const context = atForim();
    expect(structuredClone(context)).toEqual(context);
    const verdict = await verifyPackage(
      built(reportDraft('CI'), programme.ci).archive,
      structuredClone(context),
    );
    // Views of bytes arrive as Uint8Array, whatever they were: compared by digest, not by class.
    const { archive, manifestBytes, ...rest } = authentic(structuredClone(verdict));
    expect(authentic(verdict)).toMatchObject(rest);
    expect([digestOf(archive), digestOf(manifestBytes)]).toEqual([
      digestOf(authentic(verdict).archive),
      authentic(verdict).digest,
    ]);
  });

  it('names the rows that vanished without a tombstone, and not those that have one', async () => {
    const tables = {
      organisations: [organisation(1, 'CI')],
      tombstones: [
        { table: 'organisations', id: idOf(8), reason: 'Doublon', deletedAt: '2026-09-01T08:00:00Z' },
      ],
    };
    const pack = built(reportDraft('CI', { tables }), programme.ci);
    const held = { CI: { organisations: { [idOf(1)]: 2, [idOf(7)]: 1, [idOf(8)]: 1 } } };
    const verdict = authentic(await verifyPackage(pack.archive, atForim({ held })));
    expect(verdict.vanished).toEqual([{ table: 'organisations', id: idOf(7) }]);
  });
});

describe('a notice', () => {
  it('says that the package is known, and nothing else changes', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    const seen = [{ epoch: 1, sequence: 1, digest: pack.digest }];
    const held = { CI: { organisations: { [idOf(1)]: 99 } } };
    const chains = { 'CI:report': { head: { epoch: 1, sequence: 1, digest: pack.digest, created }, seen } };
    const verdict = authentic(await verifyPackage(pack.archive, atForim({ chains, held })));
    expect(verdict).toMatchObject({ outcome: 'known', viewOnly: true });
    expect(codes(verdict)).toEqual(['C01']);
    expect(verdict.tables.organisations).toHaveLength(2);
  });

  it('says that it is older than the last one', async () => {
    const pack = built(
      reportDraft('CI', { sequence: 2, previous: `sha256:${'0'.repeat(64)}` }),
      programme.ci,
    );
    const head = { epoch: 1, sequence: 5, digest: `sha256:${'5'.repeat(64)}`, created };
    const verdict = authentic(
      await verifyPackage(pack.archive, atForim({ chains: { 'CI:report': { head, seen: [] } } })),
    );
    expect(verdict).toMatchObject({ outcome: 'superseded', viewOnly: true });
    expect(codes(verdict)).toEqual(['C02']);
  });

  it('names the numbers that are missing', async () => {
    const pack = built(
      reportDraft('CI', { sequence: 6, previous: `sha256:${'0'.repeat(64)}` }),
      programme.ci,
    );
    const head = { epoch: 1, sequence: 4, digest: `sha256:${'5'.repeat(64)}`, created };
    const verdict = authentic(
      await verifyPackage(pack.archive, atForim({ chains: { 'CI:report': { head, seen: [] } } })),
    );
    expect(verdict.outcome).toBe('authentic');
    expect(verdict.notices).toEqual([{ code: 'C05', params: { epoch: 1, first: 5, last: 5 } }]);
  });

  it('says that a clock is wrong, and decides nothing by it', async () => {
    const ahead = built(reportDraft('CI', { created: '2040-01-01T00:00:00Z' }), programme.ci);
    expect(codes(await verifyPackage(ahead.archive, atForim()))).toEqual(['C08']);
    const head = {
      epoch: 1,
      sequence: 1,
      digest: `sha256:${'5'.repeat(64)}`,
      created: '2026-10-05T00:00:00Z',
    };
    const back = built(
      reportDraft('CI', { sequence: 2, previous: head.digest, created: '1999-01-01T00:00:00Z' }),
      programme.ci,
    );
    const verdict = await verifyPackage(
      back.archive,
      atForim({ chains: { 'CI:report': { head, seen: [] } } }),
    );
    expect(verdict.outcome).toBe('authentic');
    expect(codes(verdict)).toEqual(['C08']);
  });

  it('says that the reference pack is unknown here: to be looked at only', async () => {
    const verdict = authentic(
      await verifyPackage(built(reportDraft('CI'), programme.ci).archive, atForim({ references: [] })),
    );
    expect(verdict).toMatchObject({ outcome: 'authentic', viewOnly: true });
    expect(codes(verdict)).toEqual(['M09']);
  });

  it('says that the sender knows a newer register', async () => {
    const pack = built(reportDraft('CI', { register: 4 }), programme.ci);
    expect(codes(await verifyPackage(pack.archive, atForim()))).toEqual(['C07']);
  });
});

describe('a return slip', () => {
  it('is read by the committee, with the newest register that it carries', async () => {
    const newer = built(registerDraft(nextRegister(programme, programme.register.parties)), programme.root);
    const draft = slipDraft('CI', slip, {
      register: 2,
      blobs: [{ role: 'package', content: newer.archive }],
    });
    const pack = built(draft, programme.forim);
    const file = await encryptFor(pack.archive, [programme.ci.reading.recipient]);
    const verdict = authentic(await verifyPackage(file, contextOf(programme, programme.ci)));
    expect(verdict).toMatchObject({
      outcome: 'authentic',
      signer: { code: 'FORIM', role: 'lead' },
      notices: [],
    });
    expect(verdict.register).toMatchObject({
      digest: newer.digest,
      standing: 'newer',
      register: { version: 2 },
    });
    expect(slipOfTables(verdict.tables)).toEqual(slip);
  });

  it('may carry an older register than the one known', async () => {
    const known = nextRegister(programme, programme.register.parties);
    const digest = built(registerDraft(known), programme.root).digest;
    const blobs = [{ role: 'package', content: programme.registerPackage.archive }] as const;
    const pack = built(slipDraft('CI', slip, { blobs }), programme.forim);
    const context = contextOf(programme, programme.ci, { register: { register: known, digest } });
    expect(authentic(await verifyPackage(pack.archive, context))).toMatchObject({
      outcome: 'authentic',
      register: null,
    });
  });

  it('is numbered for each committee apart', async () => {
    const pack = built(slipDraft('CI', slip), programme.forim);
    const head = { epoch: 1, sequence: 9, digest: `sha256:${'5'.repeat(64)}`, created };
    const context = contextOf(programme, programme.ci, { chains: { 'FORIM:slip:SN': { head, seen: [] } } });
    expect((await verifyPackage(pack.archive, context)).outcome).toBe('authentic');
  });

  it('cannot be signed by a committee', async () => {
    const pack = built(slipDraft('CI', slip, { from: 'SN' }), programme.sn);
    expect(await refusalCode(() => verifyPackage(pack.archive, contextOf(programme, programme.ci)))).toBe(
      'S08',
    );
  });
});

describe('a register', () => {
  it('replaces the known one when it is newer', async () => {
    const pack = built(registerDraft(nextRegister(programme, programme.register.parties)), programme.root);
    const verdict = authentic(await verifyPackage(pack.archive, contextOf(programme, programme.ci)));
    expect(verdict).toMatchObject({
      outcome: 'authentic',
      signer: { code: 'FORIM', role: 'root' },
      notices: [],
    });
    expect(verdict.register).toMatchObject({ standing: 'newer', register: { version: 2 } });
  });

  it('is known when it is the same', async () => {
    const verdict = await verifyPackage(
      programme.registerPackage.archive,
      contextOf(programme, programme.ci),
    );
    expect(verdict.outcome).toBe('known');
    expect(codes(verdict)).toEqual(['C01']);
  });

  it('changes the root when the old and the new one have signed', async () => {
    const newRoot = await keyHolder('ROOT2');
    const register = { ...nextRegister(programme, programme.register.parties), root: newRoot.key };
    const context = contextOf(programme, programme.ci);
    const both = built(registerDraft(register), programme.root, newRoot);
    expect(authentic(await verifyPackage(both.archive, context)).register?.register.root).toBe(newRoot.key);
    expect(
      await refusalCode(() => verifyPackage(built(registerDraft(register), programme.root).archive, context)),
    ).toBe('K04');
    const wrong = built(registerDraft(register), programme.root, programme.sn);
    expect(await refusalCode(() => verifyPackage(wrong.archive, context))).toBe('K04');
    expect(
      await refusalCode(() => verifyPackage(built(registerDraft(register), newRoot).archive, context)),
    ).toBe('K03');
  });
});

describe('first contact', () => {
  const fresh = (change: Partial<VerifyContext> = {}) =>
    contextOf(programme, programme.ci, {
      me: { code: 'CI', key: null, recipient: null },
      root: null,
      register: null,
      adopted: [],
      references: [],
      ...change,
    });

  it('asks for the digits of the root before anything else of the invitation is believed', async () => {
    const pack = built(inviteDraft('CI', programme.registerPackage), programme.forim);
    const verdict = await verifyPackage(pack.archive, fresh());
    expect(verdict).toMatchObject({
      outcome: 'root_unconfirmed',
      root: programme.root.key,
      rootDigits: fingerprintDigits(
        'ROOT',
        keyBlob(publicKeyOfText(programme.root.key) ?? new Uint8Array()),
        '',
      ),
      register: { digest: programme.registerPackage.digest, standing: 'newer' },
    });
  });

  it('goes on once the root is pinned', async () => {
    const pack = built(inviteDraft('CI', programme.registerPackage), programme.forim);
    const verdict = authentic(await verifyPackage(pack.archive, fresh({ root: programme.root.key })));
    expect(verdict).toMatchObject({ outcome: 'authentic', signer: { code: 'FORIM' }, notices: [] });
    expect(verdict.register).toMatchObject({ digest: programme.registerPackage.digest });
    expect(verdict.tables.invite).toMatchObject([{ id: idOf(900), code: 'CI' }]);
  });

  it('refuses an invitation whose register another root has signed', async () => {
    const other = await keyHolder('ROOT2');
    const forged = built(registerDraft({ ...programme.register, root: other.key }), other);
    const pack = built(inviteDraft('CI', forged), programme.forim);
    expect(await refusalCode(() => verifyPackage(pack.archive, fresh({ root: programme.root.key })))).toBe(
      'K03',
    );
  });

  it('refuses an invitation for another country', async () => {
    const pack = built(inviteDraft('SN', programme.registerPackage), programme.forim);
    expect(await refusalCode(() => verifyPackage(pack.archive, fresh({ root: programme.root.key })))).toBe(
      'M05',
    );
  });

  it('asks for the digits for a register that comes by itself, and refuses everything else', async () => {
    expect((await verifyPackage(programme.registerPackage.archive, fresh())).outcome).toBe(
      'root_unconfirmed',
    );
    const pack = built(slipDraft('CI', slip), programme.forim);
    expect(await refusalCode(() => verifyPackage(pack.archive, fresh()))).toBe('S05');
  });
});

describe('a request for enrolment', () => {
  const invitations = [{ id: idOf(900), code: 'GN', role: 'committee', epoch: 1 } as const];

  it('is signed by the key that it asks to enrol and answers a live invitation', async () => {
    const guinea = await keyHolder('GN');
    const verdict = authentic(
      await verifyPackage(built(enrolDraft(guinea), guinea).archive, atForim({ invitations })),
    );
    expect(verdict).toMatchObject({
      outcome: 'authentic',
      signer: { code: 'GN', role: 'candidate', key: guinea.key },
    });
  });

  it('is confirmed by the old key instead of an invitation', async () => {
    const fresh = { ...(await keyHolder('CI2')), code: 'CI' };
    const draft = enrolDraft(fresh, { epoch: 2 });
    const [row] = draft.tables.enrol ?? [];
    const tables = { enrol: [{ ...row, invitation: null, epoch: 2 }] };
    const pack = built({ ...draft, tables }, fresh, programme.ci);
    expect((await verifyPackage(pack.archive, atForim())).outcome).toBe('authentic');
    const wrong = built({ ...draft, tables }, fresh, programme.sn);
    expect(await refusalCode(() => verifyPackage(wrong.archive, atForim()))).toBe('K07');
    expect(
      await refusalCode(() => verifyPackage(built({ ...draft, tables }, fresh).archive, atForim())),
    ).toBe('K08');
  });

  it('is only known when it comes again after its invitation was used', async () => {
    const guinea = await keyHolder('GN');
    const pack = built(enrolDraft(guinea), guinea);
    const chains = { 'GN:enrol': { head: null, seen: [{ epoch: 1, sequence: 1, digest: pack.digest }] } };
    expect((await verifyPackage(pack.archive, atForim({ chains }))).outcome).toBe('known');
  });
});

describe('a key whose time is over', () => {
  const withRow = async (change: Parameters<typeof partyOf>[2]): Promise<Partial<VerifyContext>> => {
    const fresh = { ...(await keyHolder('CI2')), code: 'CI' };
    const others = programme.register.parties.filter(({ code }) => code !== 'CI');
    const parties = [
      ...others,
      partyOf(programme.ci, 'committee', change),
      partyOf(fresh, 'committee', { epoch: 2 }),
    ];
    return { register: { register: nextRegister(programme, parties), digest: 'sha256:2' } };
  };

  it('counts up to its cut-off when it was retired', async () => {
    const pack = built(
      reportDraft('CI', { sequence: 3, previous: `sha256:${'0'.repeat(64)}` }),
      programme.ci,
    );
    const enough = await withRow({ status: 'retired', cutoffSequence: 3, cutoffDigest: pack.digest });
    expect((await verifyPackage(pack.archive, atForim(enough))).outcome).toBe('authentic');
    const before = await withRow({ status: 'retired', cutoffSequence: 2 });
    expect(await refusalCode(() => verifyPackage(pack.archive, atForim(before)))).toBe('S09');
    const other = await withRow({
      status: 'retired',
      cutoffSequence: 3,
      cutoffDigest: `sha256:${'1'.repeat(64)}`,
    });
    expect(await refusalCode(() => verifyPackage(pack.archive, atForim(other)))).toBe('C03');
  });

  it('signs nothing new when it was revoked, whatever the number; what was seen stays known', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    const revoked = await withRow({ status: 'revoked', cutoffSequence: 5 });
    expect(await refusalCode(() => verifyPackage(pack.archive, atForim(revoked)))).toBe('S07');
    const chains = { 'CI:report': { head: null, seen: [{ epoch: 1, sequence: 1, digest: pack.digest }] } };
    expect((await verifyPackage(pack.archive, atForim({ ...revoked, chains }))).outcome).toBe('known');
  });
});

import { createHash } from 'node:crypto';
import { type BuiltPackage, buildPackage, type PackageDraft } from '../../../main/core/packages/format/build';
import { generateReadingKey, type ReadingKey } from '../../../main/core/packages/format/encryption';
import {
  type Slip,
  tablesOfEnrol,
  tablesOfInvite,
  tablesOfSlip,
} from '../../../main/core/packages/format/kind-content';
import type { Party, Register } from '../../../main/core/packages/format/register';
import { tablesOfRegister } from '../../../main/core/packages/format/register';
import { keyText, publicKeyOfSeed } from '../../../main/core/packages/format/ssh-key';
import type { VerifyContext } from '../../../main/core/packages/format/verdict';
import { catalogue, idOf, organisation, quarterLine } from './report-tables';

/** A small programme with keys, a register and packages, made afresh by code: nothing binary is stored. */

export const now = '2026-10-05T08:00:00Z';
export const referencePack = `sha256:${'ab'.repeat(32)}`;

/** Who has keys: one seed for signing, one key pair for reading. */
export interface KeyHolder {
  readonly code: string;
  readonly seed: Uint8Array;
  readonly key: string;
  readonly reading: ReadingKey;
}

export async function keyHolder(code: string): Promise<KeyHolder> {
  const seed = createHash('sha256').update(`seed of ${code}`).digest();
  return { code, seed, key: keyText(publicKeyOfSeed(seed)), reading: await generateReadingKey() };
}

export function partyOf(holder: KeyHolder, role: Party['role'], change: Partial<Party> = {}): Party {
  return {
    code: holder.code,
    epoch: 1,
    name: `Partie ${holder.code}`,
    role,
    key: holder.key,
    recipient: holder.reading.recipient,
    status: 'active',
    cutoffSequence: null,
    cutoffDigest: null,
    since: '2026-01-15',
    until: null,
    reason: null,
    ...change,
  };
}

export interface Programme {
  readonly root: KeyHolder;
  readonly forim: KeyHolder;
  readonly grdr: KeyHolder;
  readonly ci: KeyHolder;
  readonly sn: KeyHolder;
  readonly register: Register;
  readonly registerPackage: BuiltPackage;
}

const blank = {
  period: null,
  revision: 0,
  reason: null,
  epoch: 1,
  sequence: 1,
  previous: null,
  base: null,
  schema: 1,
  register: 1,
  reference: null,
  app: '0.1.0',
  created: '2026-10-04T18:30:00Z',
  blobs: [],
} as const;

/** Draft of a report of a committee for the third quarter of 2026: two organisations and three lines. */
export function reportDraft(from: string, change: Partial<PackageDraft> = {}): PackageDraft {
  return {
    ...blank,
    kind: 'report',
    from,
    to: ['FORIM', 'GRDR'],
    period: '2026-Q3',
    reference: referencePack,
    tables: {
      organisations: [organisation(2, from), organisation(1, from)],
      quarter_lines: [
        quarterLine(1, from),
        quarterLine(2, from),
        quarterLine(3, from, { organisation: null }),
      ],
    },
    ...change,
  };
}

export function registerDraft(register: Register, change: Partial<PackageDraft> = {}): PackageDraft {
  return {
    ...blank,
    kind: 'register',
    from: 'FORIM',
    to: ['*'],
    register: register.version,
    tables: tablesOfRegister(register),
    ...change,
  };
}

export function slipDraft(to: string, slip: Slip, change: Partial<PackageDraft> = {}): PackageDraft {
  return {
    ...blank,
    kind: 'slip',
    from: 'FORIM',
    to: [to],
    period: '2026-Q3',
    tables: tablesOfSlip(slip),
    ...change,
  };
}

export function inviteDraft(
  to: string,
  register: BuiltPackage,
  change: Partial<PackageDraft> = {},
): PackageDraft {
  const invite = {
    id: idOf(900),
    code: to,
    name: `Comité ${to}`,
    role: 'committee',
    epoch: 1,
    invitedBy: null,
  } as const;
  return {
    ...blank,
    kind: 'invite',
    from: 'FORIM',
    to: [to],
    tables: tablesOfInvite(invite),
    blobs: [{ role: 'package', content: register.archive }],
    ...change,
  };
}

export function enrolDraft(holder: KeyHolder, change: Partial<PackageDraft> = {}): PackageDraft {
  const enrol = {
    code: holder.code,
    invitation: idOf(900),
    name: `Comité ${holder.code}`,
    role: 'committee',
    epoch: 1,
    key: holder.key,
    recipient: holder.reading.recipient,
    askedBy: null,
  } as const;
  return {
    ...blank,
    kind: 'enrol',
    from: holder.code,
    to: ['FORIM'],
    tables: tablesOfEnrol(enrol),
    ...change,
  };
}

/** Builds with the tables of the tests. */
export function built(draft: PackageDraft, holder: KeyHolder, second?: KeyHolder): BuiltPackage {
  const seeds = second === undefined ? { seed: holder.seed } : { seed: holder.seed, second: second.seed };
  return buildPackage(draft, seeds, catalogue);
}

/** Root, lead FORIM, coordinator GRDR, committees CI and SN, and register 1 that names them. */
export async function aProgramme(): Promise<Programme> {
  const [root, forim, grdr, ci, sn] = await Promise.all(
    (['ROOT', 'FORIM', 'GRDR', 'CI', 'SN'] as const).map(keyHolder) as [
      Promise<KeyHolder>,
      Promise<KeyHolder>,
      Promise<KeyHolder>,
      Promise<KeyHolder>,
      Promise<KeyHolder>,
    ],
  );
  const register: Register = {
    version: 1,
    previous: null,
    root: root.key,
    parties: [
      partyOf(ci, 'committee'),
      partyOf(forim, 'lead'),
      partyOf(grdr, 'coordinator'),
      partyOf(sn, 'committee'),
    ],
  };
  return { root, forim, grdr, ci, sn, register, registerPackage: built(registerDraft(register), root) };
}

/** Next register of a programme, with some rows replaced or added. */
export function nextRegister(programme: Programme, parties: readonly Party[]): Register {
  const { register, registerPackage } = programme;
  return { ...register, version: register.version + 1, previous: registerPackage.digest, parties };
}

/** What a party's computer knows that has seen register 1 and no package. */
export function contextOf(
  programme: Programme,
  reader: KeyHolder,
  change: Partial<VerifyContext> = {},
): VerifyContext {
  return {
    now,
    identity: reader.reading.identity,
    me: { code: reader.code, key: reader.key, recipient: reader.reading.recipient },
    root: programme.root.key,
    register: { register: programme.register, digest: programme.registerPackage.digest },
    adopted: [{ digest: programme.registerPackage.digest, root: programme.root.key }],
    schemas: catalogue,
    references: [referencePack],
    chains: {},
    held: {},
    blobs: [],
    invitations: [],
    ...change,
  };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { idOfNaturalKey } from '../../../main/core/environment';
import { type BuiltPackage, buildPackage, type PackageDraft } from '../../../main/core/packages/format/build';
import { encryptFor, generateReadingKey } from '../../../main/core/packages/format/encryption';
import type { Party, Register } from '../../../main/core/packages/format/register';
import { tablesOfRegister } from '../../../main/core/packages/format/register';
import { decryptRootKey } from '../../../main/core/packages/format/root-key-file';
import { keyText, publicKeyOfSeed } from '../../../main/core/packages/format/ssh-key';
import type { Row } from '../../../main/core/packages/format/table-schema';
import { reportedEntities, reportedFields } from '../../../main/core/packages/service';
import { schemaCatalogue } from '../../../main/core/packages/tables/catalogue';
import { referenceDigest } from '../../../main/core/programme/pack';
import { keysOf } from '../installation';
import { type Laptop, passphrase } from '../laptop';
import type { KeyHolder } from '../packages/programme';

/**
 * Somebody who holds the real keys of a party and writes what its application never would: every package is signed
 * well, for the laptops of this test, and faulty in exactly one respect.
 */

/** The keys of a laptop of this programme. */
export function holderOf(code: string, laptop: Laptop): KeyHolder {
  const { seed, key, identity, recipient } = keysOf(laptop);
  return { code, seed, key, reading: { identity, recipient } };
}

/** Keys that are in no register. */
export async function stranger(code: string): Promise<KeyHolder> {
  const seed = createHash('sha256').update(`stranger ${code}`).digest();
  return { code, seed, key: keyText(publicKeyOfSeed(seed)), reading: await generateReadingKey() };
}

/** The programme's root, out of the coordination's stick. */
export async function rootOf(coordination: Laptop): Promise<KeyHolder> {
  const seed = await decryptRootKey(readFileSync(coordination.path('racine.age')), passphrase);
  return { code: 'ROOT', seed, key: keyText(publicKeyOfSeed(seed)), reading: await generateReadingKey() };
}

const blank = {
  period: '2026-Q3',
  revision: 0,
  reason: null,
  epoch: 1,
  sequence: 1,
  previous: null,
  base: null,
  schema: 1,
  reference: referenceDigest,
  app: '0.1.0',
  created: '2026-09-20T10:00:00Z',
  blobs: [],
} as const;

/** Writes the reports of one committee, each with the number after the last one that was taken. */
export class Forger {
  readonly holder: KeyHolder;
  readonly #recipient: string;
  readonly #register: number;
  #last = { sequence: 0, digest: null as string | null };
  #made = 0;

  constructor(holder: KeyHolder, recipient: string, register: number) {
    this.holder = holder;
    this.#recipient = recipient;
    this.#register = register;
  }

  /** The next report, good unless changed; no two say the same. */
  next(change: Partial<PackageDraft> = {}, holder = this.holder): BuiltPackage {
    this.#made += 1;
    const draft: PackageDraft = {
      ...blank,
      kind: 'report',
      from: this.holder.code,
      to: ['FORIM'],
      register: this.#register,
      sequence: this.#last.sequence + 1,
      previous: this.#last.digest,
      tables: this.tables({ narratives: [this.narrative(`Restitution numéro ${this.#made}.`)] }),
      ...change,
    };
    return buildPackage(draft, { seed: holder.seed }, schemaCatalogue);
  }

  /** From now on the next number follows this report. */
  taken(report: BuiltPackage): void {
    this.#last = { sequence: report.manifest.colis.sequence, digest: report.digest };
  }

  /** As the file travels. */
  sealed(archive: Uint8Array, recipient = this.#recipient): Promise<Uint8Array> {
    return encryptFor(archive, [recipient]);
  }

  /** Twelve members, one line and one narrative, with other tables in their place where given. */
  tables(change: Readonly<Record<string, readonly Row[]>> = {}): Readonly<Record<string, readonly Row[]>> {
    return {
      organisations: Array.from({ length: 12 }, (_, n) => this.organisation(n)),
      activity_lines: [this.line()],
      narratives: [this.narrative('Restitution.')],
      ...change,
    };
  }

  organisation(n: number, change: Row = {}): Row {
    return this.#row('organisations', idOfNaturalKey('organisation', this.holder.code, String(n)), {
      revision: 2,
      name: `Association ${this.holder.code} ${n}`,
      type: 'association',
      country: this.holder.code,
      themes: ['rights'],
      status: 'member',
      ...change,
    });
  }

  line(change: Row = {}): Row {
    return this.#row('activity_lines', idOfNaturalKey('line', this.holder.code), {
      quarter: '2026-Q3',
      activity: 'A1.2.1',
      state: 'done',
      quantity: 2,
      ...change,
    });
  }

  narrative(highlights: string): Row {
    const id = idOfNaturalKey('narratives', this.holder.code, '2026-Q3');
    return this.#row('narratives', id, { quarter: '2026-Q3', highlights });
  }

  #row(table: string, id: string, values: Row): Row {
    const entity = reportedEntities.find((candidate) => candidate.table === table);
    const fields = entity ? reportedFields(entity.description).map((field) => field.name) : [];
    const empty = Object.fromEntries(fields.map((name) => [name, null]));
    return { id, committee: this.holder.code, revision: 1, ...empty, ...values };
  }
}

/** A register signed by whoever holds the seed, and by a second one where the root changes. */
export function registerBy(
  holder: KeyHolder,
  register: Register,
  change: Partial<PackageDraft> = {},
  second?: KeyHolder,
): BuiltPackage {
  const lead = register.parties.find((party) => party.role === 'lead' && party.status === 'active');
  const draft: PackageDraft = {
    ...blank,
    kind: 'register',
    from: lead?.code ?? 'FORIM',
    to: ['*'],
    period: null,
    reference: null,
    sequence: register.version,
    previous: register.previous,
    register: register.version,
    tables: tablesOfRegister(register),
    ...change,
  };
  const seeds = second === undefined ? { seed: holder.seed } : { seed: holder.seed, second: second.seed };
  return buildPackage(draft, seeds, schemaCatalogue);
}

/** Any other letter: slip, invitation, request. */
export function letterBy(
  holder: KeyHolder,
  draft: Pick<PackageDraft, 'kind' | 'to' | 'tables' | 'register'> & Partial<PackageDraft>,
): BuiltPackage {
  return buildPackage({ ...blank, from: holder.code, ...draft }, { seed: holder.seed }, schemaCatalogue);
}

/** A party as the register lists it, with changes. */
export function withParty(register: Register, code: string, change: Partial<Party>): readonly Party[] {
  return register.parties.map((party) => (party.code === code ? { ...party, ...change } : party));
}

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { enrolmentRequests } from '../../../db/schema';
import { write } from '../../../main/core/changes/gesture';
import { consolidationHandlers, receiveReport } from '../../../main/core/consolidation/service';
import { consolidationOperations } from '../../../main/core/contract/consolidation/operations';
import { DomainError } from '../../../main/core/contract/errors';
import type { Input, Output } from '../../../main/core/contract/operations';
import { entities } from '../../../main/core/core';
import { environmentOf, idOfNaturalKey } from '../../../main/core/environment';
import { enrolParty, foundRegister, invite, noteRoot } from '../../../main/core/packages/enrolment';
import { buildPackage } from '../../../main/core/packages/format/build';
import { generateReadingKey } from '../../../main/core/packages/format/encryption';
import { keyText, publicKeyOfSeed } from '../../../main/core/packages/format/ssh-key';
import type { Row } from '../../../main/core/packages/format/table-schema';
import type { AuthenticPackage } from '../../../main/core/packages/format/verdict';
import { reportedEntities, reportedFields } from '../../../main/core/packages/service';
import { schemaCatalogue } from '../../../main/core/packages/tables/catalogue';
import { referenceDigest } from '../../../main/core/programme/pack';
import type { CallContext, OpenWorkspace } from '../../../main/core/session';
import type { CoreSettings } from '../../../main/core/settings';
import { closeWorkspace, makeWorkspace } from '../../../main/core/workspace/opening';

/**
 * A coordination with a real encrypted database, enrolled committees and reports that were really built and signed;
 * they are staged as the verifier would hand them over. What travels through files is tested with whole laptops.
 */

export const passphrase = 'mangue tampon rivière lundi velours';
/** The 5th of October 2026: the third quarter is over, its deadline is not. */
export const inOctober = Date.UTC(2026, 9, 5, 8);

type Operations = typeof consolidationOperations;

export interface ReportOf {
  readonly committee: string;
  readonly quarter: string;
  readonly sequence: number;
  readonly epoch?: number;
  readonly revision?: number;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

export interface Region {
  readonly workspace: OpenWorkspace;
  /** Stages a report and gives its submission. */
  stage(report: ReportOf): string;
  /** Calls an operation; input and answer are held against the contract. */
  call<N extends keyof Operations & string>(operation: N, input: Input<N>): Promise<Output<N>>;
  /** Accepts a submission after looking at it. */
  accept(
    submission: string,
    changes?: Partial<Input<'submissions.decide'>>,
  ): Promise<Output<'submissions.decide'>>;
  close(): void;
}

/** A coordination in which these committees are enrolled, on a day of October 2026 unless another instant is given. */
export async function region(committees: readonly string[], now: number = inOctober): Promise<Region> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'concertation-region-')));
  const settings: CoreSettings = {
    profileFolder: join(root, 'profile'),
    documentsFolder: join(root, 'documents'),
    migrationsFolder: resolve('db/migrations'),
    verifierScript: '',
    sheetReaderScript: '',
    appVersion: '0.1.0',
    systemLanguage: 'fr',
    fixed: { now, seed: root },
    keyCost: 16_384,
  };
  mkdirSync(settings.profileFolder, { recursive: true });
  const environment = environmentOf(settings.fixed);
  const { workspace } = makeWorkspace(
    { settings, environment, entities },
    {
      folder: join(root, 'FORIM'),
      language: 'fr',
      role: 'coordination',
      code: 'FORIM',
      name: 'FORIM',
      country: null,
      people: [{ name: 'Claire Adjovi', role: 'coordinator' }],
      passphrase,
    },
  );
  await enrolAll(workspace, committees);
  const context = contextOf(settings, workspace);
  const call: Region['call'] = async (operation, input) => {
    const declared = consolidationOperations[operation];
    const handler = consolidationHandlers[operation] as (context: CallContext, input: unknown) => unknown;
    const answer = await handler(context, declared.input.parse(input));
    return declared.output.parse(answer) as Output<typeof operation>;
  };
  return {
    workspace,
    call,
    stage: (report) =>
      write(workspace, (gesture) => receiveReport(gesture, receivedOf(report, context)), 'lasting'),
    async accept(id, changes = {}) {
      await call('submissions.get', { id });
      return call('submissions.decide', { ...decisionOn(id), ...changes });
    },
    close() {
      closeWorkspace(workspace);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A plain acceptance. */
export function decisionOn(id: string): Input<'submissions.decide'> {
  return {
    id,
    decision: 'accepted',
    general: '',
    remarks: [],
    deadline: null,
    confirmation: null,
    passphrase,
  };
}

async function enrolAll(workspace: OpenWorkspace, committees: readonly string[]): Promise<void> {
  const seed = seedOf('root');
  noteRoot(workspace, seed);
  await foundRegister(workspace, seed);
  for (const code of committees) {
    const { invitation } = invite(workspace, { code, name: `Comité ${code}`, role: 'committee' });
    const request = {
      id: workspace.environment.newId(),
      invitation,
      code,
      name: `Comité ${code}`,
      signingKey: keyText(publicKeyOfSeed(seedOf(code))),
      recipient: (await generateReadingKey()).recipient,
      digest: `sha256:${createHash('sha256').update(code).digest('hex')}`,
      receivedAt: new Date(inOctober).toISOString(),
      triesLeft: 3,
      state: 'waiting',
    };
    workspace.database.insert(enrolmentRequests).values(request).run();
    enrolParty(workspace, request, seed);
  }
}

function seedOf(code: string): Buffer {
  return createHash('sha256').update(`seed of ${code}`).digest();
}

function contextOf(settings: CoreSettings, workspace: OpenWorkspace): CallContext {
  return {
    settings,
    environment: workspace.environment,
    entities,
    workspace: () => workspace,
    workspaceOf(role) {
      if (workspace.role !== role) throw new DomainError('wrong_role', { needed: role });
      return workspace;
    },
    pathOf() {
      throw new DomainError('file_handle_unknown');
    },
    alone: (write) => write(),
    settled: async () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
    emit: () => undefined,
    language: () => 'fr',
  };
}

function receivedOf(report: ReportOf, context: CallContext) {
  const { committee, quarter, sequence, epoch = 1, revision = 0, tables } = report;
  const built = buildPackage(
    {
      kind: 'report',
      from: committee,
      to: ['FORIM'],
      period: quarter,
      revision,
      reason: revision > 0 ? 'Une feuille comptée deux fois' : null,
      epoch,
      sequence,
      previous: sequence > 1 || epoch > 1 ? `sha256:${'0'.repeat(64)}` : null,
      base: null,
      schema: 1,
      register: 1,
      reference: referenceDigest,
      app: '0.1.0',
      created: new Date(inOctober).toISOString(),
      tables,
      blobs: [],
    },
    { seed: seedOf(committee) },
    schemaCatalogue,
  );
  const verdict: AuthenticPackage = {
    outcome: 'authentic',
    viewOnly: false,
    encrypted: true,
    manifest: built.manifest,
    manifestBytes: new Uint8Array(),
    digest: built.digest,
    archive: built.archive,
    signer: { code: committee, role: 'committee', epoch, key: keyText(publicKeyOfSeed(seedOf(committee))) },
    tables,
    blobs: [],
    awaited: [],
    vanished: [],
    register: null,
    notices: [],
  };
  const sha256 = context.workspace().blobs.put(built.archive);
  return {
    verdict,
    sha256,
    bytes: built.archive.length,
    signer: { name: `Comité ${committee}`, since: '2026-01-15' },
  };
}

/** A row as it leaves: every reported field, null unless given. */
function rowOf(table: string, committee: string, id: string, values: Row): Row {
  const entity = reportedEntities.find((candidate) => candidate.table === table);
  const fields = entity ? reportedFields(entity.description).map((field) => field.name) : [];
  const empty = Object.fromEntries(fields.map((name) => [name, null]));
  return { id, committee, revision: 1, ...empty, ...values };
}

/** The n-th organisation of a committee. */
export function organisation(committee: string, n: number, values: Row = {}): Row {
  return rowOf('organisations', committee, idOfNaturalKey('organisation', committee, String(n)), {
    name: `Association ${committee} ${String(n).padStart(5, '0')}`,
    type: 'association',
    country: committee,
    themes: ['rights'],
    status: 'member',
    ...values,
  });
}

export function person(committee: string, n: number, values: Row = {}): Row {
  return rowOf('persons', committee, idOfNaturalKey('person', committee, String(n)), {
    fullName: `Personne ${committee} ${n}`,
    ...values,
  });
}

export function affiliation(committee: string, n: number, values: Row = {}): Row {
  return rowOf('affiliations', committee, idOfNaturalKey('affiliation', committee, String(n)), {
    person: idOfNaturalKey('person', committee, String(n)),
    organisation: idOfNaturalKey('organisation', committee, String(n)),
    ...values,
  });
}

export function need(committee: string, n: number, values: Row = {}): Row {
  return rowOf('needs', committee, idOfNaturalKey('need', committee, String(n)), {
    organisation: idOfNaturalKey('organisation', committee, String(n)),
    domain: 'advocacy',
    level: 2,
    ...values,
  });
}

export function line(committee: string, quarter: string, activity: string, values: Row = {}): Row {
  const id = idOfNaturalKey('activityLines', committee, quarter, activity);
  return rowOf('activity_lines', committee, id, { quarter, activity, state: 'done', ...values });
}

export function narrative(committee: string, quarter: string, values: Row = {}): Row {
  const id = idOfNaturalKey('narratives', committee, quarter);
  return rowOf('narratives', committee, id, {
    quarter,
    highlights: 'Restitution tenue.',
    difficulties: 'Routes coupées.',
    nextSteps: 'Formation de novembre.',
    ...values,
  });
}

export function tombstone(table: string, row: Row): Row {
  return { table, id: String(row.id), reason: 'deleted', deletedAt: '2026-09-30T10:00:00.000Z' };
}

/** The numbers 0 to `count` − 1. */
export function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}

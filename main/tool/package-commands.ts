import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { heldRevisions } from '../core/consolidation/service';
import { DomainError } from '../core/contract/errors';
import { environmentOf } from '../core/environment';
import { writeDurably } from '../core/files';
import { readAgeHeader } from '../core/packages/format/age-header';
import { packageNumber } from '../core/packages/format/fingerprint';
import { sniffEnvelope } from '../core/packages/format/intake';
import { parseManifest } from '../core/packages/format/manifest';
import { openArchive } from '../core/packages/format/open-package';
import { allowedSigners } from '../core/packages/format/register';
import type { AuthenticPackage, VerifyContext } from '../core/packages/format/verdict';
import { indexArchive, readEntryContent } from '../core/packages/format/zip-reader';
import { readIncomingFile } from '../core/packages/intake';
import { requireEnrolment } from '../core/packages/service';
import { schemaCatalogue } from '../core/packages/tables/catalogue';
import { verifyContextOf, verifyInWorker } from '../core/packages/verification';
import { knownReferences } from '../core/programme/pack';
import { onlyFile, required, type ToolCall, UsageError } from './arguments';
import { toolSettings, withWorkspace } from './surroundings';

/** The commands that read packages. Each gives a plain value, printed as JSON or as lines. */

type Told = Readonly<Record<string, unknown>>;

/** What can be said of a file without any key: nothing of it is verified. */
export function inspectPackage(call: ToolCall): Told {
  const { bytes, sha256 } = readIncomingFile(resolve(onlyFile(call)));
  const envelope = sniffEnvelope(bytes);
  const told = { file: basename(onlyFile(call)), bytes: bytes.length, sha256, envelope, verified: false };
  if (envelope === 'age') return { ...told, readers: readAgeHeader(bytes).stanzas.length };
  if (envelope === 'part') return told;
  const opened = openArchive(bytes);
  const { colis, resources } = parseManifest(opened.manifestBytes);
  const { kind, from, to, period, revision, epoch, sequence } = colis;
  return {
    ...told,
    kind,
    from,
    to,
    period,
    revision,
    epoch,
    sequence,
    digest: opened.digest,
    packageNumber: packageNumber(opened.digest),
    resources: resources.map((resource) => ({ path: resource.path, bytes: resource.bytes })),
  };
}

/** The full verdict, with a workspace's keys or for an auditor who holds a register. */
export async function verifyPackageFile(call: ToolCall): Promise<Told> {
  return verdictView(await verified(call));
}

/** Verified and decrypted content, so that `unzip`, `ssh-keygen` and `sha256sum` can go on from there. */
export async function extractPackage(call: ToolCall): Promise<Told> {
  const out = resolve(required(call, 'out'));
  if (existsSync(out) && readdirSync(out).length > 0) throw new UsageError(`${out} is not empty`);
  const verdict = await verified(call);
  const index = indexArchive(verdict.archive);
  for (const folder of ['data', 'blobs']) mkdirSync(join(out, folder), { recursive: true });
  for (const entry of index.entries) writeDurably(join(out, entry.name), readEntryContent(index, entry));
  writeDurably(join(out, 'package.zip'), verdict.archive);
  return { ...verdictView(verdict), out, files: index.entries.map((entry) => entry.name) };
}

/** OpenSSH's `allowed_signers` of the register in force. */
export function printAllowedSigners(call: ToolCall): Promise<Told> {
  return withWorkspace(required(call, 'workspace'), call.options.profile, (workspace) => ({
    text: allowedSigners(requireEnrolment(workspace).known.register),
  }));
}

async function verified(call: ToolCall): Promise<AuthenticPackage> {
  const files = [readIncomingFile(resolve(onlyFile(call))).bytes];
  if (call.options.workspace !== undefined) {
    return withWorkspace(call.options.workspace, call.options.profile, (workspace) =>
      authentic(
        files,
        verifyContextOf(workspace, (committee) => heldRevisions(workspace.database, committee)),
        workspace.settings.verifierScript,
      ),
    );
  }
  const script = toolSettings(call.options.profile).verifierScript;
  return authentic(files, await auditorContext(resolve(required(call, 'register')), script), script);
}

async function authentic(
  files: readonly Uint8Array[],
  context: VerifyContext,
  script: string,
): Promise<AuthenticPackage> {
  const verdict = await verifyInWorker(script, files, context, new AbortController().signal);
  if (verdict.outcome === 'root_unconfirmed') throw new DomainError('K03');
  return verdict;
}

/** An auditor trusts the register given: its root counts, nobody is addressed, nothing was seen before. */
async function auditorContext(registerFile: string, script: string): Promise<VerifyContext> {
  const bare: VerifyContext = {
    now: new Date(environmentOf(null).now()).toISOString(),
    identity: null,
    me: null,
    root: null,
    register: null,
    adopted: [],
    schemas: schemaCatalogue,
    references: knownReferences,
    chains: {},
    held: {},
    blobs: [],
    invitations: [],
  };
  const { bytes } = readIncomingFile(registerFile);
  const read = await verifyInWorker(script, [bytes], bare, new AbortController().signal);
  if (read.outcome !== 'root_unconfirmed') throw new DomainError('M03', { kind: read.manifest.colis.kind });
  const { register, digest } = read.register;
  return {
    ...bare,
    root: read.root,
    register: { register, digest },
    adopted: [{ digest, root: read.root }],
  };
}

function verdictView(verdict: AuthenticPackage): Told {
  const { kind, from, to, period, revision, epoch, sequence } = verdict.manifest.colis;
  return {
    outcome: verdict.outcome,
    kind,
    from,
    to,
    period,
    revision,
    epoch,
    sequence,
    digest: verdict.digest,
    packageNumber: packageNumber(verdict.digest),
    encrypted: verdict.encrypted,
    signer: verdict.signer,
    rows: Object.fromEntries(Object.entries(verdict.tables).map(([table, rows]) => [table, rows.length])),
    attachments: verdict.blobs.length,
    vanished: verdict.vanished.length,
    notices: verdict.notices,
  };
}

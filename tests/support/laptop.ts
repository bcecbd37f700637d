import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { FieldValue } from '../../main/core/contract/fields';
import type { CoreEvent, CoreOperationName, Input, Output } from '../../main/core/contract/operations';
import type { EntityName } from '../../main/core/contract/records/operations';
import { type Core, startCore } from '../../main/core/core';
import { uuidV7 } from '../../main/core/environment';
import type { CoreSettings } from '../../main/core/settings';

/** Situations for tests: a laptop with its own profile and folders, on which a real core runs. */

export const passphrase = 'mangue tampon rivière lundi velours';
/** scrypt's lowest permitted cost: the derivation itself is tested apart. */
export const cheapKeys = 16_384;
/** The 20th of September 2026, ten in the morning UTC: the third quarter is nearly over. */
export const inSeptember = Date.UTC(2026, 8, 20, 10);

let handles = 0;

export class Laptop {
  readonly core: Core;
  readonly root: string;
  readonly settings: CoreSettings;
  readonly events: CoreEvent[] = [];
  readonly bugs: unknown[] = [];

  constructor(root: string, changes: Partial<CoreSettings> = {}) {
    this.root = root;
    this.settings = settingsIn(root, changes);
    this.core = startCore(this.settings, {
      event: (event) => this.events.push(event),
      bug: (_operation, error) => this.bugs.push(error),
    });
  }

  call<N extends CoreOperationName>(operation: N, input: Input<N>): Promise<Output<N>> {
    return this.core.call(operation, input);
  }

  /** Makes a path known as if the user had chosen it in a dialog. */
  choose(path: string): string {
    handles += 1;
    const handle = `file-${uuidV7(handles, new Uint8Array(10))}`;
    this.core.addFile(handle, path, basename(path));
    return handle;
  }

  /** A path in this laptop's own folder. */
  path(name: string): string {
    return join(this.root, name);
  }

  create(entity: EntityName, values: Record<string, FieldValue>): Promise<{ id: string; revision: number }> {
    return this.call('records.create', { entity, values });
  }

  /** Opens files that arrived by e-mail or stick. */
  async receive(...paths: string[]): Promise<Output<'packages.open'>[number]['result'][]> {
    const opened = await this.call('packages.open', { files: paths.map((path) => this.choose(path)) });
    return opened.map((file) => file.result);
  }

  /** Writes a signed package to a file of its own name. */
  async send(outbox: string, fileName: string): Promise<string> {
    const path = this.path(fileName);
    await this.call('packages.write', { id: outbox, file: this.choose(path) });
    return path;
  }

  /** The same laptop started again: memory is lost, files stay. */
  restarted(changes: Partial<CoreSettings> = {}): Laptop {
    this.core.close();
    return new Laptop(this.root, { ...this.settings, ...changes });
  }

  /** The folder of its first workspace. */
  get workspaceFolder(): string {
    const { workspaces } = JSON.parse(
      readFileSync(join(this.settings.profileFolder, 'workspaces.json'), 'utf8'),
    );
    return workspaces[0].folder;
  }

  throwAway(): void {
    this.core.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A new, empty laptop. */
export function newLaptop(changes: Partial<CoreSettings> = {}): Laptop {
  return new Laptop(realpathSync(mkdtempSync(join(tmpdir(), 'concertation-'))), changes);
}

function settingsIn(root: string, changes: Partial<CoreSettings>): CoreSettings {
  const settings: CoreSettings = {
    profileFolder: join(root, 'profile'),
    documentsFolder: join(root, 'documents'),
    migrationsFolder: resolve('db/migrations'),
    verifierScript: resolve('node_modules/.cache/tests/verifier.mjs'),
    sheetReaderScript: resolve('node_modules/.cache/tests/sheet-reader.mjs'),
    appVersion: '0.1.0',
    systemLanguage: 'fr',
    fixed: { now: inSeptember, seed: root },
    keyCost: cheapKeys,
    ...changes,
  };
  mkdirSync(settings.documentsFolder, { recursive: true });
  return settings;
}

const committeeNames: Readonly<Record<string, string>> = {
  TN: 'Comité Tunisie',
  MA: 'Comité Maroc',
  SN: 'Comité Sénégal',
  ML: 'Comité Mali',
  CI: 'Comité Côte d’Ivoire',
  GN: 'Comité Guinée',
  CM: 'Comité Cameroun',
};

/** A laptop with a committee's workspace open, one person at the keyboard. */
export function committeeLaptop(code: string, changes: Partial<CoreSettings> = {}): Promise<Laptop> {
  return asCommittee(newLaptop(changes), code);
}

/** Starts a committee's workspace on an empty laptop. */
export async function asCommittee(laptop: Laptop, code: string): Promise<Laptop> {
  await laptop.call('workspace.create', {
    language: 'fr',
    role: 'committee',
    code,
    name: committeeNames[code] ?? `Comité ${code}`,
    country: code,
    people: [{ name: 'Salma Trabelsi', role: 'secretary' }],
    passphrase,
    folder: null,
  });
  const state = await laptop.call('workspace.state', {});
  if (state.status !== 'open') throw new Error('The new workspace is not open');
  return laptop;
}

/** A laptop with the lead coordination's workspace: root made, asked back, register 1. */
export function coordinationLaptop(changes: Partial<CoreSettings> = {}): Promise<Laptop> {
  return asCoordination(newLaptop(changes));
}

/** Starts the lead coordination's workspace on an empty laptop. */
export async function asCoordination(laptop: Laptop): Promise<Laptop> {
  await laptop.call('workspace.create', {
    language: 'fr',
    role: 'coordination',
    code: 'FORIM',
    name: 'FORIM',
    country: null,
    people: [{ name: 'Claire Adjovi', role: 'coordinator' }],
    passphrase,
    folder: null,
  });
  const stick = laptop.path('racine.age');
  await laptop.call('trust.createRoot', { file: laptop.choose(stick), passphrase });
  await laptop.call('trust.confirmRoot', { file: laptop.choose(stick), passphrase });
  return laptop;
}

/** Enrols a committee's laptop at the coordination: invitation, digits both ways, register (PACKAGES.md §2.4). */
export async function enrol(coordination: Laptop, committee: Laptop, code: string): Promise<void> {
  const invited = await coordination.call('trust.invite', {
    code,
    name: committeeNames[code] ?? code,
    role: 'committee',
  });
  const invitation = await coordination.send(invited.outbox, invited.fileName);
  const [opened] = await committee.receive(invitation);
  if (opened?.kind !== 'invite') throw new Error(`The invitation gave ${JSON.stringify(opened)}`);
  const { rootDigits } = await coordination.call('trust.overview', {});
  const accepted = await committee.call('trust.acceptInvitation', {
    invitation: opened.invitation,
    digits: rootDigits ?? '',
  });
  if (accepted.match !== 'yes') throw new Error('The digits of the root did not match');
  const request = await committee.send(accepted.outbox, accepted.fileName);
  const [asked] = await coordination.receive(request);
  if (asked?.kind !== 'enrol') throw new Error(`The request gave ${JSON.stringify(asked)}`);
  const confirmed = await coordination.call('trust.confirmRequest', {
    request: asked.request,
    digits: accepted.ownDigits,
    root: coordination.choose(coordination.path('racine.age')),
    rootPassphrase: passphrase,
  });
  if (confirmed.match !== 'yes') throw new Error('The digits of the committee did not match');
  const register = await coordination.send(confirmed.outbox, confirmed.fileName);
  const [adopted] = await committee.receive(register);
  if (adopted?.kind !== 'register' || adopted.enrolled !== 'yes') {
    throw new Error(`The register gave ${JSON.stringify(adopted)}`);
  }
}

/** Types a minimal quarter that may be signed. */
export async function typeQuarter(committee: Laptop, quarter: string, quantity = 1): Promise<void> {
  await committee.call('quarter.saveLine', {
    quarter,
    activity: 'A1.2.1',
    values: { state: 'done', quantity, comment: 'Atelier de restitution tenu' },
  });
  await committee.call('quarter.saveNarrative', {
    quarter,
    field: 'highlights',
    text: 'Le comité a restitué sa cartographie devant les associations du pays.',
  });
}

/** Signs a quarter and writes its file. */
export async function sendQuarter(committee: Laptop, quarter: string): Promise<string> {
  const signed = await committee.call('quarter.sign', { quarter, passphrase });
  return committee.send(signed.outbox, signed.fileName);
}

import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asc, eq, isNotNull, max } from 'drizzle-orm';
import { changeLog, outbox, people } from '../../../db/schema';
import { instantToIso } from '../changes/clock';
import { write } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import { quarterOfDay } from '../contract/programme/quarter';
import type { Language } from '../contract/values';
import type {
  KnownWorkspace,
  OpenWorkspace as OpenState,
  WorkspaceState,
  workspaceOperations,
} from '../contract/workspace/operations';
import { todayOf } from '../environment';
import { unlessRefused } from '../files';
import type { Handlers } from '../handler';
import { enrolmentOf, signingStateOf } from '../packages/service';
import { plainPassphrase } from '../passphrases';
import type { CallContext, OpenWorkspace } from '../session';
import {
  changeProfile,
  failuresOf,
  forget,
  type KnownEntry,
  readProfile,
  remember,
} from '../storage/profile';
import { readSetting, removeSetting, storeSetting } from '../storage/stored-settings';
import { takingTurns } from '../turns';
import { presenceOf, readKeyring } from './folder';
import { locationOf } from './location';
import { closeWorkspace, keyFor, makeWorkspace, openWorkspaceInTurns, rewrap } from './opening';
import { judgePassphrase, makeRecoveryCode, readRecoveryCode, secondsToWait, westernDigits } from './rules';
import { strengthOf } from './strength';

/** The one open workspace of a core, and the language of the windows. */
export interface WorkspaceHolder {
  readonly open: () => OpenWorkspace | null;
  readonly replace: (workspace: OpenWorkspace | null) => void;
}

export function workspaceHandlers(holder: WorkspaceHolder): Handlers<typeof workspaceOperations> {
  // Chosen while no workspace was open: the one opened next takes it over, else the choice would be lost at the door.
  let chosenAtDoor: Language | null = null;
  const enter = async (context: CallContext, entry: KnownEntry, key: Uint8Array) => {
    const workspace = await openAndRemember(context, holder, entry, key);
    const language = chosenAtDoor;
    chosenAtDoor = null;
    if (language !== null) lasting(workspace, () => storeSetting(workspace.database, 'language', language));
  };
  return {
    'workspace.state': (context) => stateOf(context, holder.open()),
    'workspace.known': (context) => readProfile(context.settings.profileFolder).workspaces.map(knownView),
    'workspace.chooseLanguage': (context, { language }) => {
      const open = holder.open();
      chooseLanguage(context, open, language);
      chosenAtDoor = open ? null : language;
      return {};
    },
    'workspace.judgePassphrase': async (_context, { passphrase: typed, names }) => {
      const passphrase = plainPassphrase(typed);
      const score = passphrase === '' ? 0 : await strengthOf(passphrase, names);
      return { score, verdict: judgePassphrase(passphrase, score, names) };
    },
    'workspace.proposeFolder': (context, { code }) => {
      const folder = join(context.settings.documentsFolder, 'Concertation', code);
      return { folder, location: locationOf(folder) };
    },
    'workspace.create': async (context, input) => {
      const names = [input.name, input.code, ...input.people.map((person) => person.name)];
      await refuseWeak(input.passphrase, names);
      const base = input.folder ? context.pathOf(input.folder).path : context.settings.documentsFolder;
      const folder = freeFolder(join(base, 'Concertation', input.code));
      mkdirSync(context.settings.profileFolder, { recursive: true });
      chosenAtDoor = null;
      const { workspace, recovery } = makeWorkspace(surroundingsOf(context), { ...input, folder });
      replace(holder, workspace);
      const open = { ...entryOf(workspace), lastOpened: new Date(context.environment.now()).toISOString() };
      remember(context.settings.profileFolder, open);
      lasting(workspace, () => storeSetting(workspace.database, 'recoveryGroups', recovery.groups));
      return { id: workspace.id, recoveryGroups: [...recovery.groups], recoveryCheck: recovery.check };
    },
    'workspace.confirmRecovery': (context, { groups }) => {
      const workspace = context.workspace();
      const printed = readSetting(workspace.database, 'recoveryGroups') ?? [];
      const distinct = new Set(groups.map((group) => group.index)).size === groups.length;
      if (!distinct || groups.some((group) => printed[group.index] !== westernDigits(group.digits).trim())) {
        throw new DomainError('recovery_mismatch');
      }
      lasting(workspace, () => {
        storeSetting(workspace.database, 'recovery', 'confirmed');
        removeSetting(workspace.database, 'recoveryGroups');
      });
      return {};
    },
    'workspace.renewRecovery': (context, { passphrase }) => {
      const workspace = context.workspace();
      requirePassphrase(context, workspace, passphrase);
      const recovery = makeRecoveryCode(context.environment.random);
      rewrap(workspace.folder, workspace.key, recovery.groups.join(''), 'recovery', context);
      lasting(workspace, () => {
        storeSetting(workspace.database, 'recovery', 'to_confirm');
        storeSetting(workspace.database, 'recoveryGroups', recovery.groups);
      });
      return { recoveryGroups: [...recovery.groups], recoveryCheck: recovery.check };
    },
    'workspace.unlock': async (context, { id, passphrase }) => {
      const entry = knownEntry(context, id);
      refuseOtherKeyring(entry);
      const key = tryKey(context, entry, () => keyFor(entry.folder, passphrase, 'passphrase'), 'B01');
      await enter(context, entry, key);
      return {};
    },
    'workspace.unlockWithRecovery': async (context, { id, code, newPassphrase }) => {
      const entry = knownEntry(context, id);
      const digits = readRecoveryCode(code);
      if (digits === null) throw new DomainError('recovery_mistyped');
      await refuseWeak(newPassphrase, [entry.name, entry.code]);
      refuseOtherKeyring(entry);
      const key = tryKey(context, entry, () => keyFor(entry.folder, digits, 'recovery'), 'recovery_mismatch');
      await enter(context, entry, key);
      rewrap(entry.folder, key, newPassphrase, 'passphrase', context);
      return {};
    },
    'workspace.changePassphrase': async (context, { passphrase, newPassphrase }) => {
      const workspace = context.workspace();
      requirePassphrase(context, workspace, passphrase);
      await refuseWeak(newPassphrase, [workspace.name, workspace.code]);
      rewrap(workspace.folder, workspace.key, newPassphrase, 'passphrase', context);
      return {};
    },
    'workspace.identify': (context, { person }) => {
      const workspace = context.workspace();
      const known = workspace.database.select().from(people).where(eq(people.id, person)).get();
      if (!known) throw new DomainError('record_missing', { entity: 'people', id: person });
      workspace.person = person;
      return {};
    },
    'workspace.addPerson': (context, { name, role }) => {
      const workspace = context.workspace();
      const id = context.environment.newId();
      lasting(workspace, (at) => {
        const position = workspace.database.select().from(people).all().length;
        workspace.database.insert(people).values({ id, name, role, position, createdAt: at }).run();
      });
      return { id };
    },
    'workspace.lock': () => {
      replace(holder, null);
      return {};
    },
    'workspace.addFolder': (context, { folder }) => {
      const path = workspaceFolderIn(context.pathOf(folder).path);
      const keyring = readKeyring(path);
      if (presenceOf(path) !== 'present') throw new DomainError('B09', { missing: 'workspace.db' });
      const { workspace: id, name, role, code } = keyring;
      remember(context.settings.profileFolder, {
        id,
        name,
        role,
        code,
        folder: path,
        lastOpened: null,
        ...failuresOf(context.settings.profileFolder, id),
      });
      return { id };
    },
    'workspace.forget': (context, { id }) => {
      if (holder.open()?.id === id) replace(holder, null);
      forget(context.settings.profileFolder, id);
      return {};
    },
  };
}

/**
 * Checks the passphrase of the open workspace again (signing, new recovery sheet). Throws K11 when it is wrong,
 * passphrase_wait after too many tries.
 */
export function requirePassphrase(context: CallContext, workspace: OpenWorkspace, passphrase: string): void {
  const entry = knownEntry(context, workspace.id, {
    ...entryOf(workspace),
    ...failuresOf(context.settings.profileFolder, workspace.id),
  });
  tryKey(context, entry, () => keyFor(workspace.folder, passphrase, 'passphrase'), 'K11').fill(0);
}

/** The language of the windows: the workspace's, else the installation's, else the system's. */
export function languageOf(context: Pick<CallContext, 'settings'>, open: OpenWorkspace | null): Language {
  const stored = open ? readSetting(open.database, 'language') : null;
  return stored ?? readProfile(context.settings.profileFolder).language ?? context.settings.systemLanguage;
}

function stateOf(context: CallContext, open: OpenWorkspace | null): WorkspaceState {
  const language = languageOf(context, open);
  if (!open) return { status: 'closed', language };
  const { database } = open;
  const everyone = database.select().from(people).orderBy(asc(people.position)).all();
  const views = everyone.map(({ id, name, role }) => ({ id, name, role }));
  const saved =
    database
      .select({ instant: max(changeLog.instant) })
      .from(changeLog)
      .get()?.instant ?? null;
  const copied = database
    .select({ at: max(outbox.writtenAt) })
    .from(outbox)
    .where(isNotNull(outbox.writtenAt))
    .get();
  const today = todayOf(context.environment);
  const state: OpenState = {
    status: 'open',
    id: open.id,
    name: open.name,
    role: open.role,
    code: open.code,
    country: open.country,
    language,
    person: views.find((person) => person.id === open.person) ?? null,
    people: views,
    recovery: readSetting(database, 'recovery') ?? 'to_confirm',
    ledger: open.ledger,
    signing: signingStateOf(open),
    enrolment: enrolmentOf(open),
    today,
    currentQuarter: quarterOfDay(today),
    savedAt: saved ? instantToIso(saved) : null,
    lastCopyAt: copied?.at ?? null,
    location: open.location,
  };
  return state;
}

function chooseLanguage(context: CallContext, open: OpenWorkspace | null, language: Language): void {
  changeProfile(context.settings.profileFolder, (profile) => ({ ...profile, language }));
  if (open) lasting(open, () => storeSetting(open.database, 'language', language));
}

async function refuseWeak(typed: string, names: readonly string[]): Promise<void> {
  const passphrase = plainPassphrase(typed);
  const verdict = judgePassphrase(passphrase, await strengthOf(passphrase, names), names);
  if (verdict !== 'accepted') throw new DomainError('passphrase_weak', { why: verdict });
}

/** Settings are written like records, in a counted transaction, but leave nothing to undo. */
function lasting(workspace: OpenWorkspace, act: (at: string) => void): void {
  write(workspace, (gesture) => act(gesture.at), 'lasting');
}

function replace(holder: WorkspaceHolder, workspace: OpenWorkspace | null): void {
  const former = holder.open();
  holder.replace(workspace);
  if (former) closeWorkspace(former);
}

async function openAndRemember(
  context: CallContext,
  holder: WorkspaceHolder,
  entry: KnownEntry,
  key: Uint8Array,
): Promise<OpenWorkspace> {
  if (holder.open()?.id === entry.id) replace(holder, null);
  const breathe = takingTurns(context);
  // Said before the files are opened: a migration, which is one piece, may keep them.
  context.progress('opening', 0, null);
  const workspace = await openWorkspaceInTurns(surroundingsOf(context), entry.folder, key, breathe);
  replace(holder, workspace);
  // A full disk must not keep anybody from reading: the list shows an older date then.
  unlessRefused(() =>
    remember(context.settings.profileFolder, {
      ...entry,
      ...entryOf(workspace),
      lastOpened: new Date(context.environment.now()).toISOString(),
    }),
  );
  return workspace;
}

function surroundingsOf(context: CallContext) {
  return { settings: context.settings, environment: context.environment, entities: context.entities };
}

function entryOf(workspace: OpenWorkspace): KnownEntry {
  const { id, name, role, code, folder } = workspace;
  return { id, name, role, code, folder, lastOpened: null, failures: 0, lastFailure: null };
}

function knownEntry(context: CallContext, id: string, otherwise?: KnownEntry): KnownEntry {
  const entry =
    readProfile(context.settings.profileFolder).workspaces.find((known) => known.id === id) ?? otherwise;
  if (!entry) throw new DomainError('workspace_missing', { missing: 'list' });
  return entry;
}

/** A keyring of another workspace beside this database would only say that the database is damaged. Throws K12. */
function refuseOtherKeyring({ id, folder }: KnownEntry): void {
  if (readKeyring(folder).workspace !== id) throw new DomainError('K12');
}

function knownView(entry: KnownEntry): KnownWorkspace {
  const { id, name, role, code, folder, lastOpened } = entry;
  return { id, name, role, code, folder, lastOpened, present: presenceOf(folder) };
}

/** One try with a secret: waits are enforced before it, and counted across restarts after a failure. */
function tryKey(
  context: CallContext,
  entry: KnownEntry,
  attempt: () => Uint8Array | null,
  wrong: 'B01' | 'K11' | 'recovery_mismatch',
): Uint8Array {
  const now = context.environment.now();
  const left = remainingWait(entry, now);
  if (left > 0) throw new DomainError('passphrase_wait', { seconds: left });
  const key = attempt();
  const failures = key ? 0 : entry.failures + 1;
  if (failures !== entry.failures) {
    remember(context.settings.profileFolder, { ...entry, failures, lastFailure: key ? null : now });
  }
  if (key) return key;
  const seconds = secondsToWait(failures);
  if (seconds > 0) throw new DomainError('passphrase_wait', { seconds });
  throw new DomainError(wrong);
}

/** Seconds still to wait; a clock set back does not lengthen the wait beyond the rule's. */
function remainingWait(entry: KnownEntry, now: number): number {
  if (entry.lastFailure === null) return 0;
  const wait = secondsToWait(entry.failures);
  const passed = Math.max(0, (now - entry.lastFailure) / 1000);
  return Math.min(wait, Math.ceil(wait - passed));
}

/** The user may point at the workspace folder or at the one that holds it. */
function workspaceFolderIn(path: string): string {
  if (presenceOf(path) === 'keyring_missing')
    throw new DomainError('workspace_missing', { missing: basename(path) });
  return path;
}

/** `TN`, or `TN-2` when that folder is taken. */
function freeFolder(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`;
    if (presenceOf(folder) === 'folder_missing') return folder;
  }
}

import { z } from 'zod';
import { command, query } from '../operation';
import { oneLine } from '../text-schema';
import {
  daySchema,
  fileHandleSchema,
  idSchema,
  instantSchema,
  languageSchema,
  partyCodeSchema,
  quarterSchema,
  roleSchema,
} from '../values';

/** `synchronised`: another program copies the folder, or it lies on another computer (B10). */
const folderLocationSchema = z.enum(['local', 'synchronised']);
export type FolderLocation = z.infer<typeof folderLocationSchema>;

const passphraseSchema = z.string().min(1).max(500);
const personInputSchema = z.object({ name: oneLine(300).pipe(z.string().min(1)), role: z.string().max(60) });

export const knownWorkspaceSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: roleSchema,
  code: partyCodeSchema,
  folder: z.string(),
  lastOpened: instantSchema.nullable(),
  /** The folder and its two files are there. */
  present: z.enum(['present', 'folder_missing', 'keyring_missing', 'database_missing']),
});
export type KnownWorkspace = z.infer<typeof knownWorkspaceSchema>;

export const workspaceStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('closed'), language: languageSchema }),
  z.object({
    status: z.literal('open'),
    id: idSchema,
    name: z.string(),
    role: roleSchema,
    /** The party's code: a country for a committee (`TN`), the organisation's for a coordination (`FORIM`). */
    code: partyCodeSchema,
    country: z.string().nullable(),
    language: languageSchema,
    /** Who is at the keyboard; null until chosen, and nothing can be written until then. */
    person: z.object({ id: idSchema, name: z.string(), role: z.string() }).nullable(),
    people: z.array(z.object({ id: idSchema, name: z.string(), role: z.string() })),
    recovery: z.enum(['confirmed', 'to_confirm']),
    /** `behind`: the database is older than its ledger (B04): read and edit, sign nothing. */
    ledger: z.enum(['fine', 'behind']),
    /** `foreign`: this installation cannot open the signing keys (copied or restored folder). */
    signing: z.enum(['ready', 'absent', 'foreign']),
    enrolment: z.enum(['none', 'invited', 'requested', 'enrolled', 'root_to_make', 'root_to_confirm']),
    today: daySchema,
    currentQuarter: quarterSchema,
    savedAt: instantSchema.nullable(),
    /** When a package was last written outside this laptop, or null. */
    lastCopyAt: instantSchema.nullable(),
    location: folderLocationSchema,
  }),
]);
export type WorkspaceState = z.infer<typeof workspaceStateSchema>;
export type OpenWorkspace = Extract<WorkspaceState, { status: 'open' }>;

const unlockErrors = [
  'cancelled',
  'B01',
  'B02',
  'B03',
  'B05',
  'B07',
  'B08',
  'B09',
  'K11',
  'K12',
  'passphrase_wait',
  'workspace_missing',
] as const;

export const workspaceOperations = {
  'workspace.state': query({
    input: z.object({}),
    output: workspaceStateSchema,
    topics: ['workspace', 'trust', 'history', 'packages'],
  }),
  'workspace.known': query({
    input: z.object({}),
    output: z.array(knownWorkspaceSchema),
    topics: ['workspace'],
  }),
  /** The language of the windows before a workspace is open; kept in the profile. */
  'workspace.chooseLanguage': command({
    input: z.object({ language: languageSchema }),
    output: z.object({}),
    topics: ['workspace'],
  }),
  /** How strong a passphrase is: 0 (hopeless) to 4 (very strong), and whether the rule accepts it. */
  'workspace.judgePassphrase': query({
    input: z.object({ passphrase: z.string().max(500), names: z.array(z.string().max(300)).max(20) }),
    output: z.object({
      score: z.number().int().min(0).max(4),
      verdict: z.enum(['empty', 'too_short', 'guessable', 'accepted']),
    }),
  }),
  /** Default place of a new workspace, shown before it is made. */
  'workspace.proposeFolder': query({
    input: z.object({ role: roleSchema, code: partyCodeSchema }),
    output: z.object({ folder: z.string(), location: folderLocationSchema }),
  }),
  /** Makes the encrypted workspace and opens it. The recovery code is given once: six groups of four digits and a check. */
  'workspace.create': command({
    input: z.object({
      language: languageSchema,
      role: roleSchema,
      code: partyCodeSchema,
      name: oneLine(120).pipe(z.string().min(1)),
      country: z.string().nullable(),
      people: z.array(personInputSchema).min(1).max(20),
      passphrase: passphraseSchema,
      folder: fileHandleSchema.nullable(),
    }),
    output: z.object({
      id: idSchema,
      recoveryGroups: z.array(z.string()).length(6),
      recoveryCheck: z.string(),
    }),
    errors: ['workspace_exists', 'passphrase_weak', 'B06', 'B08', 'file_handle_unknown'],
    topics: ['workspace'],
  }),
  /** Asks two groups of the sheet back; afterwards it is never shown again. */
  'workspace.confirmRecovery': command({
    input: z.object({
      groups: z.array(z.object({ index: z.number().int().min(0).max(5), digits: z.string() })).length(2),
    }),
    output: z.object({}),
    errors: ['recovery_mismatch'],
    topics: ['workspace'],
  }),
  /** A new sheet replaces the old one, which stops working (lost sheet, or never confirmed). */
  'workspace.renewRecovery': command({
    input: z.object({ passphrase: passphraseSchema }),
    output: z.object({ recoveryGroups: z.array(z.string()).length(6), recoveryCheck: z.string() }),
    errors: ['K11', 'passphrase_wait'],
    topics: ['workspace'],
  }),
  /** Tells how far it is: `opening`, then `indexing` when an older version indexed the records. Obeys cancelling. */
  'workspace.unlock': command({
    input: z.object({ id: idSchema, passphrase: passphraseSchema }),
    output: z.object({}),
    errors: unlockErrors,
    topics: ['workspace'],
  }),
  'workspace.unlockWithRecovery': command({
    input: z.object({ id: idSchema, code: z.string().max(60), newPassphrase: passphraseSchema }),
    output: z.object({}),
    errors: [...unlockErrors, 'recovery_mistyped', 'recovery_mismatch', 'passphrase_weak'],
    topics: ['workspace'],
  }),
  'workspace.changePassphrase': command({
    input: z.object({ passphrase: passphraseSchema, newPassphrase: passphraseSchema }),
    output: z.object({}),
    errors: ['K11', 'passphrase_wait', 'passphrase_weak'],
    topics: ['workspace'],
  }),
  /** Says who is at the keyboard: the author of the changes that follow. A name, not a right. */
  'workspace.identify': command({
    input: z.object({ person: idSchema }),
    output: z.object({}),
    errors: ['record_missing'],
    topics: ['workspace'],
  }),
  'workspace.addPerson': command({
    input: personInputSchema,
    output: z.object({ id: idSchema }),
    topics: ['workspace'],
  }),
  'workspace.lock': command({ input: z.object({}), output: z.object({}), topics: ['workspace'] }),
  /** Adds an existing folder to the list of workspaces of this laptop. */
  'workspace.addFolder': command({
    input: z.object({ folder: fileHandleSchema }),
    output: z.object({ id: idSchema }),
    errors: ['workspace_missing', 'K12', 'B09', 'file_handle_unknown'],
    topics: ['workspace'],
  }),
  /** Removes a workspace from the list of this laptop; its folder stays untouched. */
  'workspace.forget': command({
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['workspace'],
  }),
};

import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languageSchema, partyCodeSchema, roleSchema } from '../contract/values';
import { forOneself, readJsonOr, unlessRefused, writeDurably, writeJson } from '../files';

/** What an installation remembers outside every workspace: which there are, the language, its secret. No record. */

const knownSchema = z.object({
  id: z.string().length(36),
  name: z.string(),
  role: roleSchema,
  code: partyCodeSchema,
  folder: z.string(),
  lastOpened: z.string().nullable(),
  failures: z.number().int(),
  lastFailure: z.number().nullable(),
});
export type KnownEntry = z.infer<typeof knownSchema>;

/** Wrong passphrases in a row; they outlive the workspace's place in the list, so that its wait cannot be begun anew. */
const forgottenSchema = knownSchema.pick({ id: true, failures: true, lastFailure: true });

const profileSchema = z.object({
  format: z.literal(1),
  language: languageSchema.nullable(),
  workspaces: z.array(knownSchema),
  /** No longer in the list, but with a wait that is not over. */
  forgotten: z.array(forgottenSchema).default([]),
});
export type Profile = z.infer<typeof profileSchema>;

const fileName = 'workspaces.json';
const secretName = 'installation.secret';

const nothingRemembered: Profile = { format: 1, language: null, workspaces: [], forgotten: [] };

/**
 * Reads the profile; an empty one when nothing was remembered yet. A damaged one is set aside: the workspaces lie where
 * they lie and are added again by their folder, whereas without a profile nothing would start at all.
 */
export function readProfile(folder: string): Profile {
  const path = join(folder, fileName);
  const stored = profileSchema.safeParse(readJsonOr(path, 'damaged'));
  if (stored.success) return stored.data;
  if (existsSync(path)) unlessRefused(() => renameSync(path, `${path}.damaged`));
  return nothingRemembered;
}

/** Changes the profile and writes it whole. */
export function changeProfile(folder: string, change: (profile: Profile) => Profile): Profile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const changed = change(readProfile(folder));
  writeJson(join(folder, fileName), changed);
  return changed;
}

/** Adds or changes what is remembered of one workspace. */
export function remember(folder: string, entry: KnownEntry): void {
  changeProfile(folder, (profile) => ({
    ...profile,
    workspaces: [...profile.workspaces.filter((known) => known.id !== entry.id), entry],
    forgotten: profile.forgotten.filter((known) => known.id !== entry.id),
  }));
}

/** Takes a workspace off the list; its files stay where they are, and so does the wait after wrong passphrases. */
export function forget(folder: string, id: string): void {
  const { failures, lastFailure } = failuresOf(folder, id);
  changeProfile(folder, (profile) => ({
    ...profile,
    workspaces: profile.workspaces.filter((known) => known.id !== id),
    forgotten: [
      ...profile.forgotten.filter((known) => known.id !== id),
      ...(failures > 0 ? [{ id, failures, lastFailure }] : []),
    ],
  }));
}

/** Wrong passphrases in a row of a workspace, whether it is in the list, was forgotten, or is new here. */
export function failuresOf(folder: string, id: string): Pick<KnownEntry, 'failures' | 'lastFailure'> {
  const { workspaces, forgotten } = readProfile(folder);
  const known = [...workspaces, ...forgotten].find((one) => one.id === id);
  return { failures: known?.failures ?? 0, lastFailure: known?.lastFailure ?? null };
}

/**
 * The installation's secret (32 bytes), made on first use. Signing keys are sealed with it, so that a copied
 * workspace folder can be read with its passphrase but cannot sign (PACKAGES.md §2.7).
 */
export function installationSecret(folder: string, random: (length: number) => Uint8Array): Uint8Array {
  const path = join(folder, secretName);
  const stored = existsSync(path) ? secretIn(readFileSync(path, 'utf8')) : null;
  if (stored) return stored;
  // A damaged secret opens nothing: what it sealed is lost either way (cannot_sign), and a new one is needed.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = Buffer.from(random(32));
  writeDurably(path, Buffer.from(`${secret.toString('hex')}\n`), forOneself);
  return secret;
}

function secretIn(text: string): Uint8Array | null {
  return /^[0-9a-f]{64}\n?$/.test(text) ? Buffer.from(text.trim(), 'hex') : null;
}

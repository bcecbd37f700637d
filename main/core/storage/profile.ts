import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languageSchema, partyCodeSchema, roleSchema } from '../contract/values';
import { forOneself, readJson, writeDurably, writeJson } from '../files';

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

const profileSchema = z.object({
  format: z.literal(1),
  language: languageSchema.nullable(),
  workspaces: z.array(knownSchema),
});
export type Profile = z.infer<typeof profileSchema>;

const fileName = 'workspaces.json';
const secretName = 'installation.secret';

/** Reads the profile; an empty one when nothing was remembered yet. Throws when the file was damaged. */
export function readProfile(folder: string): Profile {
  const stored = readJson(join(folder, fileName));
  return stored === null ? { format: 1, language: null, workspaces: [] } : profileSchema.parse(stored);
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
  }));
}

/**
 * The installation's secret (32 bytes), made on first use. Signing keys are sealed with it, so that a copied
 * workspace folder can be read with its passphrase but cannot sign (PACKAGES.md §2.7).
 */
export function installationSecret(folder: string, random: (length: number) => Uint8Array): Uint8Array {
  const path = join(folder, secretName);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeDurably(path, Buffer.from(`${Buffer.from(random(32)).toString('hex')}\n`), forOneself);
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
}

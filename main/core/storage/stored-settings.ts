import { eq } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import { settings } from '../../../db/schema';
import type { ReviewDraft } from '../contract/consolidation/operations';
import type { InterviewDraft } from '../contract/members/interview-operations';
import type { NoteNaming } from '../contract/members/operations';
import type { Language, WorkspaceRole } from '../contract/values';

/** What the `settings` table may hold, by key. */
export interface StoredSettings {
  readonly identity: {
    readonly id: string;
    readonly name: string;
    readonly role: WorkspaceRole;
    readonly code: string;
    readonly country: string | null;
    readonly createdAt: string;
  };
  readonly device: string;
  readonly language: Language;
  readonly recovery: 'confirmed' | 'to_confirm';
  /** The code just given out, to compare what is typed back; removed once confirmed. */
  readonly recoveryGroups: readonly string[];
  /** How the records were indexed for the search (see index-anew.ts); none before manners had numbers. */
  readonly searchManner: number;
  /** Committed writes so far (see ledger.ts). */
  readonly writes: number;
  /** The programme's root key (blob, base64) that this workspace trusts. */
  readonly pinnedRoot: string;
  /** Digits of the root that was just made and must be shown again before it counts. */
  readonly rootToConfirm: string;
  /** Quarters opened again for a rectification, with its reason. */
  readonly rectifications: Readonly<Record<string, string>>;
  /** What a person settled for the columns of imported lists, by set of headings; the latest last. */
  readonly importMappings: readonly {
    readonly headings: string;
    readonly targets: Readonly<Record<string, string | null>>;
  }[];
  /** Codes paired with values that no label answers to: `<field> <key>` → code. */
  readonly importPairs: Readonly<Record<string, string>>;
  /** Free texts that may name somebody who was erased, until a person has looked at them. */
  readonly notesToReview: readonly Pick<NoteNaming, 'entity' | 'id' | 'field'>[];
  /** What is typed of an interview that is not entered yet. */
  readonly interviewDraft: InterviewDraft;
  /** What is typed of the review of one report (its id). */
  readonly [review: `review:${string}`]: ReviewDraft;
  /** What is typed at one place (contract/drafts) and not saved, by field. */
  readonly [draft: `draft:${string}`]: Readonly<Record<string, string>>;
}

/** Reads one setting, or null. */
export function readSetting<K extends keyof StoredSettings>(
  database: WorkspaceDatabase,
  key: K,
): StoredSettings[K] | null {
  const row = database.select().from(settings).where(eq(settings.key, key)).get();
  return (row?.value ?? null) as StoredSettings[K] | null;
}

/** Writes one setting; call it inside a gesture's transaction. */
export function storeSetting<K extends keyof StoredSettings>(
  database: WorkspaceDatabase,
  key: K,
  value: StoredSettings[K],
): void {
  database
    .insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
    .run();
}

/** Removes one setting. */
export function removeSetting(database: WorkspaceDatabase, key: keyof StoredSettings): void {
  database.delete(settings).where(eq(settings.key, key)).run();
}

import { eq } from 'drizzle-orm';
import { attachments } from '../../../db/schema';
import type { Gesture } from '../changes/gesture';
import type { EntityRules, RecordValues } from '../changes/registry';
import { attachmentFields } from '../contract/attachments/fields';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';

/** Written once, when the file is added: a row must never name bytes that are not there. */
const fixed = ['organisation', 'person', 'consent', 'fileName', 'mediaType', 'bytes', 'sha256'] as const;

export const attachmentEntities = {
  attachments: {
    description: attachmentFields,
    table: attachments,
    derive: (values) => ({
      sensitivity:
        values.confidential === true || values.kind === 'consent_proof' ? 'confidential' : 'normal',
    }),
    searchText: () => null,
    owns: [],
    settle: refuseOtherBytes,
  },
} as const satisfies Readonly<Record<string, EntityRules>>;

/**
 * A record alone makes no attachment, and none takes the bytes of another. A photo is a picture.
 * @throws DomainError input_refused, and nothing is written
 */
function refuseOtherBytes(gesture: Gesture, id: string, before: RecordValues | null): void {
  const { database } = gesture.workspace;
  const row: Readonly<Record<string, unknown>> | undefined = database
    .select()
    .from(attachments)
    .where(eq(attachments.id, id))
    .get();
  const isSame = (name: string) => (row?.[name] ?? null) === ((before?.[name] ?? null) as FieldValue);
  const changed = before === null ? 'sha256' : fixed.find((name) => !isSame(name));
  if (changed !== undefined) {
    throw new DomainError('input_refused', { where: `attachments.${changed}`, why: 'read_only' });
  }
  refusePhotoOfWords(row?.kind, row?.mediaType);
}

/** @throws DomainError input_refused when the kind is photo and the file is no picture */
export function refusePhotoOfWords(kind: unknown, mediaType: unknown): void {
  if (kind === 'photo' && !String(mediaType).startsWith('image/')) {
    throw new DomainError('input_refused', { where: 'attachments.kind', why: 'photo' });
  }
}

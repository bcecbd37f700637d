import { and, eq, isNull } from 'drizzle-orm';
import { attachments } from '../../../db/schema';
import { parseFieldValues } from '../changes/field-values';
import { write } from '../changes/gesture';
import { createRecord, readRecord } from '../changes/log';
import { attachmentFields } from '../contract/attachments/fields';
import { isDrawn, type MediaType, telephoneSide } from '../contract/attachments/media-types';
import { attachmentLimits, longestSide } from '../contract/attachments/operations';
import { DomainError } from '../contract/errors';
import type { Input, Output } from '../contract/operations';
import { cleanPicture, isPictureType, refusedMedia, safeFileName, sniffMediaType } from '../packages/service';
import { codesOfList } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { refusePhotoOfWords } from './entities';
import { oldTextInUtf8 } from './old-text';

/** Keeping a file: judged by its bytes, cleaned, stored, and only then named by a row. */

/**
 * Adds a file to its owner. The same bytes of the same owner are one attachment.
 * @throws DomainError attachment_refused, record_missing, input_refused, blobs_missing
 */
export function addAttachment(
  workspace: OpenWorkspace,
  wanted: Input<'attachments.add'>,
): Output<'attachments.add'> {
  const { owner, consent } = wanted;
  refuseLostOwner(workspace, wanted);
  const file = fileToKeep(wanted.fileName, wanted.bytes);
  // Bytes first, row second: a kill between them leaves an orphan that the next start sweeps (DESIGN.md §4).
  const sha256 = workspace.blobs.put(file.bytes);
  const values = parseFieldValues(
    attachmentFields,
    {
      [owner.entity === 'organisations' ? 'organisation' : 'person']: owner.id,
      consent,
      kind: wanted.kind ?? (file.mediaType.startsWith('image/') ? 'photo' : 'other'),
      fileName: file.name,
      mediaType: file.mediaType,
      bytes: file.bytes.length,
      sha256,
    },
    codesOfList,
  );
  refusePhotoOfWords(values.kind, file.mediaType);
  const known = sameAttachment(workspace, wanted, sha256);
  if (known !== undefined) return { id: known, state: 'same' };
  const id = workspace.environment.newId();
  write(workspace, (gesture) => createRecord(gesture, 'attachments', id, values));
  return { id, state: 'new' };
}

function refuseLostOwner(workspace: OpenWorkspace, { owner, consent }: Input<'attachments.add'>): void {
  const { database, entities } = workspace;
  const place = readRecord(database, entities[owner.entity], owner.entity, owner.id);
  if (place.deletedAt !== null) throw new DomainError('record_missing', owner);
  if (consent === null) return;
  const given = readRecord(database, entities.consents, 'consents', consent);
  if (given.deletedAt !== null || given.values.person !== owner.id) {
    throw new DomainError('record_missing', { entity: 'consents', id: consent });
  }
}

function sameAttachment(
  workspace: OpenWorkspace,
  { owner, consent }: Input<'attachments.add'>,
  sha256: string,
): string | undefined {
  const column = owner.entity === 'organisations' ? attachments.organisation : attachments.person;
  return workspace.database
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(column, owner.id),
        eq(attachments.sha256, sha256),
        consent === null ? isNull(attachments.consent) : eq(attachments.consent, consent),
        isNull(attachments.deletedAt),
      ),
    )
    .get()?.id;
}

interface FileToKeep {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
  readonly name: string;
}

/**
 * The file as it is kept: a permitted type, a picture within its size and without metadata, text in UTF-8, a name
 * without tricks.
 * @throws DomainError attachment_refused
 */
function fileToKeep(fileName: string, given: Uint8Array): FileToKeep {
  const refuse = (guess: string) =>
    new DomainError('attachment_refused', {
      guess,
      name: safeFileName(fileName, 'text/plain').replace(/\.txt$/, ''),
    });
  if (given.length === 0) throw refuse('empty');
  if (given.length > attachmentLimits.kept) throw refuse('too_large');
  const bytes = refusedMedia(given, fileName) === 'encoding' ? (oldTextInUtf8(given) ?? given) : given;
  const refused = refusedMedia(bytes, fileName);
  const mediaType = sniffMediaType(bytes);
  if (refused !== null || mediaType === null) throw refuse(refused ?? 'unknown');
  const name = nameToKeep(fileName, mediaType);
  if (!isPictureType(mediaType)) return { bytes, mediaType, name };
  const picture = cleanPicture(bytes, mediaType);
  if (picture === null) throw refuse('damaged_picture');
  const side = Math.max(picture.width, picture.height);
  // The page reduces the pictures that it can draw; those of telephones are kept as they are.
  if (side > (isDrawn(mediaType) ? longestSide : telephoneSide)) throw refuse('wide_picture');
  return { bytes: picture.bytes, mediaType, name };
}

/** Its own name, cleaned, with the extension of what it is; texts of programs keep theirs, which their programs open. */
function nameToKeep(fileName: string, mediaType: MediaType): string {
  const safe = safeFileName(fileName, mediaType);
  const own = mediaType === 'text/plain' ? /\.(csv|tsv|vcf|ics|eml)$/i.exec(fileName)?.[1] : undefined;
  return own === undefined ? safe : safe.replace(/\.txt$/, `.${own.toLowerCase()}`);
}

import { eq } from 'drizzle-orm';
import { affiliations, attachments, consents } from '../../../db/schema';
import { eraseRecord } from '../changes/erasure';
import { write } from '../changes/gesture';
import { readRecord } from '../changes/log';
import { DomainError } from '../contract/errors';
import type { OpenWorkspace } from '../session';
import { sweepBlobs } from '../storage/kept-blobs';
import { memberEntities } from './entities';

/**
 * Erases a person, or leaves them as a pseudonym that goes on counting by sex and age band. Their functions and
 * consents lose what names them, their attachments go with their bytes. One gesture, for ever.
 *
 * @param confirmation the name as it stands on the sheet, typed by hand
 * @throws DomainError record_missing, input_refused when the name typed is another
 */
export function erasePerson(
  workspace: OpenWorkspace,
  id: string,
  manner: 'erase' | 'pseudonymise',
  confirmation: string,
): void {
  const { database } = workspace;
  const person = readRecord(database, memberEntities.persons, 'persons', id);
  if (confirmation.normalize('NFC').trim() !== person.values.fullName) {
    throw new DomainError('input_refused', { where: 'persons.fullName', why: 'other_name' });
  }
  const links = database.select().from(affiliations).where(eq(affiliations.person, id)).all();
  const given = database.select().from(consents).where(eq(consents.person, id)).all();
  const files = database.select().from(attachments).where(eq(attachments.person, id)).all();
  const to = manner === 'erase' ? 'trash' : 'register';
  write(
    workspace,
    (gesture) => {
      const { sex = null, ageBand = null } = person.values;
      const remains = { fullName: pseudonymOf(id), sex, ageBand, confidential: true };
      eraseRecord(gesture, 'persons', id, remains, to);
      for (const { id: link, organisation, since, until } of links) {
        eraseRecord(gesture, 'affiliations', link, { person: id, organisation, since, until }, to);
      }
      for (const { id: consent, purpose, givenOn, manner: how } of given) {
        eraseRecord(gesture, 'consents', consent, { person: id, purpose, givenOn, manner: how }, 'trash');
      }
      for (const { id: file } of files) eraseRecord(gesture, 'attachments', file, { person: id }, 'trash');
      gesture.afterCommit(() => sweepBlobs(workspace));
    },
    'lasting',
    `erasure:${manner}`,
  );
}

/** A name that is none: the same on every laptop, made from the identifier. */
function pseudonymOf(id: string): string {
  return `P-${id.slice(-6).toUpperCase()}`;
}

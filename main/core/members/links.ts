import { eq } from 'drizzle-orm';
import { organisationLinks } from '../../../db/schema';
import type { Gesture } from '../changes/gesture';
import { DomainError } from '../contract/errors';

/** An organisation is neither member nor section of itself. @throws DomainError input_refused, and nothing is written */
export function refuseLinkToItself(gesture: Gesture, id: string): void {
  const { database } = gesture.workspace;
  const link = database.select().from(organisationLinks).where(eq(organisationLinks.id, id)).get();
  if (link && link.organisation === link.other) {
    throw new DomainError('input_refused', { where: 'organisationLinks.other', why: 'itself' });
  }
}

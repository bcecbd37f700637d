import { eq } from 'drizzle-orm';
import { affiliations, attachments, consents, views } from '../../../db/schema';
import { formerIdsOf } from '../changes/aliases';
import { eraseRecord } from '../changes/erasure';
import { type Gesture, write } from '../changes/gesture';
import { readRecord } from '../changes/log';
import type { RecordValues } from '../changes/registry';
import { DomainError } from '../contract/errors';
import { type ViewArrangement, viewArrangementSchema } from '../contract/records/views';
import { cleanLine } from '../contract/text';
import { forgetDrafts } from '../drafts/service';
import type { OpenWorkspace } from '../session';
import { sweepBlobs } from '../storage/kept-blobs';
import { readSetting, storeSetting } from '../storage/stored-settings';
import { memberEntities } from './entities';
import { isNamedIn } from './name-mentions';
import { placesNaming, rememberNotes } from './notes-naming';
import { namesOf } from './rows';

/**
 * Erases a person, or leaves them as a pseudonym that goes on counting by sex and age band. Their functions and
 * consents lose what names them, their attachments go with their bytes; the sheets that were merged into theirs, the
 * views that name them and what is typed of them in an interview go too. One gesture, for ever.
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
  const sheetOf = (person: string) => readRecord(database, memberEntities.persons, 'persons', person);
  const person = sheetOf(id);
  if (cleanLine(confirmation) !== cleanLine(String(person.values.fullName))) {
    throw new DomainError('input_refused', { where: 'persons.fullName', why: 'other_name' });
  }
  const merged = formerIdsOf(database, id).map(sheetOf);
  const names = [person, ...merged].flatMap(namesOf);
  const notes = placesNaming(workspace, [id, ...merged.map((former) => former.id)], names);
  write(
    workspace,
    (gesture) => {
      const { sex = null, ageBand = null } = person.values;
      eraseSheet(gesture, id, { sex, ageBand }, manner === 'erase' ? 'trash' : 'register');
      for (const former of merged) eraseSheet(gesture, former.id, {}, 'trash');
      eraseViews(gesture, names);
      forgetInInterview(workspace, names);
      rememberNotes(gesture, notes);
      forgetDrafts(database, [id, ...merged.map((former) => former.id)], (text) => isNamedIn(text, names));
      gesture.afterCommit(() => sweepBlobs(workspace));
    },
    'lasting',
    `erasure:${manner}`,
  );
}

/** Erases one sheet with what belongs to it. `counting`: what it goes on counting by. */
function eraseSheet(gesture: Gesture, id: string, counting: RecordValues, to: 'trash' | 'register'): void {
  const { database } = gesture.workspace;
  const links = database.select().from(affiliations).where(eq(affiliations.person, id)).all();
  const given = database.select().from(consents).where(eq(consents.person, id)).all();
  const files = database.select().from(attachments).where(eq(attachments.person, id)).all();
  const remains = { ...counting, fullName: pseudonymOf(id), confidential: true };
  eraseRecord(gesture, 'persons', id, remains, to);
  for (const { id: link, organisation, since, until } of links) {
    eraseRecord(gesture, 'affiliations', link, { person: id, organisation, since, until }, to);
  }
  for (const { id: consent, purpose, givenOn, manner } of given) {
    eraseRecord(gesture, 'consents', consent, { person: id, purpose, givenOn, manner }, 'trash');
  }
  for (const { id: file } of files) eraseRecord(gesture, 'attachments', file, { person: id }, 'trash');
}

/** Views named after them, or searched or filtered by their name: without it they would say nothing. */
function eraseViews(gesture: Gesture, names: readonly string[]): void {
  const known = gesture.workspace.database.select().from(views).all();
  for (const { id, name, list, position, arrangement } of known) {
    const { search, filters } = viewArrangementSchema.parse(JSON.parse(arrangement));
    const texts = [name, search, ...filters.flatMap(({ values }) => values)];
    if (!texts.some((text) => isNamedIn(text, names))) continue;
    eraseRecord(gesture, 'views', id, { name: '–', list, position, arrangement: bareArrangement }, 'trash');
  }
}

const bareArrangement = JSON.stringify({
  search: '',
  filters: [],
  sort: { field: 'fullName', direction: 'ascending' },
  group: null,
  columns: null,
} satisfies ViewArrangement);

/** What is typed of an interview: answers that name them, and all of the contact person when it is they. */
function forgetInInterview({ database }: OpenWorkspace, names: readonly string[]): void {
  const draft = readSetting(database, 'interviewDraft');
  if (draft === null) return;
  const ofContact = (key: string) => key.startsWith('persons.') || key.startsWith('affiliations.');
  const answers = Object.entries(draft.answers);
  const named = answers.filter(([, typed]) => isNamedIn(typed, names));
  if (named.length === 0) return;
  const isTheContact = named.some(([key]) => ofContact(key));
  const kept = answers.filter((answer) => !named.includes(answer) && !(isTheContact && ofContact(answer[0])));
  storeSetting(database, 'interviewDraft', { answers: Object.fromEntries(kept) });
}

/** A name that is none: the same on every laptop, made from the identifier. */
function pseudonymOf(id: string): string {
  return `P-${id.slice(-6).toUpperCase()}`;
}

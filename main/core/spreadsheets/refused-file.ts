import type { Language } from '../contract/values';
import { writeForUser } from '../files';
import { typedText } from './reading/table';
import type { ImportSession } from './session';
import { reasonHeading, reasonText } from './wording';
import { text, writeXlsx } from './writing';

/** Writes the refused rows as they stand, with their reasons first; the file can be imported again. Gives their number. */
export function saveRefused(session: ImportSession, path: string, language: Language): number {
  const { columns } = session.arrangement;
  const refused = session.rows.filter((row) => row.comparison.outcome === 'refused');
  const rows = refused.map(({ understood }) => [
    text(understood.refusals.map((reason) => reasonText(reason, language)).join(' ')),
    ...columns.map((column) => text(typedText(understood.cells[column.index]))),
  ]);
  const headings = [reasonHeading(language), ...columns.map((column) => column.heading)];
  writeForUser(path, writeXlsx('Liste', headings, rows));
  return refused.length;
}

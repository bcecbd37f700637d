import { imports } from '../../../db/schema';
import { recordCreator } from '../changes/bulk';
import { requireFields } from '../changes/field-values';
import { type Gesture, writeInTurns } from '../changes/gesture';
import { updateRecord } from '../changes/log';
import type { RecordValues } from '../changes/registry';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { CallContext, OpenWorkspace } from '../session';
import { takingTurns } from '../turns';
import { type ReadTables, type TextManner, typedText } from './reading/table';
import { rememberMapping } from './remembered';
import { actionOf, type ImportRow, type ImportSession, tableOf } from './session';
import { withNotes } from './understanding/compare';

export interface Applied {
  readonly id: string;
  readonly created: number;
  readonly changed: number;
  readonly refused: number;
}

/** Status of an organisation that a list names: it is known, nobody spoke to it yet. */
const firstStatus = 'identified';

/**
 * Writes the rows that are ready, as one gesture, all or nothing; it can be cancelled up to its last row. Throws
 * input_refused when none is ready, record_changed when a record changed since it was compared, cancelled.
 */
export async function applyImport(
  context: CallContext,
  workspace: OpenWorkspace,
  session: ImportSession,
): Promise<Applied> {
  const { choices } = session.corrections;
  const doing = (action: 'create' | 'complete') =>
    session.rows.filter((row) => actionOf(row, choices) === action);
  const [toCreate, toComplete] = [doing('create'), doing('complete')];
  const total = toCreate.length + toComplete.length;
  if (total === 0) throw new DomainError('input_refused', { where: 'import', why: 'nothing_ready' });
  const id = workspace.environment.newId();
  const refused = session.rows.filter((row) => row.comparison.outcome === 'refused').length;
  const applied: Applied = { id, created: toCreate.length, changed: toComplete.length, refused };
  const breathe = takingTurns(context);
  const act = async (gesture: Gesture) => {
    const create = recordCreator(gesture, 'organisations');
    const ids = new Map<number, string>();
    for (const row of toCreate) {
      ids.set(row.understood.row, create(recordOf(row, workspace.country)));
      await breathe('writing', ids.size, total);
    }
    for (const [done, row] of toComplete.entries()) {
      complete(gesture, row);
      await breathe('writing', ids.size + done + 1, total);
    }
    noteImport(gesture, session, applied);
    if (session.arrangement.layout === 'cartography') keepCells(gesture, session, id, ids);
    rememberMapping(workspace.database, session);
    // The last moment to give up.
    if (context.signal.aborted) throw new DomainError('cancelled');
    return applied;
  };
  return writeInTurns(context, workspace, act, `import:${id}`);
}

/** The record of a new row; what the row leaves open follows from where the committee stands. */
function recordOf({ said }: ImportRow, country: string | null): RecordValues {
  const notes = withNotes(null, said.kept);
  const values: Record<string, FieldValue> = {
    country,
    status: firstStatus,
    ...said.values,
    ...(notes === null ? {} : { notes }),
  };
  requireFields(organisationFields, values);
  return values;
}

function complete(gesture: Gesture, { comparison }: ImportRow): void {
  const { match, changes } = comparison;
  if (match === null) throw new DomainError('input_refused', { where: 'import', why: 'no_match' });
  const after = Object.fromEntries(changes.map((change) => [change.field, change.after]));
  const { id, revision, values } = match.record;
  updateRecord(gesture, 'organisations', id, after, revision);
  // The record is the one that was compared, or updateRecord has thrown.
  if ('status' in after) gesture.workspace.entities.organisations.settle?.(gesture, id, values);
}

/** How the file was written, so that its export is written the same way. */
function mannerOf({ text }: ReadTables): Readonly<Record<keyof TextManner, string>> | null {
  return text && { encoding: text.encoding, separator: text.separator, newline: text.newline };
}

function noteImport(gesture: Gesture, session: ImportSession, applied: Applied): void {
  const { arrangement, tables, fileName } = session;
  gesture.workspace.database
    .insert(imports)
    .values({
      ...applied,
      batch: gesture.batch,
      fileName,
      sheet: tableOf(tables, arrangement.sheet).name,
      layout: arrangement.layout,
      headings: arrangement.columns.map((column) => column.heading),
      targets: arrangement.columns.map((column) => column.target),
      manner: mannerOf(tables),
      madeAt: gesture.at,
      madeBy: gesture.author,
      withdrawnBatch: null,
    })
    .run();
}

/** The cells of the cartography as typed, with the record each row became (`ids`, by row) or is. */
function keepCells(
  gesture: Gesture,
  session: ImportSession,
  id: string,
  ids: ReadonlyMap<number, string>,
): void {
  const statement = gesture.workspace.database.$client.prepare(
    'INSERT INTO imported_cells (import, row, record, cells) VALUES (?, ?, ?, ?)',
  );
  for (const row of session.rows) {
    const { understood, comparison } = row;
    const isThere =
      comparison.outcome === 'identical' || actionOf(row, session.corrections.choices) === 'complete';
    const record = ids.get(understood.row) ?? (isThere ? comparison.match?.record.id : undefined);
    if (record === undefined) continue;
    const cells = session.arrangement.columns.map((column) => typedText(understood.cells[column.index]));
    statement.run(id, understood.row, record, JSON.stringify(cells));
  }
}

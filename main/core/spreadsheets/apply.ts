import { imports } from '../../../db/schema';
import { createRecords } from '../changes/bulk';
import { requireFields } from '../changes/field-values';
import { type Gesture, write } from '../changes/gesture';
import { updateRecord } from '../changes/log';
import type { RecordValues } from '../changes/registry';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { OpenWorkspace } from '../session';
import { typedText } from './reading/table';
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
 * Writes the rows that are ready, as one gesture, all or nothing. Throws input_refused when none is, record_changed
 * when a record changed since it was compared.
 */
export function applyImport(
  workspace: OpenWorkspace,
  session: ImportSession,
  onProgress: (done: number, total: number) => void,
): Applied {
  const { choices } = session.corrections;
  const doing = (action: 'create' | 'complete') =>
    session.rows.filter((row) => actionOf(row, choices) === action);
  const [toCreate, toComplete] = [doing('create'), doing('complete')];
  const total = toCreate.length + toComplete.length;
  if (total === 0) throw new DomainError('input_refused', { where: 'import', why: 'nothing_ready' });
  const id = workspace.environment.newId();
  const values = toCreate.map((row) => recordOf(row, workspace.country));
  const refused = session.rows.filter((row) => row.comparison.outcome === 'refused').length;
  write(
    workspace,
    (gesture) => {
      const created = createRecords(gesture, 'organisations', values, (done) => onProgress(done, total));
      for (const row of toComplete) complete(gesture, row);
      onProgress(total, total);
      noteImport(gesture, session, { id, created: created.length, changed: toComplete.length, refused });
      if (session.arrangement.layout === 'cartography') keepCells(gesture, session, id, toCreate, created);
      rememberMapping(workspace.database, session);
    },
    'undoable',
    `import:${id}`,
  );
  return { id, created: toCreate.length, changed: toComplete.length, refused };
}

/** The record of a new row; what the row leaves open follows from where the committee stands. */
function recordOf({ understood }: ImportRow, country: string | null): RecordValues {
  const notes = withNotes(null, understood.kept);
  const values: Record<string, FieldValue> = {
    country,
    status: firstStatus,
    ...understood.values,
    ...(notes === null ? {} : { notes }),
  };
  requireFields(organisationFields, values);
  return values;
}

function complete(gesture: Gesture, { comparison }: ImportRow): void {
  const { match, changes } = comparison;
  if (match === null) throw new DomainError('input_refused', { where: 'import', why: 'no_match' });
  const after = Object.fromEntries(changes.map((change) => [change.field, change.after]));
  updateRecord(gesture, 'organisations', match.record.id, after, match.record.revision);
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
      manner: tables.text === null ? null : { ...tables.text },
      madeAt: gesture.at,
      madeBy: gesture.author,
      withdrawnBatch: null,
    })
    .run();
}

/** The cells of the cartography as typed, with the record each row became or is. */
function keepCells(
  gesture: Gesture,
  session: ImportSession,
  id: string,
  toCreate: readonly ImportRow[],
  created: readonly string[],
): void {
  const ids = new Map(toCreate.map((row, index) => [row.understood.row, created[index]]));
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

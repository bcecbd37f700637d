import type { Encoding } from '../contract/spreadsheets/encodings';
import { type Progress, takingTurns } from '../turns';
import { RowsAhead } from './ahead';
import { readInWorker } from './reading/read-in-worker';
import {
  arrange,
  type Corrections,
  compared,
  corrected,
  firstSheet,
  type ImportSession,
  type Place,
  type RememberedBy,
  rowContextOf,
  sortedRows,
  tableOf,
} from './session';
import { indexRegister, type RegisterIndex, type RegisterRecord } from './understanding/matches';
import { type RowContext, type UnderstoodRow, understandRow } from './understanding/read-row';
import type { CandidateRow } from './understanding/sort-rows';
import { Watch } from './watch';

/** What a proposal is made of; the register it was compared with before, where there was one. */
export type ProposalParts = Omit<ImportSession, 'sorted' | 'rows' | 'register'> & {
  readonly register?: RegisterIndex;
};

/** What a proposal depends on beside its file. */
export interface ProposalBasis {
  readonly place: Place;
  readonly remembered: RememberedBy;
  readonly pairs: Corrections['pairs'];
  /** The organisations that are there. */
  readonly recordsNow: () => readonly RegisterRecord[];
}

/** Reads a file and proposes what importing it would do. Throws X01–X05, cancelled. */
export async function proposeFile(
  context: Progress,
  basis: ProposalBasis,
  file: {
    readonly id: string;
    readonly fileName: string;
    readonly bytes: Uint8Array;
    readonly encoding: Encoding | null;
    readonly readerScript: string;
  },
): Promise<ImportSession> {
  const { place, remembered, pairs } = basis;
  const { id, fileName, bytes, encoding, readerScript } = file;
  context.progress('reading', 0, null);
  const watch = new Watch();
  const ahead = new RowsAhead(place, remembered, pairs, watch);
  const breathe = takingTurns(context);
  const tables = await readInWorker(readerScript, { bytes, encoding }, context.signal, (sheet, soFar) =>
    ahead.take(sheet, soFar, breathe),
  );
  const arrangement = watch.over(() => {
    const sheet = firstSheet(tables);
    return arrange(tableOf(tables, sheet), { sheet }, remembered, place.today);
  });
  const corrections: Corrections = { edits: new Map(), choices: new Map(), pairs, repeats: 'asked' };
  const source = tables.kind === 'text' ? bytes : null;
  const parts = { id, fileName, source, tables, arrangement, corrections };
  return understandAll(context, basis, parts, watch, (rowContext) => ahead.within(rowContext));
}

/** Understands all rows and compares them with the register, in turns with others. Throws X04, cancelled. */
export function propose(
  context: Progress,
  basis: Pick<ProposalBasis, 'place' | 'recordsNow'>,
  parts: ProposalParts,
): Promise<ImportSession> {
  return understandAll(
    context,
    basis,
    parts,
    new Watch(),
    (rowContext) => (row) => understandRow(row, rowContext),
  );
}

async function understandAll(
  context: Progress,
  { place, recordsNow }: Pick<ProposalBasis, 'place' | 'recordsNow'>,
  parts: ProposalParts,
  watch: Watch,
  within: (rowContext: RowContext) => (row: CandidateRow) => UnderstoodRow,
): Promise<ImportSession> {
  const { tables, arrangement, corrections } = parts;
  const breathe = takingTurns(context);
  const { sorted, readRow } = watch.over(() => {
    const sorted = sortedRows(tableOf(tables, arrangement.sheet), arrangement);
    return { sorted, readRow: within(rowContextOf(arrangement, sorted, place, corrections.pairs)) };
  });
  context.progress('understanding', 0, sorted.rows.length);
  const understood: UnderstoodRow[] = [];
  const read = (place: number) => {
    const row = sorted.rows[place];
    if (row !== undefined) understood.push(readRow(corrected(row, corrections.edits)));
  };
  await watch.each(0, sorted.rows.length, read, 'understanding', breathe, sorted.rows.length);
  context.progress('comparing', 0, sorted.rows.length);
  const register = indexRegister(recordsNow(), parts.register);
  const { columns } = arrangement;
  const { repeats } = corrections;
  const rows = await compared(understood, { columns, repeats }, register, breathe);
  return { ...parts, sorted, register, rows };
}

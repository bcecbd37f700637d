import { type Progress, takingTurns } from '../turns';
import { compared, type ImportSession, type Place, rowContextOf, sortedRows, understand } from './session';
import { indexRegister, type RegisterIndex, type RegisterRecord } from './understanding/matches';
import type { UnderstoodRow } from './understanding/read-row';

/** What a proposal is made of; the register it was compared with before, where there was one. */
export type ProposalParts = Omit<ImportSession, 'sorted' | 'rows' | 'register'> & {
  readonly register?: RegisterIndex;
};

/** Understands all rows and compares them with the register, in turns with others. Throws cancelled. */
export async function propose(
  context: Progress,
  place: Place,
  recordsNow: () => readonly RegisterRecord[],
  parts: ProposalParts,
): Promise<ImportSession> {
  const { tables, arrangement, corrections } = parts;
  const breathe = takingTurns(context);
  const sorted = sortedRows(tables, arrangement);
  const rowContext = rowContextOf(arrangement, sorted, place, corrections.pairs);
  context.progress('understanding', 0, sorted.rows.length);
  const understood: UnderstoodRow[] = [];
  for (const row of sorted.rows) {
    understood.push(understand(row, corrections.edits, rowContext));
    await breathe('understanding', understood.length, sorted.rows.length);
  }
  context.progress('comparing', 0, sorted.rows.length);
  const register = indexRegister(recordsNow(), parts.register);
  return { ...parts, sorted, register, rows: await compared(understood, register, breathe) };
}

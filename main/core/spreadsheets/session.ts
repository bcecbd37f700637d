import type { ImportView, RowChoice, Taken } from '../contract/spreadsheets/operations';
import { cleanLine } from '../contract/text';
import type { Message } from '../contract/values';
import type { Breathe } from '../turns';
import { type ReadTables, type SheetTable, typedText } from './reading/table';
import { nothingBeside, withBeside } from './understanding/beside';
import { borneOut } from './understanding/borne-out';
import { asksForSearch, type Comparison, compareRow, type Twins } from './understanding/compare';
import {
  findHeadings,
  type HeadingRows,
  headingsOf,
  likelyHeadings,
  worthOf,
} from './understanding/headings';
import { type Column, type Proposal, proposeColumns, type RememberedTargets } from './understanding/mapping';
import type { RegisterIndex } from './understanding/matches';
import { misreadOf } from './understanding/misread';
import { isOwnList } from './understanding/own-headings';
import { type RowContext, type UnderstoodRow, understandRow } from './understanding/read-row';
import { joinRepeats, type Repeats } from './understanding/repeats';
import { type CandidateRow, type SortedRows, sortRows } from './understanding/sort-rows';
import { fieldOf, markOf } from './understanding/targets';
import { type DayOrder, dayOrderOf } from './values/day';
import { why } from './values/reading';

/** A proposed import: what the file says, how it is understood, what a person chose. Values only; nothing is written. */

export interface ImportRow {
  readonly understood: UnderstoodRow;
  /** What it says together with the rows that were joined to it. */
  readonly said: UnderstoodRow;
  readonly comparison: Comparison;
}

/** What is chosen before anything is understood. */
export interface Arrangement {
  readonly sheet: number;
  readonly headings: HeadingRows | null;
  /** How the headings are known: by their words, by their look alone (X08), or from a person. */
  readonly found: 'recognised' | 'supposed' | 'told';
  readonly columns: readonly Column[];
  readonly layout: Proposal['layout'];
  /** What was to be asked of these headings; answered once a column is the name. */
  readonly question: Proposal['question'];
  /** What is hidden in the sheet, and the comments on its cells: taken with the rows or left. */
  readonly beside: { readonly hidden: Taken; readonly notes: Taken };
}

/** What a person changed in the proposal. */
export interface Corrections {
  /** Texts typed over cells, by row and column. */
  readonly edits: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly choices: ReadonlyMap<number, RowChoice>;
  /** Codes paired with typed values. */
  readonly pairs: ReadonlyMap<string, string>;
  /** What to do with rows of one name that say different things. */
  readonly repeats: Repeats;
}

export interface ImportSession {
  readonly id: string;
  readonly fileName: string;
  /** The bytes of a text, which may be in another encoding than was found; null for every other file. */
  readonly source: Uint8Array | null;
  readonly tables: ReadTables;
  readonly arrangement: Arrangement;
  readonly corrections: Corrections;
  readonly sorted: SortedRows;
  /** The register that the rows were compared with. */
  readonly register: RegisterIndex;
  readonly rows: readonly ImportRow[];
}

/** Where the committee stands: what values mean depends on it. */
export interface Place {
  readonly country: string | null;
  readonly today: string;
}

export type RememberedBy = (headings: readonly string[]) => RememberedTargets | null;

const noRows: SortedRows = { rows: [], aside: [], blank: 0, merged: 0 };

/** The sheet to begin with: the visible one that says most about organisations, else the longest; never a hidden one. */
export function firstSheet(tables: ReadTables): number {
  const visible = tables.sheets
    .map((sheet, index) => ({
      index,
      // A sheet that only looks like a list is better than one that does not.
      worth: worthOf(sheet) || (likelyHeadings(sheet) === null ? 0 : 0.1),
      rows: sheet.rows.length,
      state: sheet.state,
    }))
    .filter(({ state }) => state === 'visible');
  const [most] = visible.sort((one, other) => other.worth - one.worth || other.rows - one.rows);
  return most?.index ?? 0;
}

/** Headings and columns of a sheet (of its table), as they are found or as they are told. */
export function arrange(
  table: SheetTable,
  wanted: { readonly sheet: number; readonly headings?: HeadingRows },
  remembered: RememberedBy,
  today: string,
): Arrangement {
  const known = wanted.headings ?? findHeadings(table);
  const headings = known ?? likelyHeadings(table);
  const found = wanted.headings !== undefined ? 'told' : known === null ? 'supposed' : 'recognised';
  const texts = headings === null ? [] : headingsOf(table, headings);
  const { layout, columns, question } = proposeColumns(texts, remembered(texts));
  const isGuessed = layout === 'list' && headings !== null;
  return {
    sheet: wanted.sheet,
    headings,
    found,
    columns: isGuessed ? borneOut(columns, table, headings, today) : columns,
    layout,
    question,
    beside: { hidden: 'taken', notes: 'left' },
  };
}

/** The table of a sheet; an empty one when there is none. */
export function tableOf(tables: ReadTables, sheet: number): SheetTable {
  return tables.sheets[sheet] ?? { name: '', state: 'visible', rows: [], merges: [] };
}

/** The question that is still open: no column is the name. */
export function openQuestion({ question, columns }: Arrangement): Proposal['question'] {
  return columns.some(({ target }) => target === 'name' || target === 'nameArabic') ? null : question;
}

/**
 * Rows of the table that is arranged so, sorted into those to understand and those set aside; none as long as it must be
 * asked whose they are.
 */
export function sortedRows(table: SheetTable, arrangement: Arrangement): SortedRows {
  const { headings, columns, beside } = arrangement;
  return headings === null || openQuestion(arrangement) !== null
    ? noRows
    : withBeside(sortRows(table, headings, columns), table, columns, beside);
}

/** How the rows of this arrangement are to be understood. */
export function rowContextOf(
  arrangement: Arrangement,
  sorted: SortedRows,
  place: Place,
  pairs: Corrections['pairs'],
): RowContext {
  const dayOrders = arrangement.columns.map((column): DayOrder => {
    const type = fieldOf(column.target)?.type;
    if (type !== 'day' && type !== 'year') return 'day_first';
    return dayOrderOf(sorted.rows.map((row) => row.cells[column.index]));
  });
  const marks =
    arrangement.layout === 'cartography' && missingThemes(arrangement.columns) === 0 ? 'complete' : 'partial';
  return {
    columns: arrangement.columns,
    ...place,
    pairs,
    dayOrders,
    marks,
    misread: misreadOf(sorted.rows),
    list: isOwnList(arrangement.columns.map(({ heading }) => heading)) ? 'own' : 'foreign',
  };
}

/** A row with what was typed over its cells. */
export function corrected(row: CandidateRow, edits: Corrections['edits']): CandidateRow {
  const own = edits.get(row.row);
  if (own === undefined) return row;
  const cells = [...row.cells];
  for (const [column, text] of own) cells[column] = text;
  return { ...row, cells };
}

export function understand(
  row: CandidateRow,
  edits: Corrections['edits'],
  context: RowContext,
): UnderstoodRow {
  return understandRow(corrected(row, edits), context);
}

/**
 * Joins the rows of one organisation and compares them with the register, in the order of the file and in turns with
 * others. Throws cancelled.
 */
export async function compared(
  all: readonly UnderstoodRow[],
  { columns, repeats }: Pick<Arrangement, 'columns'> & Pick<Corrections, 'repeats'>,
  register: RegisterIndex,
  breathe: Breathe,
): Promise<ImportRow[]> {
  const twins: Twins = new Map();
  const { said, into } = joinRepeats(all, columns, repeats);
  const rows: ImportRow[] = [];
  for (const [index, understood] of all.entries()) {
    const own = said[index] ?? understood;
    const twin = into.get(understood.row);
    // Made when the first row needs it: a list that comes again finds each of its rows by name.
    if (twin === undefined && !register.isPrepared && asksForSearch(own, register, twins))
      await register.prepare(breathe);
    const comparison: Comparison =
      twin === undefined
        ? compareRow(own, register, twins)
        : { outcome: 'identical', match: null, twin, changes: [] };
    rows.push({ understood, said: own, comparison });
    await breathe('comparing', rows.length, all.length);
  }
  return rows;
}

/** What happens to a row now; null = nothing is written. */
export function actionOf(row: ImportRow, choices: Corrections['choices']): 'create' | 'complete' | null {
  switch (row.comparison.outcome) {
    case 'new':
      return 'create';
    case 'changed':
      return 'complete';
    case 'ambiguous': {
      const choice = choices.get(row.understood.row);
      return choice === 'create' || choice === 'complete' ? choice : null;
    }
    case 'identical':
    case 'refused':
      return null;
  }
}

/** Does a person need to look at this row? */
export function asksForALook(row: ImportRow, choices: Corrections['choices']): boolean {
  const { outcome } = row.comparison;
  if (outcome === 'refused') return true;
  if (outcome === 'ambiguous') return !choices.has(row.understood.row);
  return row.understood.readings.some((reading) => reading.how === 'unread' || reading.how === 'doubtful');
}

/** The whole proposal as the page shows it. */
export function viewOf(session: ImportSession): ImportView {
  const { arrangement, sorted, rows, tables, corrections } = session;
  const counts = { new: 0, changed: 0, identical: 0, ambiguous: 0, refused: 0 };
  const unread = arrangement.columns.map(() => 0);
  let waiting = 0;
  let ready = 0;
  for (const row of rows) {
    counts[row.comparison.outcome] += 1;
    if (row.comparison.outcome === 'ambiguous' && !corrections.choices.has(row.understood.row)) waiting += 1;
    if (actionOf(row, corrections.choices) !== null) ready += 1;
    row.understood.readings.forEach((reading, index) => {
      if (reading.how === 'unread') unread[index] = (unread[index] ?? 0) + 1;
    });
  }
  return {
    import: session.id,
    fileName: session.fileName,
    kind: tables.kind,
    sheets: tables.sheets.map(({ name, rows: all, state }) => ({ name, rows: all.length, state })),
    sheet: arrangement.sheet,
    layout: arrangement.layout,
    headings: arrangement.headings && {
      from: arrangement.headings.from + 1,
      to: arrangement.headings.to + 1,
    },
    columns: arrangement.columns.map((column) => ({ ...column, unread: unread[column.index] ?? 0 })),
    question: questionView(session),
    repeats: repeatsView(session),
    counts,
    waiting,
    ready,
    blankRows: sorted.blank,
    aside: [...sorted.aside],
    encoding: tables.text?.readAs ?? null,
    notices: noticesOf(session),
    strangers: strangersOf(rows, arrangement.columns),
    beside: besideView(session),
  };
}

function besideView({ arrangement, tables }: ImportSession): ImportView['beside'] {
  const { hiddenRows, hiddenColumns, notes } = tableOf(tables, arrangement.sheet).beside ?? nothingBeside;
  return {
    ...arrangement.beside,
    hiddenRows: hiddenRows.length,
    hiddenColumns: hiddenColumns.length,
    comments: notes.length,
  };
}

const samplesShown = 3;

/** The open question with, of each column that could be its answer, the first values. */
function questionView({ arrangement, tables }: ImportSession): ImportView['question'] {
  const question = openQuestion(arrangement);
  if (question === null) return null;
  const { rows } = tableOf(tables, arrangement.sheet);
  const below = rows.slice((arrangement.headings?.to ?? 0) + 1, 200);
  const columns = question.kind === 'name' ? question.columns : [];
  const candidates = columns.map((index) => {
    const texts = new Set(
      below.map((row) => cleanLine(typedText(row?.[index]).slice(0, 300))).filter((text) => text !== ''),
    );
    return { index, samples: [...texts].slice(0, samplesShown).map((text) => text.slice(0, 80)) };
  });
  return { kind: question.kind, candidates };
}

/** Rows that another row of their name differs from: how many wait, or were joined because a person said so. */
function repeatsView({ rows, corrections }: ImportSession): ImportView['repeats'] {
  const count = (outcome: ImportRow['comparison']['outcome']) =>
    rows.filter(({ comparison }) => comparison.twin !== null && comparison.outcome === outcome).length;
  return { how: corrections.repeats, waiting: count('ambiguous'), joined: count('identical') };
}

function noticesOf({ arrangement, sorted, rows, tables }: ImportSession): Message[] {
  const notices: Message[] = [];
  const whys = new Map<string, number>();
  for (const { understood } of rows) {
    for (const reading of understood.readings) {
      if ('why' in reading && reading.why !== undefined)
        whys.set(reading.why.code, (whys.get(reading.why.code) ?? 0) + 1);
    }
  }
  if (arrangement.found === 'supposed') notices.push(why('X08'));
  const missing = arrangement.layout === 'cartography' ? missingThemes(arrangement.columns) : 0;
  if (missing > 0) notices.push(why('X07', { count: missing }));
  if (sorted.merged > 0) notices.push(why('X09', { count: sorted.merged }));
  const stray = tables.text?.strayQuotes ?? [];
  if (stray.length > 0) notices.push(why('stray_quotes', { count: stray.length, rows: firstOf(stray) }));
  if (misreadOf(sorted.rows) === 'whole') notices.push(why('misread_whole'));
  for (const code of ['X06', 'X10', 'X11']) {
    const count = whys.get(code);
    if (count !== undefined) notices.push(why(code, { count }));
  }
  if (tables.ignored !== undefined) notices.push(why(tables.ignored));
  const hidden = tables.sheets.filter((sheet) => sheet.state === 'hidden').length;
  if (hidden > 0) notices.push(why('hidden_sheets', { count: hidden }));
  return notices;
}

/** The first rows of several, as they are told. */
function firstOf(rows: readonly number[]): string {
  return rows.slice(0, 5).join(', ') + (rows.length > 5 ? ', …' : '');
}

function missingThemes(columns: readonly Column[]): number {
  return Math.max(0, 14 - columns.filter(({ target }) => markOf(target)?.field.name === 'themes').length);
}

const strangersAtMost = 100;

/** Values of lists that no label answers to, the most frequent first. */
function strangersOf(rows: readonly ImportRow[], columns: readonly Column[]): ImportView['strangers'] {
  const found = new Map<string, { field: string; typed: string; rows: number }>();
  for (const { understood } of rows) {
    understood.readings.forEach((reading, index) => {
      const target = columns[index]?.target ?? null;
      if (reading.how !== 'unread' || !/^choice/.test(reading.why.code) || target === null) return;
      const typed = typedText(understood.cells[index]);
      const key = `${target} ${typed}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { field: target, typed, rows: 1 });
      else known.rows += 1;
    });
  }
  return [...found.values()].sort((one, other) => other.rows - one.rows).slice(0, strangersAtMost);
}

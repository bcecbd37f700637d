import { basename } from 'node:path';
import { isNull } from 'drizzle-orm';
import { organisations } from '../../../db/schema';
import { recordOfRow } from '../changes/log';
import { DomainError } from '../contract/errors';
import type { ImportView, RowView, spreadsheetOperations } from '../contract/spreadsheets/operations';
import { todayOf } from '../environment';
import type { Handlers } from '../handler';
import { codesOfList } from '../programme/pack';
import type { CallContext, OpenWorkspace } from '../session';
import { takingTurns } from '../turns';
import { applyImport } from './apply';
import { exportList } from './export';
import { readFileHead, readSheetFile } from './files';
import { exportNeeds } from './needs-export';
import { type ProposalBasis, type ProposalParts, propose, proposeFile } from './proposal';
import { containerOf } from './reading/file-kind';
import { saveRefused } from './refused-file';
import { rememberedPairs, rememberedTargets } from './remembered';
import { rowViewOf } from './row-view';
import {
  type Arrangement,
  arrange,
  asksForALook,
  type Corrections,
  compared,
  type ImportRow,
  type ImportSession,
  type Place,
  rowContextOf,
  tableOf,
  understand,
  viewOf,
} from './session';
import { indexRegister, type RegisterRecord } from './understanding/matches';
import { fieldOf, isTarget } from './understanding/targets';
import { pairKey } from './values/choices/list-words';
import { Watch } from './watch';
import { importsMade, withdrawImport } from './withdraw';

/** Encodings of text files, for other areas that take them in. */
export { decodeText, encodeText, longRuns, textEncodingOf } from './reading/text-encoding';
/** Cells that are pasted or written must not be computed. */
export { harmless } from './writing';

/** The one proposal of each open workspace; it is gone when the workspace is locked. Nothing of it is on disk. */
const sessions = new WeakMap<OpenWorkspace, ImportSession>();

export const spreadsheetHandlers: Handlers<typeof spreadsheetOperations> = {
  'spreadsheets.recognise': (context, { files }) => {
    const isSheet = (handle: string) => isSpreadsheet(readFileHead(context.pathOf(handle).path));
    return { spreadsheets: files.filter(isSheet), others: files.filter((handle) => !isSheet(handle)) };
  },
  'spreadsheets.open': async (context, { file }) => {
    const workspace = context.workspaceOf('committee');
    sessions.delete(workspace);
    const { path, name } = context.pathOf(file);
    const session = await proposeFile(context, basisIn(workspace), {
      id: context.environment.newId(),
      fileName: name,
      bytes: readSheetFile(path),
      encoding: null,
      readerScript: context.settings.sheetReaderScript,
    });
    return viewOf(keep(workspace, session));
  },
  'spreadsheets.readAs': async (context, { import: id, encoding }) => {
    const workspace = context.workspaceOf('committee');
    const { fileName, source } = sessionOf(context, id);
    if (source === null) throw new DomainError('input_refused', { where: 'encoding', why: 'kind' });
    const readerScript = context.settings.sheetReaderScript;
    const file = { id, fileName, bytes: source, encoding, readerScript };
    return viewOf(keep(workspace, await proposeFile(context, basisIn(workspace), file)));
  },
  'spreadsheets.view': (context, { import: id }) => viewOf(sessionOf(context, id)),
  'spreadsheets.rows': (context, { import: id, outcome, offset, limit }) => {
    const session = sessionOf(context, id);
    const rows = rowsOf(session, outcome);
    return {
      total: rows.length,
      rows: rows.slice(offset, offset + limit).map((row) => rowViewOf(session, row)),
    };
  },
  'spreadsheets.nextToSee': (context, { import: id, outcome, after }) => {
    const session = sessionOf(context, id);
    const rows = rowsOf(session, outcome);
    const asks = (row: ImportRow) => asksForALook(row, session.corrections.choices);
    const next = rows.findIndex((row, place) => place > after && asks(row));
    const place = next >= 0 ? next : rows.findIndex(asks);
    return { place: place < 0 ? null : place };
  },
  'spreadsheets.arrange': async (context, { import: id, repeats, ...wanted }) => {
    const workspace = context.workspaceOf('committee');
    const session = sessionOf(context, id);
    const arrangement = new Watch().over(() => rearranged(workspace, session, wanted));
    const other =
      arrangement.sheet !== session.arrangement.sheet ||
      wanted.sheet !== undefined ||
      wanted.headings !== undefined;
    const corrections: Corrections = {
      ...session.corrections,
      ...(other ? { edits: new Map(), choices: new Map(), repeats: 'asked' } : {}),
      ...(repeats === undefined ? {} : { repeats }),
    };
    return viewOf(
      keep(workspace, await proposed(context, workspace, { ...session, arrangement, corrections })),
    );
  },
  'spreadsheets.pair': async (context, { import: id, field, typed, code }) => {
    const workspace = context.workspaceOf('committee');
    const session = sessionOf(context, id);
    const list = fieldOf(field)?.list;
    if (list === undefined || codesOfList(list)?.has(code) === false) {
      throw new DomainError('input_refused', { where: `organisations.${field}`, why: 'code' });
    }
    const pairs = new Map(session.corrections.pairs).set(pairKey(field, typed), code);
    const corrections = { ...session.corrections, pairs };
    return viewOf(keep(workspace, await proposed(context, workspace, { ...session, corrections })));
  },
  'spreadsheets.edit': async (context, { import: id, row, column, text }) => {
    const workspace = context.workspaceOf('committee');
    const session = sessionOf(context, id);
    const edits = new Map(session.corrections.edits);
    edits.set(row, new Map(edits.get(row)).set(column, text));
    return changedRow(
      context,
      workspace,
      { ...session, corrections: { ...session.corrections, edits } },
      row,
    );
  },
  'spreadsheets.choose': (context, { import: id, row, choice }) => {
    const workspace = context.workspaceOf('committee');
    const session = sessionOf(context, id);
    const found = session.rows.find((candidate) => candidate.understood.row === row);
    const possible =
      found?.comparison.outcome === 'ambiguous' &&
      !(choice === 'complete' && found.comparison.match === null);
    if (found === undefined || !possible)
      throw new DomainError('input_refused', { where: 'row', why: 'choice' });
    const choices = new Map(session.corrections.choices);
    if (choice === null) choices.delete(row);
    else choices.set(row, choice);
    const next = keep(workspace, { ...session, corrections: { ...session.corrections, choices } });
    return rowViewOf(next, found);
  },
  'spreadsheets.apply': async (context, { import: id }) => {
    const workspace = context.workspaceOf('committee');
    const session = sessionOf(context, id);
    context.progress('writing', 0, null);
    return applyImport(context, workspace, session);
  },
  'spreadsheets.saveRefused': (context, { import: id, file }) => {
    const session = sessionOf(context, id);
    const { path, name } = context.pathOf(file);
    return { fileName: name, rows: saveRefused(session, path, context.language()) };
  },
  'spreadsheets.close': (context, { import: id }) => {
    const workspace = context.workspace();
    if (sessions.get(workspace)?.id === id) sessions.delete(workspace);
    return {};
  },
  'spreadsheets.imports': (context) => importsMade(context.workspace()),
  'spreadsheets.withdraw': (context, { id }) => withdrawImport(context.workspaceOf('committee'), id),
  'spreadsheets.export': (context, wanted) => exportList(context, wanted),
  'spreadsheets.exportNeeds': (context, wanted) => exportNeeds(context, wanted),
};

function isSpreadsheet(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 200);
  if (containerOf(head) !== 'zip')
    return containerOf(head) !== null && !/^(age-encryption\.org|-----BEGIN|concertation-)/.test(start);
  // A package begins with its manifest; an office file with one of these parts.
  return /^.{30}(\[Content_Types\]|(_rels|xl|docProps|customXml)[/\\]|mimetype)/is.test(start);
}

function sessionOf(context: CallContext, id: string): ImportSession {
  const session = sessions.get(context.workspace());
  if (session?.id !== id) throw new DomainError('import_gone');
  return session;
}

function keep(workspace: OpenWorkspace, session: ImportSession): ImportSession {
  sessions.set(workspace, session);
  return session;
}

function rememberedBy(workspace: OpenWorkspace) {
  return (headings: readonly string[]) => rememberedTargets(workspace.database, headings);
}

function basisIn(workspace: OpenWorkspace): ProposalBasis {
  return {
    place: placeOf(workspace),
    remembered: rememberedBy(workspace),
    pairs: rememberedPairs(workspace.database),
    recordsNow: () => registerOf(workspace),
  };
}

function placeOf(workspace: OpenWorkspace) {
  return {
    country: workspace.country,
    today: todayOf(workspace.environment),
  };
}

function rowsOf(session: ImportSession, outcome: RowView['outcome'] | null): readonly ImportRow[] {
  return outcome === null ? session.rows : session.rows.filter((row) => row.comparison.outcome === outcome);
}

function proposed(
  context: CallContext,
  workspace: OpenWorkspace,
  parts: ProposalParts,
): Promise<ImportSession> {
  return propose(context, basisIn(workspace), parts);
}

/** The organisations that are there, as they are compared with. */
function registerOf(workspace: OpenWorkspace): RegisterRecord[] {
  return workspace.database
    .select()
    .from(organisations)
    .where(isNull(organisations.deletedAt))
    .all()
    .map((row) => recordOfRow(workspace.entities.organisations, row));
}

/**
 * One row understood anew; all are compared again, since its name may be another row's now. The register remembers
 * what the others are like as long as it has not changed itself.
 */
async function changedRow(
  context: CallContext,
  workspace: OpenWorkspace,
  session: ImportSession,
  number: number,
): Promise<RowView> {
  const { arrangement, sorted, corrections } = session;
  const understood = new Watch().over(() => {
    const rowContext = rowContextOf(arrangement, sorted, placeOf(workspace), corrections.pairs);
    return sorted.rows.map((row, index) => {
      const before = session.rows[index]?.understood;
      return row.row === number || before === undefined
        ? understand(row, corrections.edits, rowContext)
        : before;
    });
  });
  const register = indexRegister(registerOf(workspace), session.register);
  const { repeats } = corrections;
  const joining = { columns: arrangement.columns, repeats };
  const rows = await compared(understood, joining, register, takingTurns(context));
  const next = keep(workspace, { ...session, register, rows });
  const changed = next.rows.find((row) => row.understood.row === number);
  if (changed === undefined) throw new DomainError('input_refused', { where: 'row', why: 'unknown' });
  return rowViewOf(next, changed);
}

type Wanted = Pick<
  Parameters<(typeof spreadsheetHandlers)['spreadsheets.arrange']>[1],
  'sheet' | 'headings' | 'targets' | 'hidden' | 'notes'
>;

function rearranged(workspace: OpenWorkspace, session: ImportSession, wanted: Wanted): Arrangement {
  const { arrangement, tables } = session;
  const found =
    wanted.sheet !== undefined || wanted.headings !== undefined
      ? arrange(
          tableOf(tables, wanted.sheet ?? arrangement.sheet),
          {
            sheet: wanted.sheet ?? arrangement.sheet,
            ...(wanted.headings === undefined
              ? {}
              : {
                  headings: {
                    from: wanted.headings.from - 1,
                    to: Math.max(wanted.headings.from, wanted.headings.to) - 1,
                  },
                }),
          },
          rememberedBy(workspace),
          placeOf(workspace).today,
        )
      : arrangement;
  const fresh: Arrangement = {
    ...found,
    beside: {
      hidden: wanted.hidden ?? arrangement.beside.hidden,
      notes: wanted.notes ?? arrangement.beside.notes,
    },
  };
  if (wanted.targets === undefined) return fresh;
  const { targets } = wanted;
  return {
    ...fresh,
    columns: fresh.columns.map((column) => {
      const target = targets[String(column.index)];
      return target === undefined || !isTarget(target)
        ? column
        : { ...column, target, origin: 'chosen' as const };
    }),
  };
}

/**
 * What importing a file would do, without anything being kept: for the command-line tool. Without a workspace it is
 * compared with an empty register. Throws F01, F04, F05, X01–X05.
 */
export async function previewFile(
  path: string,
  script: string,
  place: Place,
  workspace: OpenWorkspace | null,
): Promise<{ readonly view: ImportView; readonly rows: readonly RowView[] }> {
  const { signal } = new AbortController();
  const basis: ProposalBasis =
    workspace === null
      ? { place, remembered: () => null, pairs: new Map(), recordsNow: () => [] }
      : { ...basisIn(workspace), place };
  const session = await proposeFile({ signal, progress: () => undefined }, basis, {
    id: '',
    fileName: basename(path),
    bytes: readSheetFile(path),
    encoding: null,
    readerScript: script,
  });
  return { view: viewOf(session), rows: session.rows.map((row) => rowViewOf(session, row)) };
}

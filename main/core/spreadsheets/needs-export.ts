import type { MatrixRow } from '../contract/members/cartography-operations';
import type { Input, Output } from '../contract/operations';
import type { Language } from '../contract/values';
import { todayOf } from '../environment';
import { writeForUser } from '../files';
import { needsMatrix } from '../members/service';
import { labelOf } from '../programme/pack';
import type { CallContext } from '../session';
import { commonManner } from './export';
import { needsHeadings } from './wording';
import { type OutCell, text, writeCsv, writeXlsx } from './writing';

/**
 * Writes needs × organisations as a spreadsheet for the committee: of each domain the level, the priority, and whether
 * the organisation can train others. What was not asked stays empty: absent is not zero.
 */
export function exportNeeds(
  context: CallContext,
  { region, theme, format, file }: Input<'spreadsheets.exportNeeds'>,
): Output<'spreadsheets.exportNeeds'> {
  const workspace = context.workspaceOf('committee');
  const { path, name } = context.pathOf(file);
  const language = context.language();
  const { domains, rows } = needsMatrix(workspace, { region, theme }, todayOf(workspace.environment));
  const words = needsHeadings(language);
  const headings = [
    words.organisation,
    words.acronym,
    words.region,
    words.unmet,
    ...domains.flatMap(({ domain }) => {
      const label = labelOf('capacityDomains', domain, language);
      return [label, `${label} – ${words.priority}`, `${label} – ${words.train}`];
    }),
  ];
  const cells = rows.map((row) => cellsOf(row, language, words.yes));
  const bytes =
    format === 'xlsx' ? writeXlsx(words.sheet, headings, cells) : writeCsv(headings, cells, commonManner);
  writeForUser(path, bytes);
  return { fileName: name, rows: rows.length };
}

function cellsOf(row: MatrixRow, language: Language, yes: string): readonly OutCell[] {
  const number = (value: number): OutCell => ({ is: 'number', number: value });
  return [
    text(row.name),
    text(row.acronym ?? ''),
    text(row.region === null ? '' : labelOf('regions', row.region, language)),
    number(row.unmet),
    ...row.cells.flatMap((cell, index) => [
      cell === null ? text('') : number(cell.level),
      text(
        cell === null || cell.priority === null
          ? ''
          : labelOf('needPriorities', String(cell.priority), language),
      ),
      text(row.skills[index] ? yes : ''),
    ]),
  ];
}

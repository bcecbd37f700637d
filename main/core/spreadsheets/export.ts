import { DomainError } from '../contract/errors';
import type { FieldDescription, Sensitivity } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { OrganisationRow } from '../contract/members/operations';
import type { Input, Output } from '../contract/operations';
import type { Language } from '../contract/values';
import { writeForUser } from '../files';
import { type Audience, mayStand, organisationsShown } from '../members/service';
import { labelOf } from '../programme/pack';
import type { CallContext } from '../session';
import { cartographyOf } from './cartography-export';
import { type OutSheet, valueCell } from './out-sheet';
import type { TextManner } from './reading/table';
import { type OutCell, text, writeCsv, writeXlsx } from './writing';

type Wanted = Input<'spreadsheets.export'>;

/** How a CSV is written where no imported file gave another manner. */
export const commonManner: TextManner = { encoding: 'utf8_bom', separator: ';', newline: '\r\n' };

/** Writes the list of organisations as it is shown, or in the cartography layout (docs/decisions/0009). */
export function exportList(context: CallContext, wanted: Wanted): Output<'spreadsheets.export'> {
  const workspace = context.workspace();
  const { path, name } = context.pathOf(wanted.file);
  const shown = organisationsShown(workspace, wanted.question);
  const sheet =
    wanted.layout.kind === 'cartography'
      ? cartographyOf(workspace, shown, wanted.audience)
      : asShown(shown, wanted.layout.columns, wanted.audience, context.language());
  const manner = { ...(sheet.manner ?? commonManner), ...(wanted.text ?? {}) };
  const bytes =
    wanted.format === 'xlsx'
      ? writeXlsx(sheet.name, sheet.headings, sheet.rows)
      : writeCsv(sheet.headings, sheet.rows, manner);
  writeForUser(path, bytes);
  return { fileName: name, rows: sheet.rows.length, leftOut: [...sheet.leftOut] };
}

function asShown(
  rows: readonly OrganisationRow[],
  columns: Extract<Wanted['layout'], { kind: 'list' }>['columns'],
  audience: Audience,
  language: Language,
): OutSheet {
  const classOf = (field: string): Sensitivity => described(field)?.sensitivity ?? 'regional';
  const kept = columns.filter(({ field }) => mayStand(classOf(field), audience, true));
  return {
    name: 'Liste',
    headings: kept.map((column) => column.heading),
    rows: rows.map((row) =>
      kept.map(({ field }) =>
        mayStand(classOf(field), audience, row.values.publicationConsent)
          ? cellOf(row, field, language)
          : text(''),
      ),
    ),
    manner: null,
    leftOut: columns.filter((column) => !kept.includes(column)).map(({ field }) => field),
  };
}

function described(name: string): FieldDescription | undefined {
  return organisationFields.fields.find((field) => field.name === name);
}

/** The cell of a column: a field, or one of the two things a list computes. */
function cellOf(row: OrganisationRow, name: string, language: Language): OutCell {
  if (name === 'completeness') return { is: 'number', number: row.completeness };
  if (name === 'firstNeed') {
    return text(
      row.firstNeed === null
        ? ''
        : `${labelOf('capacityDomains', row.firstNeed.domain, language)} (${row.firstNeed.level})`,
    );
  }
  const field = described(name);
  if (field === undefined)
    throw new DomainError('input_refused', { where: `organisations.${name}`, why: 'unknown' });
  return valueCell(field, row.values[name] ?? null, language);
}

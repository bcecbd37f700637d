import { DomainError } from '../contract/errors';
import type { FieldDescription, Sensitivity } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { OrganisationRow } from '../contract/members/operations';
import type { Input, Output } from '../contract/operations';
import type { Language } from '../contract/values';
import { writeForUser } from '../files';
import {
  type Audience,
  mayStand,
  organisationsShown,
  type ShownOrganisation,
  standsInDirectory,
} from '../members/service';
import { labelOf } from '../programme/pack';
import { readerOf } from '../search/scope';
import type { CallContext } from '../session';
import { cartographyOf } from './cartography-export';
import { continued } from './continued';
import { type OutSheet, valueCell, yesOrNo } from './out-sheet';
import type { TextManner } from './reading/table';
import { type OutCell, text, writeCsv, writeXlsx } from './writing';

type Wanted = Input<'spreadsheets.export'>;

/** How a CSV is written where no imported file gave another manner. */
export const commonManner: TextManner = { encoding: 'utf8_bom', separator: ';', newline: '\r\n' };

/** Writes the list of organisations as it is shown, or in the cartography layout (docs/decisions/0009). */
export function exportList(context: CallContext, wanted: Wanted): Output<'spreadsheets.export'> {
  const workspace = context.workspace();
  const { path, name } = context.pathOf(wanted.file);
  const { layout, only } = wanted;
  // In the cartography an organisation has one row.
  const group = layout.kind === 'list' ? (wanted.question.group ?? null) : null;
  const question = { ...wanted.question, group };
  const found = organisationsShown(workspace, readerOf(context), question, only ?? null);
  // In a file for everybody stands who said so, as in a directory.
  const shown = wanted.audience === 'public' ? found.filter(isPublished) : found;
  const sheet =
    layout.kind === 'cartography'
      ? cartographyOf(workspace, shown, wanted.audience)
      : asShown(shown, layout.columns, wanted.audience, context.language());
  const table = group === null ? sheet : withGroups(sheet, shown, group, wanted, context.language());
  const manner = { ...(table.manner ?? commonManner), ...(wanted.text ?? {}) };
  const whole = wanted.format === 'xlsx' ? continued(table, context.language()) : table;
  const bytes =
    wanted.format === 'xlsx'
      ? writeXlsx(whole.name, whole.headings, whole.rows)
      : writeCsv(whole.headings, whole.rows, manner);
  writeForUser(path, bytes);
  return {
    fileName: name,
    rows: table.rows.length,
    leftOut: [...table.leftOut],
    unpublished: new Set(found.filter((row) => !shown.includes(row)).map(({ id }) => id)).size,
  };
}

function isPublished({ values }: ShownOrganisation): boolean {
  return standsInDirectory(values.publicationConsent) === 'yes';
}

function asShown(
  rows: readonly ShownOrganisation[],
  columns: Extract<Wanted['layout'], { kind: 'list' }>['columns'],
  audience: Audience,
  language: Language,
): OutSheet {
  const classOf = (name: string): Sensitivity => {
    const field = described(name);
    // Labels are the committee's own words: no agreement to publish is about them.
    if (field?.type === 'labels' && audience === 'public') return 'confidential';
    return field?.sensitivity ?? 'regional';
  };
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

/** The sheet with the value of each row's group in front; a row of several values stands once in each of its groups. */
function withGroups(
  sheet: OutSheet,
  rows: readonly ShownOrganisation[],
  group: string,
  { groupHeading, audience }: Wanted,
  language: Language,
): OutSheet {
  const field = described(group);
  if (field === undefined || !mayStand(field.sensitivity, audience, false)) return sheet;
  const heading = groupHeading ?? group;
  const cellOfGroup = (value: string | null) =>
    value === null ? text('') : text(groupText(field, value, language));
  return {
    ...sheet,
    headings: [heading, ...sheet.headings],
    rows: sheet.rows.map((cells, index) => [cellOfGroup(rows[index]?.group ?? null), ...cells]),
  };
}

function groupText(field: FieldDescription, value: string, language: Language): string {
  if (field.type === 'flag') return yesOrNo(value === 'true', language);
  return field.list === undefined ? value : labelOf(field.list, value, language);
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

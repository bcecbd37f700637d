import { DomainError } from '../contract/errors';
import type { FieldDescription, FieldValue, Sensitivity } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { OrganisationRow } from '../contract/members/operations';
import type { Input, Output } from '../contract/operations';
import type { Language } from '../contract/values';
import { writeForUser } from '../files';
import { organisationsShown } from '../members/service';
import { labelOf } from '../programme/pack';
import type { CallContext } from '../session';
import { cartographyOf } from './cartography-export';
import type { TextManner } from './reading/table';
import { type OutCell, text, writeCsv, writeXlsx } from './writing';

type Wanted = Input<'spreadsheets.export'>;

const commonManner: TextManner = { encoding: 'utf8_bom', separator: ';', newline: '\r\n' };

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

export interface OutSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly OutCell[])[];
  readonly manner: TextManner | null;
  readonly leftOut: readonly string[];
}

type Audience = Wanted['audience'];

/**
 * May a field of an organisation stand in a file? For the committee all but what is confidential; for the public what
 * is public, and the contacts of an organisation that agreed to be published.
 */
export function mayStand(
  sensitivity: Sensitivity,
  audience: Audience,
  agreed: FieldValue | undefined,
): boolean {
  if (audience === 'committee') return sensitivity !== 'confidential';
  return sensitivity === 'public' || (sensitivity === 'committee' && agreed === true);
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

const answers = { fr: ['oui', 'non'], en: ['yes', 'no'], ar: ['نعم', 'لا'] } as const;

/** A value as a cell: words for codes, days as days, numbers as numbers. */
export function valueCell(field: FieldDescription, value: FieldValue, language: Language): OutCell {
  if (value === null) return text('');
  if (typeof value === 'boolean') return text(answers[language][value ? 0 : 1]);
  if (typeof value === 'number') return { is: 'number', number: value };
  if (typeof value === 'object')
    return text(value.map((code) => labelOf(field.list ?? '', code, language)).join(' ; '));
  if (field.type === 'day') return { is: 'day', day: value };
  return text(field.list === undefined ? value : labelOf(field.list, value, language));
}

import { inArray } from 'drizzle-orm';
import { organisations } from '../../../../db/schema';
import { write } from '../../changes/gesture';
import { recordOfRow, updateRecord } from '../../changes/log';
import { DomainError } from '../../contract/errors';
import { organisationFields } from '../../contract/members/fields';
import type { Output } from '../../contract/operations';
import type { OpenWorkspace } from '../../session';
import { memberEntities } from '../entities';
import { completenessOf, percentOf, verificationOf } from '../rules';
import { type Organisation, organisationsOfCountry } from './register';

type Sheets = Output<'cartography.sheets'>;

/** How far every sheet is filled and when it was verified, whole and by section. */
export function sheetsOfCountry(workspace: OpenWorkspace, today: string): Sheets {
  const sections = [...new Set(organisationFields.fields.map((field) => field.section))];
  const rows = organisationsOfCountry(workspace, today).map((row) => sheetRow(row, today));
  const mean = (percents: readonly number[]) =>
    percentOf(
      percents.reduce((sum, percent) => sum + percent, 0),
      percents.length * 100,
    );
  return {
    sections: sections.map((section, index) => ({
      section,
      percent: mean(rows.map((row) => row.sections[index] ?? 0)),
    })),
    percent: mean(rows.map((row) => row.percent)),
    rows,
  };
}

function sheetRow(row: Organisation, today: string): Sheets['rows'][number] {
  const { values } = recordOfRow(memberEntities.organisations, row);
  const { percent, sections } = completenessOf(organisationFields, values, 'own');
  return {
    id: row.id,
    name: row.name,
    acronym: row.acronym,
    region: row.region,
    status: row.status,
    percent,
    sections: sections.map((section) => section.percent),
    verifiedOn: row.verifiedOn,
    verificationDue: verificationOf(row.verifiedOn, today).verificationDue,
  };
}

/** Marks sheets as verified on a day: one gesture, all or none. Throws record_missing. */
export function verifySheets(workspace: OpenWorkspace, ids: readonly string[], today: string): number {
  const wanted = [...new Set(ids)];
  const known = workspace.database
    .select({
      id: organisations.id,
      deletedAt: organisations.deletedAt,
      verifiedOn: organisations.verifiedOn,
    })
    .from(organisations)
    .where(inArray(organisations.id, wanted))
    .all()
    .filter(({ deletedAt }) => deletedAt === null);
  const missing = wanted.find((id) => !known.some((row) => row.id === id));
  if (missing !== undefined)
    throw new DomainError('record_missing', { entity: 'organisations', id: missing });
  const stale = known.filter(({ verifiedOn }) => verifiedOn !== today);
  if (stale.length === 0) return 0;
  write(workspace, (gesture) => {
    for (const { id } of stale) updateRecord(gesture, 'organisations', id, { verifiedOn: today }, null);
  });
  return stale.length;
}

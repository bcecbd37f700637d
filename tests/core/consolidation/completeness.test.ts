import { afterAll, beforeAll, expect, it } from 'vitest';
import { leavesCommittee } from '../../../main/core/contract/fields';
import { organisationFields } from '../../../main/core/contract/members/fields';
import { sheetOf } from '../../../main/core/members/service';
import type { Row } from '../../../main/core/packages/format/table-schema';
import { organisation, type Region, region } from './region';

/** What stays at a committee is no gap in what the coordination reads. */

let coordination: Region;

beforeAll(async () => {
  coordination = await region(['TN']);
});

afterAll(() => coordination.close());

const idOf = (row: Row) => String(row.id);

it('a sheet is complete at the coordination when all is there that may reach it', async () => {
  const whole = organisation('TN', 1, {
    acronym: 'ATN',
    legalStatus: 'declared',
    region: 'TN-11',
    regions: ['TN-11'],
    publicationConsent: true,
    verifiedOn: '2026-09-01',
  });
  const withGap = organisation('TN', 2, { ...whole, id: idOf(organisation('TN', 2)), acronym: null });
  await coordination.accept(
    coordination.stage({
      committee: 'TN',
      quarter: '2026-Q3',
      sequence: 1,
      tables: { organisations: [whole, withGap] },
    }),
  );
  const stays = organisationFields.fields.filter(
    (field) => 'expected' in field && field.expected && !leavesCommittee(field.sensitivity),
  );
  expect(stays.map((field) => field.name)).toEqual(['phone']);
  const missing = (row: Row) =>
    sheetOf(coordination.workspace, idOf(row), '2026-10-05').completeness.missing.map(({ field }) => field);
  expect(missing(whole)).toEqual([]);
  expect(missing(withGap)).toEqual(['acronym']);
  const stored = coordination.workspace.database.$client.prepare(
    'SELECT completeness FROM organisations WHERE id = ?',
  );
  expect(stored.pluck().get(idOf(whole))).toBe(100);
  expect(Number(stored.pluck().get(idOf(withGap)))).toBeLessThan(100);
});

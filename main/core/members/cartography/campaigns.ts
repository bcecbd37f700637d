import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { surveyCampaigns, surveyTargets } from '../../../../db/schema';
import { parseFieldValues } from '../../changes/field-values';
import { readRecord, recordOfRow, type StoredRecord } from '../../changes/log';
import { saveNaturalRecord } from '../../changes/natural-key';
import { DomainError } from '../../contract/errors';
import type { Campaign, Figure, Progress } from '../../contract/members/cartography-operations';
import { surveyCampaignFields, surveyTargetFields } from '../../contract/members/survey-fields';
import { regionsInForce } from '../../contract/programme/regions';
import { idOfNaturalKey } from '../../environment';
import { codesOfList, referencePack } from '../../programme/pack';
import type { OpenWorkspace } from '../../session';
import { memberEntities } from '../entities';
import { type Period, progressOf, type SurveySheet, sheetsOf } from './progress';
import { organisationsOfCountry, surveyedSince } from './register';

/** Survey campaigns: what was planned, and how far the sheets say it is. */

/** The campaigns out of the trash, the newest first. */
export function campaignsOf(workspace: OpenWorkspace): Campaign[] {
  return workspace.database
    .select()
    .from(surveyCampaigns)
    .where(isNull(surveyCampaigns.deletedAt))
    .orderBy(desc(surveyCampaigns.startsOn), asc(surveyCampaigns.id))
    .all()
    .map((row) => ({
      campaign: { ...recordOfRow(memberEntities.surveyCampaigns, row) },
      targets: [...targetsOf(workspace, row.id)].map(([region, target]) => ({ region, target })),
    }));
}

/** A campaign that is not in the trash. Throws record_missing. */
export function campaignOf(workspace: OpenWorkspace, id: string): StoredRecord {
  const record = readRecord(workspace.database, memberEntities.surveyCampaigns, 'surveyCampaigns', id);
  if (record.deletedAt !== null) throw new DomainError('record_missing', { entity: 'surveyCampaigns', id });
  return record;
}

function targetsOf({ database }: OpenWorkspace, campaign: string): ReadonlyMap<string, number> {
  const rows = database
    .select({ region: surveyTargets.region, target: surveyTargets.target })
    .from(surveyTargets)
    .where(and(eq(surveyTargets.campaign, campaign), isNull(surveyTargets.deletedAt)))
    .orderBy(asc(surveyTargets.region))
    .all();
  return new Map(rows.flatMap(({ region, target }) => (target === null ? [] : [[region, target]])));
}

/** Writes the target of a region. Throws record_missing, input_refused. */
export function saveTarget(
  workspace: OpenWorkspace,
  campaign: string,
  region: string,
  target: number | null,
): string {
  campaignOf(workspace, campaign);
  const id = idOfNaturalKey('surveyTargets', campaign, region);
  const key = parseFieldValues(surveyTargetFields, { region }, codesOfList);
  const values = parseFieldValues(surveyTargetFields, { target }, codesOfList);
  saveNaturalRecord(
    workspace,
    { entity: 'surveyTargets', id, key: { campaign, region: String(key.region) } },
    values,
  );
  return id;
}

/** Writes a text of the restitution. Throws record_missing, input_refused. */
export function saveText(
  workspace: OpenWorkspace,
  id: string,
  texts: Readonly<Record<string, string>>,
  typing: 'begins' | 'goes_on',
): void {
  campaignOf(workspace, id);
  const values = parseFieldValues(surveyCampaignFields, texts, codesOfList);
  saveNaturalRecord(workspace, { entity: 'surveyCampaigns', id, key: {} }, values, typing);
}

/** The period of a campaign, up to its last day or today. */
function periodOf({ values }: StoredRecord, today: string): Period {
  const from = String(values.startsOn);
  const until = typeof values.endsOn === 'string' ? values.endsOn : today;
  return { from, to: until < from ? from : until };
}

function surveySheets(workspace: OpenWorkspace, today: string): readonly SurveySheet[] {
  const since = surveyedSince(workspace);
  return organisationsOfCountry(workspace, today).map(
    ({ id, region, status, surveyDate, surveyor }): SurveySheet => ({
      id,
      region,
      status,
      surveyDate,
      surveyor,
      surveyedSince: since.get(id) ?? null,
    }),
  );
}

/** How far a campaign is on a day. Throws record_missing. */
export function campaignProgress(workspace: OpenWorkspace, id: string, today: string): Progress {
  const campaign = campaignOf(workspace, id);
  const country = referencePack.programme.countries.find(({ code }) => code === workspace.country);
  const regions = country === undefined ? [] : regionsInForce(referencePack, country.code, today);
  return progressOf(
    surveySheets(workspace, today),
    targetsOf(workspace, id),
    periodOf(campaign, today),
    regions.map(({ code }) => code),
  );
}

/** The sheets that a figure of the progress counts. Throws record_missing. */
export function countedBy(workspace: OpenWorkspace, id: string, figure: Figure, today: string): string[] {
  const period = periodOf(campaignOf(workspace, id), today);
  return sheetsOf(surveySheets(workspace, today), period, figure).map((sheet) => sheet.id);
}

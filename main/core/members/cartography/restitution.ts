import { recordOfRow } from '../../changes/log';
import type { RecordValues } from '../../changes/registry';
import type { CountryThemes, Matrix, Progress } from '../../contract/members/cartography-operations';
import { regionsInForce } from '../../contract/programme/regions';
import { referencePack } from '../../programme/pack';
import type { OpenWorkspace } from '../../session';
import { memberEntities } from '../entities';
import { campaignOf, campaignProgress } from './campaigns';
import { countryThemes, needsMatrix } from './country';
import { organisationsOfCountry } from './register';
import { sheetsOfCountry } from './sheets';

/** Everything that the restitution of a country tells, before it is put in words. */
export interface CountryPicture {
  readonly country: string | null;
  /** Regions of the country in force today, in the pack's order. */
  readonly regions: readonly string[];
  /** Values of the sheets, by name. */
  readonly organisations: readonly RecordValues[];
  readonly matrix: Matrix;
  readonly themes: CountryThemes;
  readonly campaign: { readonly values: RecordValues; readonly progress: Progress } | null;
  /** Mean of how far the sheets are filled, 0–100, and how many are due for verification. */
  readonly filled: number;
  readonly due: number;
}

/** The picture of the country on a day, and of a campaign when there is one. Throws record_missing. */
export function pictureOf(workspace: OpenWorkspace, campaign: string | null, today: string): CountryPicture {
  const country = referencePack.programme.countries.find(({ code }) => code === workspace.country);
  const sheets = sheetsOfCountry(workspace, today);
  return {
    country: workspace.country,
    regions:
      country === undefined ? [] : regionsInForce(referencePack, country.code, today).map(({ code }) => code),
    organisations: organisationsOfCountry(workspace, today).map(
      (row) => recordOfRow(memberEntities.organisations, row).values,
    ),
    matrix: needsMatrix(workspace, { region: null, theme: null }, today),
    themes: countryThemes(workspace, today),
    campaign:
      campaign === null
        ? null
        : {
            values: campaignOf(workspace, campaign).values,
            progress: campaignProgress(workspace, campaign, today),
          },
    filled: sheets.percent,
    due: sheets.rows.filter((row) => row.verificationDue !== 'fine').length,
  };
}

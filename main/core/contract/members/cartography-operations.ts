import { z } from 'zod';
import { command, query } from '../operation';
import { daySchema, idSchema } from '../values';
import { recordSchema } from './operations';

/** Cartography of the country (A1.1.1, A1.2.1): survey, completeness, needs, candidate themes. A committee's own. */

/**
 * Where a sheet stands in a campaign. `surveyed`: its day of survey lies in the period; `elsewhere`: in another one;
 * `undated`: its status says surveyed and no day is known; `contacted`, `identified`: what remains to survey;
 * `other`: it has another status and no survey is noted.
 */
export const standingSchema = z.enum([
  'surveyed',
  'elsewhere',
  'undated',
  'contacted',
  'identified',
  'other',
]);
export type Standing = z.infer<typeof standingSchema>;

/** One figure of the progress: the sheets with one of these standings, of one region, surveyor or week. */
export const figureSchema = z.object({
  standings: z.array(standingSchema).min(1),
  region: z.string().nullable().optional(),
  surveyor: z.string().max(300).nullable().optional(),
  /** Monday of the week. */
  week: daySchema.optional(),
});
export type Figure = z.infer<typeof figureSchema>;

const standingsSchema = z.record(standingSchema, z.number().int());

export const campaignSchema = z.object({
  campaign: recordSchema,
  targets: z.array(z.object({ region: z.string(), target: z.number().int() })),
});
export type Campaign = z.infer<typeof campaignSchema>;

export const progressSchema = z.object({
  from: daySchema,
  /** Last day of the period, or today while the campaign has no end. */
  to: daySchema,
  organisations: z.number().int(),
  /** Sum of the targets; null when none is typed. */
  target: z.number().int().nullable(),
  standings: standingsSchema,
  /** Regions with a target or a sheet, in the pack's order; null = sheets without region. */
  regions: z.array(
    z.object({
      region: z.string().nullable(),
      target: z.number().int().nullable(),
      organisations: z.number().int(),
      standings: standingsSchema,
    }),
  ),
  /** Sheets surveyed in the period by who surveyed them, most first; null = not noted. */
  surveyors: z.array(z.object({ surveyor: z.string().nullable(), surveyed: z.number().int() })),
  weeks: z.array(z.object({ monday: daySchema, surveyed: z.number().int(), cumulative: z.number().int() })),
});
export type Progress = z.infer<typeof progressSchema>;

export const sheetRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  acronym: z.string().nullable(),
  region: z.string().nullable(),
  status: z.string(),
  percent: z.number().int(),
  /** Percent of each section, in the order of `sections`. */
  sections: z.array(z.number().int()),
  verifiedOn: daySchema.nullable(),
  verificationDue: z.enum(['never', 'overdue', 'fine']),
});
export type SheetRow = z.infer<typeof sheetRowSchema>;

/** A need at an organisation: the level as last evaluated, and its priority. */
const cellSchema = z
  .object({ level: z.number().int().min(0).max(3), priority: z.number().int().nullable() })
  .nullable();

/** Organisations by one domain: how they stand; `notAsked` have no need noted in it, which is not zero. */
export const domainTotalsSchema = z.object({
  domain: z.string(),
  levels: z.array(z.number().int()).length(4),
  notAsked: z.number().int(),
  /** Organisations that can train others in it. */
  offered: z.number().int(),
  highPriority: z.number().int(),
});
export type DomainTotals = z.infer<typeof domainTotalsSchema>;

export const matrixSchema = z.object({
  domains: z.array(domainTotalsSchema),
  rows: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      acronym: z.string().nullable(),
      region: z.string().nullable(),
      /** In the order of `domains`. */
      cells: z.array(cellSchema),
      skills: z.array(z.boolean()),
      /** Needs marked or urgent. */
      unmet: z.number().int(),
    }),
  ),
});
export type Matrix = z.infer<typeof matrixSchema>;
export type MatrixRow = Matrix['rows'][number];

const shareSchema = z.object({ part: z.number().int(), whole: z.number().int() });

export const themeCandidateSchema = z.object({
  theme: z.string(),
  /** Mean of the three shares, whole percent. */
  score: z.number().int(),
  /** Organisations active on it, among those whose themes are noted. */
  presence: shareSchema,
  /** Regions where one of them has its seat, among the regions with an organisation. */
  spread: shareSchema,
  /** Those of them with a marked or urgent need. */
  need: shareSchema,
});
export type ThemeCandidate = z.infer<typeof themeCandidateSchema>;

export const themesSchema = z.object({
  organisations: z.number().int(),
  withoutThemes: z.number().int(),
  withoutRegion: z.number().int(),
  /** Every theme that an organisation works on, strongest first: the first two are the candidates. */
  ranked: z.array(themeCandidateSchema),
  /** What the committee decided, or empty. */
  chosen: z.array(z.string()),
  reason: z.string().nullable(),
});
export type CountryThemes = z.infer<typeof themesSchema>;

const matrixFilterSchema = z.object({ region: z.string().nullable(), theme: z.string().nullable() });

export const cartographyOperations = {
  /** The campaigns of the committee, the newest first. */
  'cartography.campaigns': query({
    input: z.object({}),
    output: z.array(campaignSchema),
    errors: ['wrong_role'],
    topics: ['organisations'],
  }),
  /** Types the target of a region; null takes it away. */
  'cartography.saveTarget': command({
    input: z.object({ campaign: idSchema, region: z.string(), target: z.number().int().nullable() }),
    output: z.object({ id: idSchema }),
    errors: ['wrong_role', 'record_missing', 'input_refused'],
    topics: ['organisations', 'history'],
  }),
  /** Keeps a text of the restitution while it is typed; a stretch that goes on is taken back as one. */
  'cartography.saveText': command({
    input: z.object({
      campaign: idSchema,
      field: z.enum(['introduction', 'conclusions']),
      text: z.string().max(65_536),
      typing: z.enum(['begins', 'goes_on']),
    }),
    output: z.object({}),
    errors: ['wrong_role', 'record_missing', 'input_refused'],
    topics: ['organisations', 'history'],
  }),
  'cartography.progress': query({
    input: z.object({ campaign: idSchema }),
    output: progressSchema,
    errors: ['wrong_role', 'record_missing'],
    topics: ['organisations'],
  }),
  /** The sheets that a figure of the progress counts. */
  'cartography.counted': query({
    input: z.object({ campaign: idSchema, figure: figureSchema }),
    output: z.object({ ids: z.array(idSchema) }),
    errors: ['wrong_role', 'record_missing'],
    topics: ['organisations'],
  }),
  /** Every sheet with how far it is filled, whole and by section, and when it was verified. */
  'cartography.sheets': query({
    input: z.object({}),
    output: z.object({
      /** Sections with how far they are filled over all sheets. */
      sections: z.array(z.object({ section: z.string(), percent: z.number().int() })),
      percent: z.number().int(),
      rows: z.array(sheetRowSchema),
    }),
    errors: ['wrong_role'],
    topics: ['organisations'],
  }),
  /** Marks sheets as verified today, as one gesture. */
  'cartography.verify': command({
    input: z.object({ ids: z.array(idSchema).min(1).max(10_000) }),
    output: z.object({ verified: z.number().int() }),
    errors: ['wrong_role', 'record_missing'],
    topics: ['organisations', 'history'],
  }),
  /** Needs by organisation and domain, of a region and a theme or of all. */
  'cartography.matrix': query({
    input: matrixFilterSchema,
    output: matrixSchema,
    errors: ['wrong_role'],
    topics: ['organisations'],
  }),
  'cartography.themes': query({
    input: z.object({}),
    output: themesSchema,
    errors: ['wrong_role'],
    topics: ['organisations'],
  }),
};

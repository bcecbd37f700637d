import { z } from 'zod';
import { daySchema, partyCodeSchema } from '../values';
import { listsSchema } from './lists';
import { brandedQuarterSchema } from './quarter';
import { countryCodeSchema, labelSchema, plainTextSchema } from './text';

/**
 * The reference pack (PACKAGES.md §1.7, kind `reference`): what the coordination decides for everybody. One pack ships
 * with the application; later ones arrive as signed files and replace it. Codes never change their meaning: what falls
 * out of use leaves the pack, and records that carry it go on showing the code.
 */

export const logframeCodeSchema = z
  .string()
  .regex(/^[A-Z]{1,3}[0-9.]{0,12}$/)
  .brand<'LogframeCode'>();
export type LogframeCode = z.infer<typeof logframeCodeSchema>;

/**
 * Code of a region: ISO 3166-2 where one exists (`TN-61`, `ML-BKO`). A region without ISO code carries the
 * application's own: country, hyphen, `X` and three letters (`ML-XNIO`). Four characters after the hyphen can never be
 * an ISO code, whose second part has at most three.
 */
export const regionCodeSchema = z
  .string()
  .regex(/^[A-Z]{2}-([A-Z0-9]{1,3}|X[A-Z]{3})$/)
  .brand<'RegionCode'>();
export type RegionCode = z.infer<typeof regionCodeSchema>;

export const levelSchema = z.enum(['overall_objective', 'specific_objective', 'result', 'activity']);

/**
 * How an activity's quantities are put together.
 * `sum`: added up. `max`: the greatest one counts, for regional events in which several countries take part and which
 * must not be counted once per country; it is a floor when countries took part in different events of one quarter.
 * `none`: no figure is made; the rows are shown side by side.
 */
export const aggregationRuleSchema = z.enum(['sum', 'max', 'none']);
export type AggregationRule = z.infer<typeof aggregationRuleSchema>;

/**
 * `regional`: so many in all, whoever takes part. `per_country`: each committee owes its share, `perCountry`.
 * `unspecified`: the programme document does not say.
 */
const scopeSchema = z.enum(['regional', 'per_country', 'unspecified']);

const countedSchema = z.strictObject({
  /** Figure for the whole region as printed; null when the document gives none (absent is not zero). */
  quantity: z.number().int().positive().nullable(),
  unit: labelSchema,
  scope: scopeSchema,
  /** Share of one committee when the scope is `per_country` and a figure is printed. */
  perCountry: z.number().int().positive().nullable(),
  note: labelSchema.nullable(),
});

export const targetSchema = countedSchema.extend({
  /** Other figures printed for the same activity, such as the 15 organisations of a training path. */
  further: z.array(countedSchema),
});

const lineShape = {
  /** As printed; never computed from the parent or the order (DOMAIN.md §0). */
  code: logframeCodeSchema,
  parent: logframeCodeSchema.nullable(),
  /** Place in the printed document, from 1, over all levels. */
  order: z.number().int().positive(),
  /** The printed sentence, word for word, without its code. */
  text: plainTextSchema,
  shortLabel: labelSchema,
  note: labelSchema.nullable(),
};

export const objectiveLineSchema = z.strictObject({
  ...lineShape,
  level: levelSchema.exclude(['activity']),
});
export const activityLineSchema = z.strictObject({
  ...lineShape,
  level: z.literal('activity'),
  target: targetSchema,
  /** First the countries inside each quarter, then the quarters. */
  aggregation: z.strictObject({ overCountries: aggregationRuleSchema, overTime: aggregationRuleSchema }),
});
export const logframeLineSchema = z.discriminatedUnion('level', [objectiveLineSchema, activityLineSchema]);
export type LogframeLine = z.infer<typeof logframeLineSchema>;
export type LogframeActivity = z.infer<typeof activityLineSchema>;

export const actorSchema = z.strictObject({
  code: partyCodeSchema,
  name: plainTextSchema,
  description: labelSchema,
  role: z.enum(['lead', 'coordinator', 'network', 'implementing_agency', 'donor']),
  /** The actor that speaks for this one in the steering committee. */
  representedBy: partyCodeSchema.nullable(),
  steeringCommittee: z.enum(['member', 'outside']),
});

export const countrySchema = z.strictObject({
  code: countryCodeSchema,
  name: labelSchema,
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  callingCode: z.string().regex(/^\+\d{1,3}$/),
  languages: z.array(z.enum(['fr', 'en', 'ar'])).min(1),
  /** What a reader of the list of regions must know: source, date, what is left open. */
  regionsNote: labelSchema.nullable(),
});
export type Country = z.infer<typeof countrySchema>;

export const phaseSchema = z.strictObject({
  code: z.string().regex(/^phase_\d+$/),
  name: labelSchema,
  start: daySchema,
  end: daySchema,
  /** Last day in fact, where it differs from the printed one. */
  actualEnd: daySchema.nullable(),
  basis: z.enum(['programme_document', 'public_material']),
  members: z.array(
    z.strictObject({ country: countryCodeSchema, enters: daySchema, leaves: daySchema.nullable() }),
  ),
  note: labelSchema.nullable(),
});

export const programmeSchema = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: labelSchema,
  component: labelSchema,
  title: labelSchema,
  actors: z.array(actorSchema).min(1),
  countries: z.array(countrySchema).min(1),
  phases: z.array(phaseSchema).min(1),
});

export const calendarQuarterSchema = z.strictObject({
  quarter: brandedQuarterSchema,
  start: daySchema,
  end: daySchema,
  /** Last day on which a report is in time. */
  deadline: daySchema,
});
export type CalendarQuarter = z.infer<typeof calendarQuarterSchema>;

export const calendarSchema = z.strictObject({
  /** Rule for quarters that are not listed: days from the last day of the quarter to the deadline. */
  deadlineDays: z.number().int().min(1).max(180),
  quarters: z.array(calendarQuarterSchema).min(1),
  /** Whose report is awaited, from one quarter to another, both included; null = until further notice. */
  expectations: z.array(
    z.strictObject({
      from: brandedQuarterSchema,
      until: brandedQuarterSchema.nullable(),
      committees: z.array(countryCodeSchema).min(1),
      note: labelSchema.nullable(),
    }),
  ),
});
export type Calendar = z.infer<typeof calendarSchema>;

export const regionSchema = z.strictObject({
  code: regionCodeSchema,
  country: countryCodeSchema,
  name: plainTextSchema,
  nameArabic: plainTextSchema.nullable(),
  /** Other spellings met in lists, the English name where it is in use, former names. */
  aliases: z.array(plainTextSchema),
  /** Region above it in this table, or null at the first level. */
  parent: regionCodeSchema.nullable(),
  /** Region whose territory it was before `validFrom`: figures by region of earlier dates are read with it. */
  splitFrom: regionCodeSchema.nullable(),
  /** First and last day in force; null = not limited as far as the programme is concerned. */
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
});
export type Region = z.infer<typeof regionSchema>;

/** Shape of a pack. What arrives from outside is parsed with `referencePackSchema` (consistency.ts), which asks for more. */
export const referencePackShape = z.strictObject({
  format: z.literal(1),
  /** +1 each time the content changes. */
  version: z.number().int().positive(),
  programme: programmeSchema,
  logframe: z.array(logframeLineSchema).min(1),
  calendar: calendarSchema,
  regions: z.array(regionSchema),
  lists: listsSchema,
});
export type ReferencePack = z.infer<typeof referencePackShape>;

import type { PaperBlock, PaperDocument, PaperFact } from '../../contract/documents/paper';
import type { Language } from '../../contract/values';
import type { CountryPicture } from '../../members/service';
import { labelOf } from '../../programme/pack';
import { comma, dayIn, filled, numberIn, textsIn } from '../wording';
import { annexOf } from './annex';
import { landscapeOf } from './landscape';
import { needsOf } from './needs';
import { themesOf } from './themes';

/** What a part of the report is written from. */
export interface Telling {
  readonly picture: CountryPicture;
  readonly language: Language;
  readonly today: string;
}

/**
 * The report of the national restitution workshop (A1.2.1). It is for the public: figures, what each organisation
 * agreed to publish, and no person; not even who surveyed. Pure.
 */
export function restitutionDocument(
  picture: CountryPicture,
  given: { readonly owner: string; readonly today: string; readonly language: Language },
): PaperDocument {
  const { language, today } = given;
  const texts = textsIn(language);
  const words = texts.restitution;
  const telling: Telling = { picture, language, today };
  const country = picture.country === null ? null : labelOf('countries', picture.country, language);
  const agreed = picture.organisations.filter((values) => values.publicationConsent === true).length;
  return {
    title: country === null ? words.title : filled(words.titleIn, { country }),
    subtitle: filled(texts.dated, { owner: given.owner, day: dayIn(today) }),
    language,
    orientation: 'portrait',
    foot: words.foot,
    fileName: `${words.file} ${country ?? ''} ${today}`.replace(/\s+/g, ' ').slice(0, 100),
    notices: [
      filled(words.noticePublic, {
        agreed: numberIn(agreed, language),
        total: numberIn(picture.organisations.length, language),
      }),
      ...(picture.campaign === null ? [] : [words.noticeTexts]),
    ],
    blocks: [
      { block: 'facts', facts: coverFacts(telling) },
      ...written(words.introduction, picture.campaign?.values.introduction),
      ...doneOf(telling),
      ...landscapeOf(telling),
      ...needsOf(telling),
      ...themesOf(telling),
      ...written(words.conclusions, picture.campaign?.values.conclusions),
      ...limitsOf(telling),
      ...annexOf(telling),
    ],
  };
}

/** A text that the committee wrote; nothing when it did not. */
function written(heading: string, text: unknown): readonly PaperBlock[] {
  if (typeof text !== 'string' || text.trim() === '') return [];
  return [
    { block: 'heading', level: 1, text: heading },
    ...text
      .split(/\n{2,}/)
      .map((paragraph): PaperBlock => ({ block: 'paragraph', text: paragraph, tone: 'plain' })),
  ];
}

function coverFacts({ picture, language }: Telling): PaperFact[] {
  const words = textsIn(language).restitution;
  const { organisations, regions, campaign, themes } = picture;
  const seats = new Set(organisations.flatMap(({ region }) => (region === null ? [] : region)));
  const covered = regions.filter((region) => seats.has(region)).length;
  const number = (value: number) => numberIn(value, language);
  const names = (codes: readonly string[]) =>
    codes.map((code) => labelOf('themes', code, language)).join(comma(language));
  const candidates = themes.ranked.slice(0, 2).map(({ theme }) => theme);
  return [
    { label: words.organisations, value: number(organisations.length) },
    {
      label: words.regionsCovered,
      value: filled(words.of, { part: number(covered), whole: number(regions.length) }),
    },
    ...(campaign === null ? [] : campaignFacts(campaign, language)),
    ...(candidates.length > 0 ? [{ label: words.candidates, value: names(candidates) }] : []),
    ...(themes.chosen.length > 0 ? [{ label: words.decided, value: names(themes.chosen) }] : []),
  ];
}

function campaignFacts(
  { values, progress }: NonNullable<CountryPicture['campaign']>,
  language: Language,
): PaperFact[] {
  const words = textsIn(language).restitution;
  const surveyed = numberIn(progress.standings.surveyed ?? 0, language);
  const methods = Array.isArray(values.methods) ? (values.methods as readonly string[]) : [];
  return [
    { label: words.campaign, value: String(values.title) },
    {
      label: words.period,
      value: filled(words.periodWords, { from: dayIn(progress.from), to: dayIn(progress.to) }),
    },
    ...(methods.length > 0
      ? [
          {
            label: words.methods,
            value: methods.map((method) => labelOf('surveyMethods', method, language)).join(comma(language)),
          },
        ]
      : []),
    {
      label: words.surveyed,
      value:
        progress.target === null
          ? surveyed
          : filled(words.onTarget, { surveyed, target: numberIn(progress.target, language) }),
    },
  ];
}

/** Which surveys were made, where, of how many that were meant. */
function doneOf({ picture, language }: Telling): readonly PaperBlock[] {
  const words = textsIn(language).restitution;
  const heading: PaperBlock = { block: 'heading', level: 1, text: words.done };
  if (picture.campaign === null)
    return [heading, { block: 'paragraph', text: words.noCampaign, tone: 'plain' }];
  const { progress } = picture.campaign;
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : numberIn(value, language);
  const { surveyed, contacted, identified } = progress.standings;
  return [
    heading,
    {
      block: 'paragraph',
      tone: 'plain',
      text: filled(words.doneText, {
        surveyed: number(surveyed),
        contacted: number(contacted),
        identified: number(identified),
      }),
    },
    {
      block: 'table',
      caption: words.coverage,
      columns: [
        { label: words.region, align: 'start', share: 5 },
        { label: words.target, align: 'end', share: 2 },
        { label: words.surveyedShort, align: 'end', share: 2 },
        { label: words.known, align: 'end', share: 2 },
      ],
      rows: progress.regions.map(({ region, target, standings, organisations }) => [
        region === null ? words.noRegion : labelOf('regions', region, language),
        number(target),
        number(standings.surveyed),
        number(organisations),
      ]),
      totals: [words.total, number(progress.target), number(surveyed), number(progress.organisations)],
    },
  ];
}

/** How it was counted, and what the figures do not say. */
function limitsOf({ picture, language, today }: Telling): readonly PaperBlock[] {
  const words = textsIn(language).restitution;
  const { matrix, themes, campaign } = picture;
  const number = (value: number) => numberIn(value, language);
  const unasked = matrix.rows.filter(({ cells }) => cells.every((cell) => cell === null)).length;
  const undated = campaign?.progress.standings.undated ?? 0;
  return [
    { block: 'heading', level: 1, text: words.method },
    {
      block: 'list',
      items: [
        filled(words.limitDay, { day: dayIn(today) }),
        words.limitSheets,
        words.limitAbsent,
        filled(words.limitFilled, {
          percent: number(picture.filled),
          due: number(picture.due),
          total: number(themes.organisations),
        }),
        filled(words.limitMissing, {
          region: number(themes.withoutRegion),
          theme: number(themes.withoutThemes),
          need: number(unasked),
        }),
        ...(undated > 0 ? [filled(words.limitUndated, { count: number(undated) })] : []),
      ],
    },
  ];
}

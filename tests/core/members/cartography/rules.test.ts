import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf, strengthsOf } from '../../../../main/core/members/cartography/matrix';
import {
  mondayOf,
  progressOf,
  type SurveySheet,
  sheetsOf,
  standingOf,
} from '../../../../main/core/members/cartography/progress';
import { rankThemes } from '../../../../main/core/members/cartography/themes';

/** Pure rules of the cartography. */

const period = { from: '2026-06-01', to: '2026-07-31' };
const sheet = (more: Partial<SurveySheet>): SurveySheet => ({
  id: 'a',
  region: null,
  status: 'identified',
  surveyDate: null,
  surveyor: null,
  surveyedSince: null,
  ...more,
});

describe('where a sheet stands in a campaign', () => {
  it.each([
    ['surveyed', { surveyDate: '2026-06-01', status: 'member' }],
    ['surveyed', { surveyDate: '2026-07-31' }],
    ['surveyed', { surveyedSince: '2026-06-15', status: 'member' }],
    ['elsewhere', { surveyDate: '2026-05-31' }],
    ['elsewhere', { surveyDate: '2025-06-10', surveyedSince: '2026-06-10' }],
    ['undated', { status: 'surveyed' }],
    ['contacted', { status: 'contacted' }],
    ['identified', { status: 'identified' }],
    ['other', { status: 'partner' }],
  ] as const)('%s: %j', (standing, more) => {
    expect(standingOf(sheet(more), period)).toBe(standing);
  });
});

const days = ['2026-05-30', '2026-06-01', '2026-06-07', '2026-06-08', '2026-07-31', '2026-08-01'];
const anySheets = fc.array(
  fc.record({
    id: fc.uuid(),
    region: fc.constantFrom('TN-11', 'TN-61', null),
    status: fc.constantFrom('identified', 'contacted', 'surveyed', 'partner'),
    surveyDate: fc.constantFrom(null, ...days),
    surveyor: fc.constantFrom('Héla', 'HELA ', 'Nizar', null),
    surveyedSince: fc.constantFrom(null, ...days),
  }),
);

describe('the progress of a campaign', () => {
  it('counts every sheet once, by whichever way it is read, and each figure opens as many sheets as it says', () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        const progress = progressOf(sheets, new Map(), period, ['TN-11']);
        const all = Object.values(progress.standings).reduce((sum, count) => sum + count, 0);
        expect(all).toBe(sheets.length);
        const surveyed = { standings: ['surveyed' as const] };
        for (const { region, standings } of progress.regions)
          expect(sheetsOf(sheets, period, { ...surveyed, region })).toHaveLength(standings.surveyed);
        for (const { surveyor, surveyed: count } of progress.surveyors)
          expect(sheetsOf(sheets, period, { ...surveyed, surveyor })).toHaveLength(count);
        for (const { monday, surveyed: count } of progress.weeks)
          expect(sheetsOf(sheets, period, { ...surveyed, week: monday })).toHaveLength(count);
        expect(progress.weeks.at(-1)?.cumulative).toBe(progress.standings.surveyed);
      }),
    );
  });

  it('begins its weeks on Monday and takes one surveyor written in two ways as one', () => {
    expect(mondayOf('2026-06-07')).toBe('2026-06-01');
    expect(mondayOf('2026-06-08')).toBe('2026-06-08');
    const surveyed = ['Héla', 'hela'].map((surveyor, index) =>
      sheet({ id: String(index), surveyor, surveyDate: '2026-06-02' }),
    );
    expect(progressOf(surveyed, new Map(), period, []).surveyors).toEqual([
      { surveyor: 'Héla', surveyed: 2 },
    ]);
  });

  it('says no target where none is typed, and zero where zero is', () => {
    expect(progressOf([], new Map(), period, ['TN-11']).target).toBeNull();
    const typed = progressOf([], new Map([['TN-11', 0]]), period, ['TN-11', 'TN-61']);
    expect(typed.target).toBe(0);
    expect(typed.regions.map(({ target }) => target)).toEqual([0, null]);
  });
});

describe('the matrix of needs', () => {
  const organisation = (id: string, skillsOffered: readonly string[] | null = null) => ({
    id,
    name: id,
    acronym: null,
    region: null,
    skillsOffered,
  });
  const need = (organisationId: string, domain: string, level: number, more = {}) => ({
    organisation: organisationId,
    domain,
    level,
    reassessedLevel: null,
    priority: null,
    ...more,
  });

  it('leaves empty what was not asked, and never counts it as no need', () => {
    const matrix = matrixOf([organisation('A'), organisation('B')], [need('A', 'advocacy', 0)], ['advocacy']);
    expect(matrix.rows.map(({ cells }) => cells[0])).toEqual([{ level: 0, priority: null }, null]);
    expect(matrix.domains[0]).toMatchObject({ levels: [1, 0, 0, 0], notAsked: 1 });
  });

  it('shows the level re-evaluated last, and the strongest of two needs of one domain', () => {
    const needs = [
      need('A', 'advocacy', 3, { reassessedLevel: 1 }),
      need('A', 'advocacy', 2, { priority: 1 }),
      need('A', 'advocacy', 2, { priority: 3 }),
    ];
    const matrix = matrixOf([organisation('A')], needs, ['advocacy']);
    expect(matrix.rows[0]?.cells).toEqual([{ level: 2, priority: 1 }]);
    expect(matrix.domains[0]?.highPriority).toBe(1);
  });

  it('names as strengths the domains in which organisations can train others first', () => {
    const matrix = matrixOf(
      [organisation('A', ['advocacy']), organisation('B')],
      [need('A', 'legal_framework', 0), need('B', 'legal_framework', 0)],
      ['legal_framework', 'advocacy', 'migration_law'],
    );
    expect(strengthsOf(matrix.domains).map(({ domain }) => domain)).toEqual(['advocacy', 'legal_framework']);
  });
});

describe('the themes put forward', () => {
  const one = (themes: readonly string[], region: string | null, unmet = 0) => ({ themes, region, unmet });

  it('weighs presence, spread and need alike, and says each as part and whole', () => {
    const ranked = rankThemes(
      [one(['gender'], 'TN-11', 1), one(['gender'], 'TN-61'), one(['children'], 'TN-61'), one([], 'TN-81')],
      ['children', 'gender'],
    );
    expect(ranked[0]).toEqual({
      theme: 'gender',
      score: 61,
      presence: { part: 2, whole: 3 },
      spread: { part: 2, whole: 3 },
      need: { part: 1, whole: 2 },
    });
    expect(ranked.map(({ theme }) => theme)).toEqual(['gender', 'children']);
  });

  it('puts forward neither "other" nor a theme nobody works on, and nothing of an empty register', () => {
    expect(rankThemes([one(['other'], 'TN-11', 2)], ['gender', 'other'])).toEqual([]);
    expect(rankThemes([], ['gender'])).toEqual([]);
  });

  it('decides equal means by presence, then by the order of the list, whatever the order of the sheets', () => {
    const sheets = [one(['b', 'a'], 'TN-11'), one(['a', 'b'], 'TN-61')];
    expect(rankThemes(sheets, ['b', 'a']).map(({ theme }) => theme)).toEqual(['b', 'a']);
    expect(rankThemes([...sheets].reverse(), ['b', 'a']).map(({ theme }) => theme)).toEqual(['b', 'a']);
  });
});

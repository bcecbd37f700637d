import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  calendarQuarter,
  committeeCountries,
  committeesExpected,
} from '../../../main/core/contract/programme/calendar';
import { referencePackSchema } from '../../../main/core/contract/programme/consistency';
import { findItem } from '../../../main/core/contract/programme/lists';
import { activitiesOf, childrenOf, findLine } from '../../../main/core/contract/programme/logframe';
import { parseQuarter, quartersBetween } from '../../../main/core/contract/programme/quarter';
import type { ReferencePack } from '../../../main/core/contract/programme/reference-pack';
import { regionOnDay, regionsInForce } from '../../../main/core/contract/programme/regions';
import { countryCodeSchema, labelIn } from '../../../main/core/contract/programme/text';
import { shippedReferencePack as pack } from '../../../resources/programme';

const document = readFileSync(
  join(import.meta.dirname, '../../../resources/programme/fiche-synthese.txt'),
  'utf8',
);
const documentCountries = ['TN', 'MA', 'SN', 'ML', 'CI', 'GN', 'CM'];
const country = (code: string) => countryCodeSchema.parse(code);
const countInForce = (code: string, day: string) => regionsInForce(pack, country(code), day).length;

describe('the shipped logframe', () => {
  it('holds every line of the programme document, word for word behind its code', () => {
    for (const line of pack.logframe) {
      const before = document.slice(0, document.indexOf(line.text));
      expect(document, line.code).toContain(line.text);
      const heading = line.code === 'OG' ? 'Objectif global\t' : new RegExp(`<p>${line.code}\\s?:?\\s*$`);
      if (typeof heading === 'string') expect(before.endsWith(heading)).toBe(true);
      else expect(before, line.code).toMatch(heading);
    }
  });

  it('holds every code that the document prints, and no other', () => {
    const printed = [...document.matchAll(/<p>((?:OS|R|A)[\d.]*\d)/g)].map((match) => match[1]);
    expect(pack.logframe.map((line) => line.code)).toEqual(['OG', ...printed]);
  });

  it('keeps the irregular codes as printed', () => {
    const order = (code: string) => findLine(pack, code)?.order ?? Number.NaN;
    expect(order('A2.1.5')).toBe(order('A2.2.2') + 1);
    expect(findLine(pack, 'A2.1.4')).toBeNull();
    expect(findLine(pack, 'R2.2')).toBeNull();
    for (const code of ['A2.2.1', 'A2.2.2']) {
      expect(findLine(pack, code)?.parent).toBe('R2.1');
      expect(findLine(pack, code)?.note?.fr).toContain('R2.2');
    }
  });

  it('has one objective, three specific objectives, six results and fifteen activities, reached from the top', () => {
    const levels = new Map<string, number>();
    const walk = (parent: Parameters<typeof childrenOf>[1]) => {
      for (const line of childrenOf(pack, parent)) {
        levels.set(line.level, (levels.get(line.level) ?? 0) + 1);
        walk(line.code);
      }
    };
    walk(null);
    expect(Object.fromEntries(levels)).toEqual({
      overall_objective: 1,
      specific_objective: 3,
      result: 6,
      activity: 15,
    });
  });

  it('gives the printed targets, and null where the document prints no number', () => {
    const targets = Object.fromEntries(activitiesOf(pack).map((line) => [line.code, line.target.quantity]));
    expect(targets).toEqual({
      'A1.1.1': 7,
      'A1.2.1': 7,
      'A1.2.2': 7,
      'A2.1.1': 2,
      'A2.1.2': 3,
      'A2.1.3': 7,
      'A2.2.1': 2,
      'A2.2.2': 1,
      'A2.1.5': null,
      'A3.1.1': 7,
      'A3.1.2': null,
      'A3.1.3': null,
      'A3.2.1': 4,
      'A3.2.2': 1,
      'A3.3.1': 1,
    });
    const numbered = activitiesOf(pack).filter((line) => /^\D*\d+ /.test(line.text.slice(0, 30)));
    for (const line of numbered) expect(line.text).toContain(String(line.target.quantity));
  });

  it('counts a regional event once, and adds up what each country does', () => {
    for (const line of activitiesOf(pack))
      expect(line.aggregation.overCountries, line.code).toBe(
        line.target.scope === 'regional' ? 'max' : 'sum',
      );
  });

  it('explains every target whose number is absent or not printed as such', () => {
    for (const line of activitiesOf(pack))
      if (line.target.quantity === null) expect(line.target.note, line.code).not.toBeNull();
    const path = findLine(pack, 'A2.1.3');
    expect(path?.level === 'activity' && path.target.further[0]).toMatchObject({
      quantity: 15,
      scope: 'unspecified',
    });
  });
});

describe('the shipped programme and calendar', () => {
  it('awaits the seven committees of the document in every quarter of the calendar', () => {
    for (const { quarter } of pack.calendar.quarters)
      expect(committeesExpected(pack.calendar, quarter)).toEqual(documentCountries);
    expect(committeeCountries(pack).map((entry) => entry.code)).toEqual(documentCountries);
  });

  it('awaits nobody between the phases', () => {
    expect(committeesExpected(pack.calendar, parseQuarter('2024-Q1'))).toEqual([]);
    expect(committeesExpected(pack.calendar, parseQuarter('2023-Q2'))).toEqual(documentCountries);
    expect(committeesExpected(pack.calendar, parseQuarter('2028-Q1'))).toEqual([]);
  });

  it('knows both phases with their countries', () => {
    const members = pack.programme.phases.map((phase) =>
      phase.members.map((member) => member.country).sort(),
    );
    expect(members).toEqual([
      [...documentCountries].sort(),
      ['CI', 'CM', 'GN', 'KM', 'MA', 'MG', 'SN', 'TN'],
    ]);
  });

  it('lists the quarters from 2025-Q3 to 2027-Q4 without a gap, each due fifteen days after its end', () => {
    expect(pack.calendar.quarters.map((entry) => entry.quarter)).toEqual(
      quartersBetween(parseQuarter('2025-Q3'), parseQuarter('2027-Q4')),
    );
    expect(calendarQuarter(pack.calendar, parseQuarter('2026-Q3'))).toEqual({
      quarter: '2026-Q3',
      start: '2026-07-01',
      end: '2026-09-30',
      deadline: '2026-10-15',
    });
  });

  it('derives a quarter that is not listed by the same rule', () => {
    const derived = { ...pack.calendar, quarters: pack.calendar.quarters.slice(0, 1) };
    for (const listed of pack.calendar.quarters)
      expect(calendarQuarter(derived, listed.quarter)).toEqual(listed);
  });

  it('names the actors as the document does', () => {
    const lead = pack.programme.actors.filter((actor) => actor.role === 'lead');
    expect(lead.map((actor) => actor.code)).toEqual(['FORIM']);
    for (const code of ['FORIM', 'GRDR', 'GADEM', 'LOUJNA'])
      expect(document).toContain(pack.programme.actors.find((actor) => actor.code === code)?.name);
  });
});

describe('the shipped regions', () => {
  it.each([
    ['TN', 24],
    ['MA', 12],
    ['SN', 14],
    ['CI', 14],
    ['GN', 8],
    ['CM', 10],
  ])('of %s are %i', (code, count) => {
    expect(countInForce(code, '2026-09-30')).toBe(count);
  });

  it('of Mali are ten and Bamako before the law of 2023, nineteen and Bamako since', () => {
    expect(countInForce('ML', '2023-03-12')).toBe(11);
    expect(countInForce('ML', '2023-03-13')).toBe(20);
  });

  it('place a region that was split off in its former region on an earlier day', () => {
    expect(regionOnDay(pack, 'ML-XNIO', '2022-12-31')).toBe('ML-1');
    expect(regionOnDay(pack, 'ML-XNIO', '2026-09-30')).toBe('ML-XNIO');
    expect(regionOnDay(pack, 'ML-1', '2022-12-31')).toBe('ML-1');
    expect(regionOnDay(pack, 'XX-1', '2022-12-31')).toBeNull();
  });

  it('have an Arabic name', () => {
    for (const region of pack.regions)
      expect(region.nameArabic, region.code).toMatch(/^[\p{Script=Arabic} ]+$/u);
  });

  it('are never called the same in one country, aliases included', () => {
    for (const { code } of pack.programme.countries) {
      const names = pack.regions
        .filter((region) => region.country === code)
        .flatMap((region) => [region.name, ...region.aliases])
        .map((name) => name.toLocaleLowerCase('fr'));
      expect(new Set(names).size, code).toBe(names.length);
    }
  });

  it('exist for each country whose report is awaited', () => {
    for (const { code } of committeeCountries(pack))
      expect(countInForce(code, '2026-09-30')).toBeGreaterThan(0);
  });
});

describe('the shipped lists', () => {
  it('hold the fourteen themes and the values that the register needs', () => {
    expect(pack.lists.themes).toHaveLength(14);
    expect(pack.lists.activityStates.map((state) => state.code)).toEqual([
      'planned',
      'in_progress',
      'done',
      'postponed',
      'cancelled',
    ]);
    expect(pack.lists.needLevels.map((level) => Number(level.code))).toEqual([0, 1, 2, 3]);
    expect(findItem(pack.lists, 'sexes', 'f')?.label.fr).toBe('Femme');
    expect(findItem(pack.lists, 'sexes', 'unheard_of')).toBeNull();
  });

  it('say each thing once in each language', () => {
    for (const [name, items] of Object.entries(pack.lists))
      for (const language of ['fr', 'en', 'ar'] as const) {
        const labels = items.map((item) => labelIn(item.label, language));
        expect(new Set(labels).size, `${name} ${language}`).toBe(labels.length);
      }
  });

  it('write French with its own spaces and apostrophes', () => {
    for (const text of frenchTexts(pack)) {
      expect(text).not.toMatch(/[ \u00a0][;:!?»€%]/);
      expect(text).not.toMatch(/«[^\u202f]/);
      expect(text).not.toContain("'");
    }
  });
});

describe('a reference pack', () => {
  const spoilt = (change: (copy: ReferencePack) => void) => {
    const copy = structuredClone(pack);
    change(copy);
    return referencePackSchema.safeParse(copy);
  };

  it('passes as shipped', () => {
    expect(spoilt(() => undefined).success).toBe(true);
  });

  it.each<[string, (copy: ReferencePack) => void]>([
    ['a code given twice', (copy) => copy.lists.themes.push(...copy.lists.themes.slice(0, 1))],
    ['a parent that does not exist', (copy) => Object.assign(copy.logframe[4] ?? {}, { parent: 'OS9' })],
    ['a parent of its own level', (copy) => Object.assign(copy.logframe[4] ?? {}, { parent: 'R2.1' })],
    ['a gap in the printed order', (copy) => Object.assign(copy.logframe[4] ?? {}, { order: 40 })],
    ['a gap between quarters', (copy) => copy.calendar.quarters.splice(2, 1)],
    [
      'a deadline inside the quarter',
      (copy) => Object.assign(copy.calendar.quarters[0] ?? {}, { deadline: '2025-09-30' }),
    ],
    [
      'a report awaited from an unknown country',
      (copy) => copy.calendar.expectations[1]?.committees.push(country('ZZ')),
    ],
    ['two spans that overlap', (copy) => Object.assign(copy.calendar.expectations[0] ?? {}, { until: null })],
    [
      'a phase that ends before it starts',
      (copy) => Object.assign(copy.programme.phases[0] ?? {}, { end: '2020-01-01' }),
    ],
    ['a region of another country', (copy) => Object.assign(copy.regions[0] ?? {}, { country: 'MA' })],
    [
      'a region split from nothing',
      (copy) => Object.assign(copy.regions[0] ?? {}, { splitFrom: 'TN-99', validFrom: '2026-01-01' }),
    ],
    ['an unknown key', (copy) => Object.assign(copy, { remark: 'x' })],
    [
      'a text that is not in normal form',
      (copy) => Object.assign(copy.logframe[0] ?? {}, { text: 'e\u0301tude' }),
    ],
    [
      'a direction override in a label',
      (copy) => Object.assign(copy.lists.sexes[0]?.label ?? {}, { fr: '\u202eemmeF' }),
    ],
  ])('is refused with %s', (_, change) => {
    expect(spoilt(change).success).toBe(false);
  });
});

/** Every French text of the pack that was written for it; what the document prints stays as printed. */
function frenchTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(frenchTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('fr' in value && 'ar' in value && typeof value.fr === 'string')
    return value.fr === "Côte d'Ivoire" ? [] : [value.fr];
  return Object.values(value).flatMap(frenchTexts);
}

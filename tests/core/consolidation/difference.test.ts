import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNatures, differenceOf, natures } from '../../../main/core/consolidation/difference';
import { comparedTables, type ReportRow, type Snapshot } from '../../../main/core/consolidation/tables';
import { wordingOf } from '../../../main/core/consolidation/wording';
import { labelOf, referencePack } from '../../../main/core/programme/pack';
import { affiliation, line, narrative, need, organisation, person } from './region';

const labels = { language: 'fr', pack: referencePack, labelOf } as const;
const none: ReadonlySet<string> = new Set();

function snapshot(rows: Readonly<Record<string, readonly ReportRow[]>>): Snapshot {
  return Object.fromEntries(
    comparedTables.map(({ name, holds }) => [
      name,
      new Map(
        (rows[name] ?? []).map((row) => [
          holds === 'numbers' ? `${row.sex}:${row.ageBand}` : String(row.id),
          row,
        ]),
      ),
    ]),
  );
}

function difference(before: Snapshot, after: Snapshot, buried = none) {
  return differenceOf(before, after, buried, comparedTables, wordingOf(before, after, labels));
}

const empty = snapshot({});

/** A snapshot of some organisations and persons, out of twelve of each, with changing values. */
const anySnapshot = fc
  .record({
    organisations: fc.uniqueArray(fc.nat(11)),
    persons: fc.uniqueArray(fc.nat(11)),
    acronym: fc.constantFrom(null, 'ANAO', 'AMS'),
    themes: fc.constantFrom(null, [], ['rights'], ['rights', 'return']),
  })
  .map((made) =>
    snapshot({
      organisations: made.organisations.map((n) =>
        organisation('TN', n, n % 2 === 0 ? { acronym: made.acronym, themes: made.themes } : {}),
      ),
      persons: made.persons.map((n) => person('TN', n)),
    }),
  );

describe('the difference of two snapshots', () => {
  it('of a snapshot with itself is identical throughout', () => {
    fc.assert(
      fc.property(anySnapshot, (any) => {
        for (const row of difference(any, any))
          expect(row).toMatchObject({ nature: 'identical', fields: [] });
      }),
    );
  });

  it('names every record of either snapshot exactly once', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (before, after) => {
        const named = difference(before, after).map((row) => `${row.table}:${row.record}`);
        const records = new Set(
          [before, after].flatMap((side) =>
            Object.entries(side).flatMap(([table, rows]) =>
              [...rows.keys()].map((record) => `${table}:${record}`),
            ),
          ),
        );
        expect(named).toHaveLength(records.size);
        expect(new Set(named)).toEqual(records);
      }),
    );
  });

  it('counts what it names, and says the reverse in the other direction', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (before, after) => {
        const forth = difference(before, after);
        const total = countNatures(forth, comparedTables)
          .flatMap((count) => natures.map((nature) => count[nature]))
          .reduce((sum, count) => sum + count, 0);
        expect(total).toBe(forth.length);
        const back = difference(after, before);
        const how = (rows: typeof forth, nature: string) =>
          rows.filter((row) => row.nature === nature).length;
        expect(how(back, 'vanished')).toBe(how(forth, 'new'));
        expect(how(back, 'changed')).toBe(how(forth, 'changed'));
      }),
    );
  });

  it('tells a deletion from a record that vanished without notice', () => {
    const before = snapshot({ organisations: [organisation('TN', 1), organisation('TN', 2)] });
    const buried = new Set([`organisations:${organisation('TN', 1).id}`]);
    const rows = difference(before, empty, buried);
    expect(rows.map((row) => [row.title, row.nature])).toEqual([
      ['Association TN 00002', 'vanished'],
      ['Association TN 00001', 'removed'],
    ]);
  });

  it('names the fields that changed, with both values, and a null and an empty list as the same', () => {
    const before = snapshot({ organisations: [organisation('TN', 1, { acronym: null, publics: [] })] });
    const after = snapshot({
      organisations: [
        organisation('TN', 1, { acronym: 'ANAO', publics: null, themes: ['rights', 'return'] }),
      ],
    });
    expect(difference(before, after)).toMatchObject([
      {
        nature: 'changed',
        fields: [
          { field: 'acronym', before: null, after: 'ANAO' },
          { field: 'themes', before: ['rights'], after: ['rights', 'return'] },
        ],
      },
    ]);
  });

  it('lists what a new record says, beyond its title', () => {
    const after = snapshot({
      activity_lines: [line('TN', '2026-Q3', 'A2.1.3', { quantity: 2, comment: null })],
    });
    expect(difference(empty, after)).toMatchObject([
      {
        nature: 'new',
        title: 'A2.1.3',
        fields: [
          { field: 'state', before: null, after: 'done' },
          { field: 'quantity', before: null, after: 2 },
        ],
      },
    ]);
  });

  it('puts what vanished first and what is identical last, the rest table by table', () => {
    const before = snapshot({
      organisations: [organisation('TN', 1), organisation('TN', 2)],
      narratives: [narrative('TN', '2026-Q3')],
    });
    const after = snapshot({
      organisations: [organisation('TN', 1), organisation('TN', 2, { acronym: 'A' }), organisation('TN', 3)],
      needs: [need('TN', 1)],
    });
    expect(difference(before, after).map((row) => `${row.nature} ${row.table}`)).toEqual([
      'vanished narratives',
      'changed organisations',
      'new organisations',
      'new needs',
      'identical organisations',
    ]);
  });

  it('takes a group of persons that is not counted any more for removed, never for vanished', () => {
    const before = snapshot({ person_counts: [{ committee: 'TN', sex: 'F', ageBand: '25_35', persons: 4 }] });
    expect(difference(before, empty)).toMatchObject([{ table: 'person_counts', nature: 'removed' }]);
  });
});

describe('the words of a review', () => {
  const after = snapshot({
    organisations: [organisation('TN', 1, { acronym: 'ANAO', region: 'TN-61' })],
    persons: [person('TN', 1, { nameArabic: 'سلمى' })],
    affiliations: [affiliation('TN', 1, { role: null })],
    needs: [need('TN', 1)],
    activity_lines: [line('TN', '2026-Q3', 'A1.1.1')],
  });
  const words = Object.fromEntries(
    difference(empty, after).map(({ table, title, hint }) => [table, { title, hint }]),
  );

  it('name records by their title, with what tells them apart', () => {
    expect(words.organisations).toEqual({
      title: 'Association TN 00001',
      hint: `ANAO · ${labelOf('regions', 'TN-61', 'fr')}`,
    });
    expect(words.persons).toEqual({ title: 'Personne TN 1', hint: 'سلمى' });
    expect(words.activity_lines).toEqual({ title: 'A1.1.1', hint: 'Cartographies par pays' });
  });

  it('name a link by its ends, and codes by their labels', () => {
    expect(words.affiliations).toEqual({ title: 'Personne TN 1', hint: 'Association TN 00001' });
    expect(words.needs).toEqual({
      title: labelOf('capacityDomains', 'advocacy', 'fr'),
      hint: 'Association TN 00001',
    });
  });

  it('show the name of a record in place of its id', () => {
    const [link] = difference(empty, after).filter((row) => row.table === 'affiliations');
    expect(link?.fields).toContainEqual({ field: 'person', before: null, after: 'Personne TN 1' });
  });
});

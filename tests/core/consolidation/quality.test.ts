import { describe, expect, it } from 'vitest';
import { type QualityInput, qualityOf } from '../../../main/core/consolidation/quality';
import { codesOfList } from '../../../main/core/programme/pack';
import { fold } from '../../../main/core/search/fold';
import { line, narrative, organisation } from './region';

const quiet: QualityInput = {
  difference: [],
  organisations: [],
  lines: [],
  narrative: narrative('CI', '2026-Q3'),
  previous: null,
  elsewhere: [],
  codesOf: (list) => (list === 'activities' ? new Set(['A1.2.1', 'A2.1.1', 'A3.1.1']) : codesOfList(list)),
  daysLate: null,
  supersededBy: null,
};
const remarks = (changes: Partial<QualityInput>) => qualityOf({ ...quiet, ...changes });
const messages = (changes: Partial<QualityInput>) =>
  remarks(changes)
    .filter((remark) => remark.level === 'warning')
    .map((remark) => remark.message);
const quarterLine = (quantity: number | null, comment: string | null = null) =>
  line('CI', '2026-Q3', 'A1.2.1', { quantity, comment });
const compared = (before: number | null, now: number | null, comment: string | null = null) =>
  messages({
    lines: [quarterLine(now, comment)],
    previous: { quarter: '2026-Q2', lines: [quarterLine(before)] },
  });

describe('the quality of a report', () => {
  it('is said to be fine when there is nothing to say', () => {
    expect(remarks({})).toEqual([
      { level: 'fine', message: { code: 'received_in_time', params: {} } },
      { level: 'fine', message: { code: 'narrative_complete', params: {} } },
    ]);
  });

  it('warns first', () => {
    expect(remarks({ narrative: null }).map((remark) => remark.level)).toEqual(['warning', 'fine']);
  });

  it('counts the records that vanished without notice', () => {
    const row = { table: 'needs', record: 'x', title: '', hint: '', fields: [] };
    expect(
      messages({
        difference: [
          { ...row, nature: 'vanished' },
          { ...row, nature: 'removed' },
        ],
      }),
    ).toEqual([{ code: 'vanished', params: { count: 1 } }]);
  });

  it('remarks a quantity that doubled or fell by half since the quarter before', () => {
    expect(compared(20, 40)).toEqual([
      {
        code: 'quantity_doubled',
        params: { activity: 'A1.2.1', quantity: 40, before: 20, quarter: '2026-Q2' },
      },
    ]);
    expect(compared(20, 10)).toMatchObject([{ code: 'quantity_halved' }]);
    expect(compared(20, 39)).toEqual([]);
  });

  it('takes one workshop after two for everyday life, and what was not given for unknown', () => {
    expect(compared(2, 1)).toEqual([]);
    expect(compared(1, 3)).toEqual([]);
    expect(compared(20, null)).toEqual([]);
    expect(compared(null, 20)).toEqual([]);
    expect(compared(0, 20)).toEqual([]);
  });

  it('takes a comment for an explanation, and says how many there are', () => {
    expect(compared(20, 60, 'Deux séances reportées du trimestre précédent')).toEqual([]);
    const all = remarks({
      lines: [quarterLine(60, 'Deux séances reportées')],
      previous: { quarter: '2026-Q2', lines: [quarterLine(20)] },
    });
    expect(all.map((remark) => remark.message.code)).toContain('deviations_explained');
  });

  it('counts organisations without themes', () => {
    const organisations = [organisation('CI', 1, { themes: null }), organisation('CI', 2, { themes: [] })];
    expect(
      messages({ organisations: [...organisations, organisation('CI', 3, { themes: ['gender'] })] }),
    ).toEqual([{ code: 'without_themes', params: { count: 2 } }]);
  });

  it('sees the same name at another committee, whatever its accents and case, when it is new', () => {
    const row = { table: 'organisations', record: 'x', title: 'MAISON du migrant', hint: '', fields: [] };
    const elsewhere = [{ committee: 'SN', foldedName: fold('Maison du Mígrant') }];
    expect(messages({ difference: [{ ...row, nature: 'new' }], elsewhere })).toEqual([
      { code: 'possible_duplicates', params: { count: 1, committee: 'SN' } },
    ]);
    expect(messages({ difference: [{ ...row, nature: 'identical' }], elsewhere })).toEqual([]);
  });

  it('says how late it came, and which texts of the narrative are empty', () => {
    expect(messages({ daysLate: 9, narrative: narrative('CI', '2026-Q3', { nextSteps: ' ' }) })).toEqual([
      { code: 'received_late', params: { count: 9 } },
      { code: 'narrative_incomplete', params: { count: 1 } },
    ]);
  });

  it('says that a newer report keeps the register', () => {
    expect(messages({ supersededBy: 6 })).toEqual([{ code: 'older_than_register', params: { sequence: 6 } }]);
  });
});

describe('codes of a report', () => {
  it('that no list of the pack here holds are told', () => {
    const strange = organisation('SN', 1, { type: 'guild', themes: ['gender', 'fishing'], region: 'SN-XX' });
    const told = messages({
      organisations: [strange],
      lines: [line('CI', '2026-Q3', 'A9.9.9', { state: 'dreamt' })],
    });
    expect(told).toContainEqual({
      code: 'unknown_codes',
      params: { count: 5, codes: 'A9.9.9, SN-XX, dreamt, fishing, guild' },
    });
  });

  it('that are known say nothing', () => {
    const known = organisation('SN', 1, { type: 'ngo', themes: ['gender'], region: 'SN-DK' });
    expect(messages({ organisations: [known] }).map(({ code }) => code)).not.toContain('unknown_codes');
  });
});

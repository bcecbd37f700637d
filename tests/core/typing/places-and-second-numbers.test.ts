import { afterEach, describe, expect, it } from 'vitest';
import boxes from '../../../resources/maps/boxes.json';
import ivoryCoast from '../../../resources/maps/CI.json';
import cameroon from '../../../resources/maps/CM.json';
import guinea from '../../../resources/maps/GN.json';
import morocco from '../../../resources/maps/MA.json';
import mali from '../../../resources/maps/ML.json';
import senegal from '../../../resources/maps/SN.json';
import tunisia from '../../../resources/maps/TN.json';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, register, rowsOf, workbook } from '../../support/spreadsheets/files';

let laptop: Laptop | undefined;
afterEach(() => {
  laptop?.throwAway();
  laptop = undefined;
});

/** The rows of h17: one place, Dakar, written in six manners. */
const dakar = [
  ['Nom', 'Latitude', 'Longitude', 'Ville'],
  ['Un', '14,6937', '−17,4441', 'Dakar'],
  ['Deux', '14°41\'37"N', '17°26\'38"W', 'Dakar'],
  ['Trois', '14.6937 N', '17.4441 W', 'Dakar'],
  ['Quatre', -17.4441, 14.6937, 'Dakar'],
  ['Cinq', '14.6937, -17.4441', null, 'Dakar'],
  ['Six', 14_693_700, -17_444_100, 'Dakar'],
];

describe('A place of a list', () => {
  it('is the same in six manners of writing; what was exchanged, joined or lost its point is proposed', async () => {
    laptop = await committeeLaptop('SN');
    const view = await openSheet(laptop, 'h17.xlsx', workbook({ Liste: dakar }));
    const marks = (await rowsOf(laptop, view.import)).map(({ cells }) => [
      cells[1]?.how,
      cells[1]?.why?.code ?? null,
    ]);
    expect(marks).toEqual([
      ['corrected', null],
      ['corrected', null],
      ['corrected', null],
      ['doubtful', 'exchanged'],
      ['doubtful', 'pair'],
      ['doubtful', 'point_lost'],
    ]);
    await laptop.call('spreadsheets.apply', { import: view.import });
    const known = await register(laptop);
    expect(known.size).toBe(6);
    for (const { values } of known.values()) {
      expect(Number(values.latitude)).toBeCloseTo(14.6937, 3);
      expect(Number(values.longitude)).toBeCloseTo(-17.4441, 3);
    }
  });
});

describe('The box of a country', () => {
  const positions = (part: unknown): (readonly number[])[] => {
    if (!Array.isArray(part)) return [];
    return typeof part[0] === 'number' ? [part as number[]] : part.flatMap(positions);
  };

  it.each([ivoryCoast, cameroon, guinea, morocco, mali, senegal, tunisia])(
    'holds its map: $country',
    (map) => {
      const places = positions([map.shapes.map((shape) => shape.polygons), map.outline]);
      const east = places.map(([x = Number.NaN]) => x);
      const north = places.map(([, y = Number.NaN]) => y);
      expect(new Map(Object.entries(boxes)).get(map.country)).toEqual([
        Math.min(...east),
        Math.min(...north),
        Math.max(...east),
        Math.max(...north),
      ]);
    },
  );
});

describe('Two numbers typed in one field', () => {
  const named = { name: 'Alpha', country: 'SN', status: 'identified' };

  it('fill the field and the one beside it', async () => {
    laptop = await committeeLaptop('SN');
    await laptop.create('organisations', { ...named, phone: '77.123.45.67 / 33.823.45.67' });
    expect((await register(laptop)).get('Alpha')?.values).toMatchObject({
      phone: '+221771234567',
      otherPhone: '+221338234567',
    });
  });

  it('are asked about where the one beside it is taken', async () => {
    laptop = await committeeLaptop('SN');
    const { id, revision } = await laptop.create('organisations', { ...named, otherPhone: '33 823 45 67' });
    const values = { phone: '77 123 45 67 / 33 823 45 69' };
    await expect(
      laptop.call('records.update', { entity: 'organisations', id, revision, values }),
    ).rejects.toMatchObject({ code: 'input_refused', params: { why: 'two_numbers' } });
    expect((await register(laptop)).get('Alpha')?.values).toMatchObject({ phone: null });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type OpenedCase, openedBytes, openedCase } from '../../support/spreadsheets/cases';
import { register, rowsOf } from '../../support/spreadsheets/files';

/** Text of lists: what is written is what comes in; what is changed is said at its row. */

let opened: OpenedCase;
afterEach(() => opened.throwAway());

const names = () => opened.rows.map((_, index) => opened.value(index, 'name'));
const cellOf = (row: number, field: string) => {
  const column = opened.view.columns.find(({ target }) => target === field);
  return opened.rows[row]?.cells[column?.index ?? -1];
};
const notices = () => opened.view.notices.map(({ code }) => code);

describe('A capital with its accent', () => {
  it.each(['h01-nbsp.csv', 'h01-nbsp.xlsx'])('stays what it is before any sign (%s)', async (file) => {
    opened = await openedCase(file);
    expect(names().join('\n')).toMatch(/^COMITÉ DES FEMMES/m);
    expect(names().join(' ')).not.toMatch(/[\u0180-\u036F]/);
  });

  it.each(['É\u00A0', 'È…', 'Ê«', 'ÎLE – Ô’', 'OÙ\u00A0', 'ÇA…', 'Ë“'])(
    'is no misreading: %j',
    async (text) => {
      opened = await openedBytes('a.csv', `Nom;Ville\nUnion ${text} une;Dakar\n`);
      expect(names()).toEqual([`Union ${text} une`.replace(/\s+/g, ' ')]);
    },
  );
});

describe('UTF-8 read as Latin-1', () => {
  const wrong = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

  it('is put right where the whole file shows it, and said', async () => {
    const lines = ['Réseau Sénégal', 'Côte d’Ivoire', 'Comité de Thiès'];
    opened = await openedBytes(
      'a.csv',
      `\uFEFFNom;Ville\n${lines.map((line) => `${wrong(line)};${wrong('Thiès')}`).join('\n')}`,
    );
    expect(names()).toEqual(lines);
    expect(notices()).toContain('misread_whole');
    expect(cellOf(0, 'name')).toMatchObject({ how: 'corrected', typed: wrong('Réseau Sénégal') });
  });

  it('of one cell among sound ones is only proposed', async () => {
    const sound = ['Réseau', 'Église', 'Comité', 'Fédération', 'Équité'];
    opened = await openedBytes(
      'a.csv',
      `\uFEFFNom;Ville\n${[...sound, wrong('Société')].map((name) => `${name};Dakar`).join('\n')}`,
    );
    expect(names()).toEqual([...sound, wrong('Société')]);
    expect(cellOf(5, 'name')).toMatchObject({
      how: 'doubtful',
      why: { code: 'misread', params: { proposed: 'Société' } },
    });
  });
});

describe('Arabic of Windows', () => {
  it('is read as such, which is shown and can be changed', async () => {
    opened = await openedCase('h02-windows-1256.csv', 'TN');
    expect(opened.view.encoding).toBe('windows1256');
    expect(names()).toEqual(['جمعية الأمل للتنمية', 'جمعية نساء الجنوب', 'مؤسسة الرحمة']);
    expect([0, 1, 2].map((row) => opened.value(row, 'region'))).toEqual(['TN-11', 'TN-82', 'TN-61']);
    expect(opened.value(0, 'phone')).toBe('+21671845220');
    const { laptop, view } = opened;
    const asLatin = await laptop.call('spreadsheets.readAs', {
      import: view.import,
      encoding: 'windows1252',
    });
    expect(asLatin.encoding).toBe('windows1252');
    expect((await rowsOf(laptop, view.import))[0]?.cells[0]?.typed).toMatch(/^[À-ÿ ]+$/);
    const again = await laptop.call('spreadsheets.readAs', { import: view.import, encoding: 'windows1256' });
    expect(again.counts.new).toBe(3);
  });

  it('beside French is told from French with many accents', async () => {
    const french = 'Nom;Ville\nRéseau créé à Thiès;Saint-Louis\nFédération des élèves;Ziguinchor\n';
    opened = await openedBytes('a.csv', Buffer.from(french, 'latin1'));
    expect(opened.view.encoding).toBe('windows1252');
    expect(names()).toEqual(['Réseau créé à Thiès', 'Fédération des élèves']);
  });
});

describe('A cell of a CSV', () => {
  it('that a formula keeps as text is that text', async () => {
    opened = await openedCase('h04-equals-quoted.csv');
    expect(names()).toEqual(['Association Alpha', 'Association Bêta']);
    expect(opened.rows[0]?.cells.map(({ typed }) => typed)).toEqual([
      'Association Alpha',
      '00123',
      '771234567',
      'Dakar',
    ]);
  });

  it('whose quote is never closed swallows nothing: the quote is text, and its place is said', async () => {
    opened = await openedCase('h08-stray-quote-name.csv');
    expect(opened.rows.length).toBe(12);
    expect(names()[3]).toBe('"Association Les Amis de la Paix');
    expect(names()[8]).toBe('Association dite "Le Baobab"');
    expect(opened.view.notices).toContainEqual({ code: 'stray_quotes', params: { count: 1, rows: '5' } });
  });

  it('at the end of its line neither', async () => {
    opened = await openedCase('h08-stray-quote-notes.csv');
    expect(opened.rows.length).toBe(12);
    expect(opened.rows[5]?.cells[2]?.typed).toBe('"voir le compte rendu');
    expect(opened.view.notices).toContainEqual({ code: 'stray_quotes', params: { count: 1, rows: '7' } });
  });

  it('of several lines in quotes is one cell, also in the last column', async () => {
    opened = await openedBytes(
      'a.csv',
      'Nom;Ville;Observations\nAlpha;Dakar;"une\ndeux; trois\n""quatre"""\nBêta;Thiès;x\n',
    );
    expect(opened.rows.length).toBe(2);
    expect(opened.rows[0]?.cells[2]?.typed).toBe('une\ndeux; trois\n"quatre"');
  });

  it('with quotes inside quotes keeps them', async () => {
    opened = await openedBytes('a.csv', 'Nom;Ville\n"Association "Bêta" de Dakar";Dakar\n"Gamma"s;Thiès\n');
    expect(names()).toEqual(['Association "Bêta" de Dakar', 'Gammas']);
  });

  it('with a stray NUL is read, and says so', async () => {
    opened = await openedCase('h18-nul-byte.csv');
    expect(opened.view.encoding).toMatch(/^utf8/);
    expect(opened.rows.length).toBeGreaterThan(10);
    const said = opened.rows.flatMap(({ cells }) => cells).filter(({ why }) => why?.code === 'broken');
    expect(said.length).toBe(1);
  });
});

describe('Signs that no text holds', () => {
  it('stand as a lost character, said at their row, and what is imported can be signed', async () => {
    opened = await openedCase('h13-lone-surrogate.xlsx');
    const { laptop, view } = opened;
    const broken = opened.rows.filter(({ cells }) => cells.some(({ why }) => why?.code === 'broken'));
    expect(broken.length).toBeGreaterThan(0);
    await laptop.call('spreadsheets.apply', { import: view.import });
    const kept = JSON.stringify([...(await register(laptop)).values()].map(({ values }) => values));
    expect(kept.isWellFormed()).toBe(true);
    expect(kept).toContain('\uFFFD');
    expect(kept).not.toMatch(/[\p{Cs}\p{Noncharacter_Code_Point}]/u);
  });

  it('between lines are line breaks', async () => {
    opened = await openedCase('h14-vertical-tab.xlsx');
    const texts = opened.rows
      .flatMap(({ cells }) => cells.map(({ value }) => value))
      .filter((value) => typeof value === 'string');
    expect(texts.join('¶')).not.toMatch(/[\v\f\u2028\u2029]/);
    expect(texts.some((text) => text.includes('\n'))).toBe(true);
  });
});

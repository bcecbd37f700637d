import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldDescription, FieldValue } from '../../../main/core/contract/fields';
import { organisationFields } from '../../../main/core/contract/members/fields';
import { findHeadings, likelyHeadings } from '../../../main/core/spreadsheets/understanding/headings';
import { proposeColumns } from '../../../main/core/spreadsheets/understanding/mapping';
import { guessOf } from '../../../main/core/spreadsheets/understanding/targets';
import { readValue } from '../../../main/core/spreadsheets/values/read-value';
import { committeeLaptop, type Laptop } from '../../support/laptop';
import { openSheet, rowsOf, type SheetRows, workbook } from '../../support/spreadsheets/files';

/** Shapes met in real public lists (docs/imports.md), remade with invented organisations. */

let laptop: Laptop;
beforeAll(async () => {
  laptop = await committeeLaptop('TN');
});
afterAll(() => laptop.throwAway());

const open = (rows: SheetRows) => openSheet(laptop, 'liste.xlsx', workbook({ Liste: rows }));
const targetsOf = (headings: readonly string[]) =>
  proposeColumns(headings, null).columns.map(({ target }) => target);

function read(name: string, cell: string | number, country: string | null = 'TN'): FieldValue | string {
  const field = organisationFields.fields.find((candidate) => candidate.name === name) as FieldDescription;
  const context = { country, prefix: '', today: '2026-09-20', order: 'day_first', pairs: new Map() } as const;
  const reading = readValue(cell, field, context);
  return 'value' in reading ? reading.value : reading.how;
}

describe('A heading of a real list', () => {
  it.each([
    ['Domaine(s) d’intervention', 'themes'],
    ['nomBeneficiaire', 'name'],
    ['Nom du bénéficiaire*', 'name'],
    ['RaisonSociale', 'name'],
    ['addressLocality', 'locality'],
    ['N° WhatsApp', 'whatsapp'],
    ['Organisation(s)', 'name'],
    ['Operation Area', 'regions'],
    ['FB URL', 'socialMedia'],
    ['Admin level 1', 'region'],
    ['Champ d’action territorial', 'scale'],
    ['#org +impl', 'name'],
    ['#adm1 +name', 'region'],
    ['#contact+phone', 'phone'],
  ])('%s stands over %s', (heading, target) => {
    expect(guessOf(heading)?.target).toBe(target);
  });

  it.each([
    'CODE_DEPARTEMENT',
    'Nombre Actions',
    'Dispositif - Dossier de financement',
    'Burial Site',
    'result_label',
    'Objet de la convention',
    'Année de la demande',
    '#adm1 +code',
    '#targeted+f',
  ])('%s stands over nothing of an organisation', (heading) => {
    expect(guessOf(heading)).toBeNull();
  });

  it('Nom beside Prénom is a person’s, and the organisation is elsewhere', () => {
    expect(targetsOf(['nom', 'prenom', 'beneficiaire', 'adresse'])).toEqual([
      'notes',
      'notes',
      'name',
      'address',
    ]);
    expect(targetsOf(['Nom', 'Sigle', 'Ville'])).toEqual(['name', 'acronym', 'locality']);
  });
});

describe('The headings of a real sheet', () => {
  const table = (rows: (string | number | null)[][]) => ({
    name: '',
    state: 'visible' as const,
    rows,
    merges: [],
  });

  it('are no row of codes, days and addresses that holds the word association', () => {
    const sheet = table([
      ['N° EJ', 'Branche', 'Code taxe', 'Montant'],
      ['0001821732', 'Associations', '10000000000001', '21/04/2023'],
      ['0001821733', 'Associations', '10000000000002', '22/04/2023'],
    ]);
    expect(findHeadings(sheet)).toBeNull();
    expect(likelyHeadings(sheet)).toEqual({ from: 0, to: 0 });
  });

  it('are not made out of a list without any', () => {
    expect(
      likelyHeadings(
        table([
          ['Samir', 963937113645],
          ['Yasser', 963938445698],
        ]),
      ),
    ).toBeNull();
  });

  it('where none is known, the row that looks like them is read and a person says the columns', async () => {
    const rows: SheetRows = [
      ['Libre', 'Chiffre clé'],
      ['Association Un', 'A'],
      ['Association Deux', 'B'],
    ];
    const view = await open(rows);
    expect(view.headings).toEqual({ from: 1, to: 1 });
    expect(view.columns.map(({ target }) => target)).toEqual([null, null]);
    const told = await laptop.call('spreadsheets.arrange', { import: view.import, targets: { '0': 'name' } });
    expect(told.counts).toMatchObject({ new: 2, refused: 0 });
  });

  it('are those of the sheet that says most about organisations, not of the longest', async () => {
    const view = await openSheet(
      laptop,
      'classeur.xlsx',
      workbook({
        Tiers: [
          ['Raison sociale', 'Ville', 'Courriel'],
          ['Association Un', 'Sfax', 'un@exemple.test'],
        ],
        Dispositifs: [
          ['Id', 'Libellé'],
          ...Array.from({ length: 9 }, (_, index) => [index, `Aide ${index}`]),
        ],
      }),
    );
    expect(view.sheets[view.sheet]?.name).toBe('Tiers');
  });

  it('bring no field that their cells belie', async () => {
    const view = await open([
      ['Organisation', 'Members Only', 'Statut de la demande', 'Siège'],
      ['Association Un', 'FALSE', 'soldée', 'Oui'],
      ['Association Deux', 'TRUE', 'clôturée', 'Non'],
      ['Association Trois', 'FALSE', 'soldée', 'Oui'],
    ]);
    expect(view.columns.map(({ target }) => target)).toEqual(['name', null, null, null]);
  });

  it('keep a field whose own name they are, whatever its cells say', async () => {
    const view = await open([
      ['Nom', 'Type'],
      ['Association Un', 'Jardin partagé'],
      ['Association Deux', 'Espace de vie'],
    ]);
    expect(view.columns.map(({ target }) => target)).toEqual(['name', 'type']);
    expect(view.strangers).toHaveLength(2);
  });
});

describe('The rows of a real list', () => {
  it('of hashtags are set aside', async () => {
    const view = await open([
      ['Organisation name', 'Country name', 'Admin level 1'],
      ['#org', '#country', '#adm1'],
      ['Association Un', 'Tunisia', 'Sfax'],
    ]);
    expect(view.aside).toEqual([{ row: 2, why: 'repeated_headings', text: '#org · #country · #adm1' }]);
    expect(view.counts).toMatchObject({ new: 1, refused: 0 });
  });

  it('of an organisation named Ensemble is no total', async () => {
    const view = await open([
      ['Nom', 'Ville', 'Adresse', 'Nombre de membres'],
      ['Ensemble', 'Sfax', 'Rue du Port', 12],
      ['TOTAL', null, null, 12],
    ]);
    expect(view.counts.new).toBe(1);
    expect(view.aside.map(({ row, why }) => [row, why])).toEqual([[3, 'total']]);
  });

  it('that repeat an earlier one wait for no choice; those that say more do', async () => {
    const view = await open([
      ['Nom', 'Région', 'Téléphone'],
      ['Association Répétée', 'Sfax', '74 402 119'],
      ['Association Répétée', 'Sfax', '74402119'],
      ['Association Répétée', 'Tunis', null],
    ]);
    const rows = await rowsOf(laptop, view.import);
    expect(rows.map(({ outcome, twin }) => [outcome, twin])).toEqual([
      ['new', null],
      ['identical', 2],
      ['ambiguous', 2],
    ]);
    expect(view).toMatchObject({ waiting: 1, ready: 1 });
  });

  it('with several names in one cell ask for a look', async () => {
    const view = await open([
      ['Organisation', 'Ville'],
      ['Association Un\nAssociation Deux\nAssociation Trois', 'Sfax'],
      ['Association Quatre; Association Cinq', 'Sfax'],
      ['Association pour la culture\nà Gafsa', 'Gafsa'],
    ]);
    const rows = await rowsOf(laptop, view.import);
    expect(rows.map(({ cells }) => [cells[0]?.how, cells[0]?.why?.code ?? null])).toEqual([
      ['doubtful', 'several_names'],
      ['doubtful', 'several_names'],
      ['corrected', null],
    ]);
  });

  it('of another country of the programme are read as there, however the country is written', async () => {
    const view = await open([
      ['Nom', 'Pays', 'Région', 'Téléphone'],
      ['Association Atlas', 'المغرب/Maroc', 'الرّباط', '0663292578'],
    ]);
    const [row] = await rowsOf(laptop, view.import);
    expect(row?.cells.map(({ value }) => value)).toEqual([
      'Association Atlas',
      'MA',
      'MA-04',
      '+212663292578',
    ]);
  });
});

describe('A value of a real list', () => {
  it.each<[string, string | number, string | null, FieldValue]>([
    ['phone', '+ 23 675 638', 'TN', '+21623675638'],
    ['phone', '+0661664803', 'MA', '+212661664803'],
    ['email', 'contact[at]exemple.test', 'TN', 'contact@exemple.test'],
    ['email', 'contact@@exemple.test', 'TN', 'contact@exemple.test'],
    ['email', 'contact@exemple-et.test', 'TN', 'contact@exemple-et.test'],
    ['latitude', '9.611940, ', 'GN', '9.61194'],
    ['region', 'تونس العاصمة', 'TN', 'TN-11'],
    ['region', 'Medenine Djerba', 'TN', 'TN-82'],
    ['region', 'Casablanca', 'MA', 'MA-06'],
    ['region', 'Haut-Sassandra', 'CI', 'CI-SM'],
    ['region', 'Douala', 'CM', 'CM-LT'],
    ['country', 'République du Mali', null, 'ML'],
    ['country', 'RCI', null, 'CI'],
    ['type', 'Association de jeunes', 'TN', 'association'],
    ['type', 'جمعية ثقافية', 'TN', 'association'],
    ['type', 'ONGI', 'ML', 'ngo'],
    ['staffBand', 30, 'GN', '20_99'],
    ['membersBand', '45', 'SN', '11_50'],
    ['publics', 'النساء والشباب', 'TN', ['women', 'youth']],
    ['publics', 'femmes, jeunes et réfugiés', 'SN', ['women', 'youth', 'refugees_asylum_seekers']],
    ['themes', 'Child Protection; Gender-Based Violence', 'ML', ['children', 'gender']],
    ['themes', 'éducation/protection', 'ML', ['education_health', 'rights_protection']],
  ])('%s: %s is read', (field, typed, country, value) => {
    expect(read(field, typed, country)).toEqual(value);
  });

  it.each<[string, string | number, string]>([
    ['region', 'Tunis ou Siliana', 'TN'],
    ['region', 'Nord de Douala III', 'SN'],
    ['membersBand', '0', 'SN'],
    ['budgetBracket', '30', 'SN'],
  ])('%s: %s is not guessed', (field, typed, country) => {
    expect(read(field, typed, country)).toBe('unread');
  });
});

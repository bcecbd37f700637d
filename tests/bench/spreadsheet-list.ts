import { utils, write } from 'xlsx';

/** A messy list of organisations as a workbook, for measuring: the same bytes for the same number. */
export function messyList(rows: number): Buffer {
  const regions = [
    'Tunis',
    'Sfax',
    'Gouvernorat de Gabès',
    'Medenine',
    'L’Ariana',
    'béja',
    'Kasserine',
    'Le Kef',
  ];
  const statuses = ['déclarée', 'Agréée', 'au fait', 'Reconnue d’utilité publique', 'RAS'];
  const themes = [
    'Plaidoyer, genre',
    'Enfants et éducation',
    'Accueil ; humanitaire',
    'droits - retour',
    'Néant',
  ];
  const days = [
    '14/03/2015',
    '1er Août 1997',
    '2011-05-02 00:00:00',
    '07-Avr 2015',
    '24/07/91 suivant récépissé N°12',
  ];
  const body = Array.from({ length: rows }, (_, index) => [
    index + 1,
    `Association  ${names[index % names.length]} de ${regions[index % 8]} n° ${index}`,
    index % 3 === 0 ? null : `A${index.toString(36).toUpperCase()}`,
    'association',
    days[index % days.length],
    statuses[index % statuses.length],
    `0${index}/2015`,
    days[(index + 2) % days.length],
    index % 7 === 0
      ? `(+216) 7${1 + (index % 8)} ${100 + (index % 900)} ${100 + (index % 899)}`
      : `7${1 + (index % 8)}${String(100_000 + index).slice(-6)}`,
    index % 5 === 0 ? `contact${index}@asso,tn ; autre@asso.tn` : `contact${index}@asso.tn`,
    `www.asso${index}.org.tn`,
    `${index} rue de la Liberté\nBP ${index}`,
    regions[index % 8],
    'Médina',
    themes[index % themes.length],
    index % 4 === 0 ? 'env. 50' : 10 + (index % 90),
    'voir le dossier de la visite',
  ]);
  const sheet = utils.aoa_to_sheet([['LISTE DES ASSOCIATIONS'], [], headings, ...body]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Liste');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer;
}

const names = [
  'Les Deux Rives',
  'Femmes artisanes',
  'Nour',
  'Voix des saisonniers',
  'Passerelles citoyennes',
  'Mains tendues',
  'Racines et retours',
];
const headings = [
  'N°',
  'Nom de l’association',
  'Sigle',
  'Type',
  'Date de création',
  'Statut juridique',
  'Récépissé',
  'Date de récépissé',
  'Tél.',
  'E-mail',
  'Site web',
  'Adresse',
  'Gouvernorat',
  'Délégation',
  'Domaines',
  'Bénévoles',
  'Observations',
];

import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PaperBlock, PaperDocument } from '../../../main/core/contract/documents/paper';
import type { Language } from '../../../main/core/contract/values';
import { docxOf } from '../../../main/core/documents/docx/document';
import { openArchive } from '../../../main/core/spreadsheets/reading/archive';

/** The smallest PNG: one grey point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

const blocks: readonly PaperBlock[] = [
  { block: 'heading', level: 1, text: 'Ce qui a été fait' },
  { block: 'paragraph', text: 'Deux lignes,\nde texte.', tone: 'plain' },
  { block: 'paragraph', text: 'En petit', tone: 'quiet' },
  { block: 'list', items: ['Sfax', 'Gabès'] },
  { block: 'facts', facts: [{ label: 'Méthode', value: 'Entretien' }] },
  { block: 'heading', level: 2, text: 'Par région' },
  {
    block: 'table',
    caption: 'Organisations par région',
    columns: [
      { label: 'Région', align: 'start', share: 3 },
      { label: 'Nombre', align: 'end', share: 1 },
    ],
    rows: [
      ['Sfax', '12'],
      ['Gabès', '7'],
    ],
    totals: ['Total', '19'],
  },
  {
    block: 'bars',
    caption: 'Besoins',
    items: [
      { label: 'Plaidoyer', value: 12, note: 'sur 19' },
      { label: 'Gestion financière', value: 3, note: '' },
      { label: 'Cadre législatif', value: null, note: '' },
    ],
  },
  { block: 'figure', id: 'map', caption: 'Carte', alt: 'Organisations par région' },
  {
    block: 'entry',
    title: 'Association Les Deux Rives',
    aside: 'ALDR',
    facts: [{ label: 'Téléphone', value: '+216 71 845 220' }],
    text: 'Accueil et orientation.',
  },
  { block: 'blank', number: '1.1', label: 'Nom officiel', hint: '', answer: { kind: 'lines', count: 2 } },
  {
    block: 'blank',
    number: '1.2',
    label: 'Statut',
    hint: 'un seul choix',
    answer: {
      kind: 'choices',
      several: false,
      options: [
        { mark: 'a', label: 'déclarée' },
        { mark: 'b', label: 'agréée' },
      ],
    },
  },
  { block: 'pageBreak' },
  { block: 'paragraph', text: 'Fin', tone: 'strong' },
];

function paper(language: Language, content: readonly PaperBlock[] = blocks): PaperDocument {
  return {
    title: language === 'ar' ? 'تقرير إرجاع المعطيات' : 'Rapport de restitution',
    subtitle: 'Comité Tunisie, 26/11/2026',
    language,
    orientation: 'portrait',
    foot: 'Usage interne.',
    fileName: 'rapport',
    notices: [],
    blocks: [...content],
  };
}

async function written(document: PaperDocument) {
  const bytes = await docxOf(document, new Map([['map', { png, ratio: 0.5 }]]));
  const out = process.env.CONCERTATION_KEEP;
  if (out !== undefined) writeFileSync(`${out}/${document.language}.docx`, bytes);
  const archive = openArchive(Buffer.from(bytes));
  return { names: archive.names, body: archive.part('word/document.xml').toString('utf8') };
}

describe('a document written as DOCX', () => {
  it('holds every block in its order', async () => {
    const { body, names } = await written(paper('fr'));
    const words = [
      'Rapport de restitution',
      'Ce qui a été fait',
      'Deux lignes,',
      'de texte.',
      'En petit',
      'Gabès',
      'Méthode',
      'Organisations par région',
      'Total',
      'Plaidoyer',
      'non renseigné',
      'Association Les Deux Rives',
      '1.2',
      '○ a déclarée     ○ b agréée',
      'Fin',
    ];
    const places = words.map((word) => body.indexOf(`>${word}`));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(1);
  });

  it('repeats the heads of its tables and keeps their rows whole over pages', async () => {
    const { body } = await written(paper('fr'));
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toContain('<w:cantSplit/>');
  });

  it('runs from right to left in Arabic: paragraphs, runs and tables', async () => {
    const { body } = await written(paper('ar'));
    const tables = body.match(/<w:tbl>/g) ?? [];
    expect(body.match(/<w:bidiVisual\/>/g)).toHaveLength(tables.length);
    expect(body).toContain('<w:rtl/>');
    expect(body).toContain('غير مذكور');
  });

  it('says in words what a figure shows when its picture is missing', async () => {
    const bytes = await docxOf(paper('fr'), new Map());
    const archive = openArchive(Buffer.from(bytes));
    expect(archive.part('word/document.xml').toString('utf8')).toContain('>Organisations par région<');
    expect(archive.names.filter((name) => name.endsWith('.png'))).toEqual([]);
  });

  it('lays labels on their sheet without head or foot', async () => {
    const { body, names } = await written(
      paper('fr', [
        {
          block: 'labels',
          columns: 3,
          size: { width: 70, height: 42.3 },
          margin: { top: 0, side: 0 },
          cells: [[], ['Association Les Deux Rives', '3 rue de Rome', '1000 Tunis']],
        },
      ]),
    );
    expect(body).not.toContain('Rapport de restitution');
    expect(body.match(/<w:tc>/g)).toHaveLength(3);
    expect(body).toContain('w:hRule="exact"');
    expect(names.some((name) => /footer/.test(name))).toBe(false);
  });
});

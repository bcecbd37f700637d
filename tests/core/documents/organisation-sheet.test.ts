import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { everythingInDocx, partOfDocx } from '../../support/documents/docx';
import { committeeLaptop, type Laptop } from '../../support/laptop';

const laptops: Laptop[] = [];
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.throwAway();
});

async function committee() {
  const laptop = await committeeLaptop('TN');
  laptops.push(laptop);
  const { id } = await laptop.call('records.create', {
    entity: 'organisations',
    values: {
      name: 'Association Les Deux Rives',
      nameArabic: 'جمعية الضفتين',
      acronym: 'ALDR',
      country: 'TN',
      region: 'TN-11',
      status: 'member',
      themes: ['gender'],
      notes: 'Ne pas appeler au bureau',
      verifiedOn: '2026-06-30',
    },
  });
  return { laptop, id };
}

describe('the sheet of an organisation as a document', () => {
  it('says what the sheet says, in the language asked, without what is confidential', async () => {
    const { laptop, id } = await committee();
    const french = await laptop.call('documents.compose', {
      kind: 'organisationSheet',
      organisation: id,
      language: 'fr',
    });
    const arabic = await laptop.call('documents.compose', {
      kind: 'organisationSheet',
      organisation: id,
      language: 'ar',
    });
    expect(french.title).toBe('Association Les Deux Rives');
    const facts = french.blocks.flatMap((block) => (block.block === 'facts' ? block.facts : []));
    expect(facts).toContainEqual({ label: 'Nom en arabe', value: 'جمعية الضفتين' });
    expect(facts.map((fact) => fact.value)).toContain('30/06/2026');
    expect(JSON.stringify(french)).not.toContain('Ne pas appeler');
    expect(JSON.stringify(arabic.blocks)).toContain('الاسم');
  });

  it('names who works there today, and the level of a need that is in force', async () => {
    const { laptop, id } = await committee();
    for (const [fullName, until] of [
      ['Ancienne directrice', '2026-09-19'],
      ['Ines Gharbi', '2026-09-20'],
    ] as const) {
      const person = await laptop.create('persons', { fullName });
      await laptop.create('affiliations', { person: person.id, organisation: id, until });
    }
    await laptop.create('needs', {
      organisation: id,
      domain: 'advocacy',
      level: 3,
      reassessedLevel: 0,
      reassessedOn: '2026-09-01',
    });
    const paper = await laptop.call('documents.compose', {
      kind: 'organisationSheet',
      organisation: id,
      language: 'fr',
    });
    const rows = paper.blocks.flatMap((block) => (block.block === 'table' ? block.rows : []));
    expect(rows.map(([first]) => first)).toEqual(['Plaidoyer', 'Ines Gharbi']);
    expect(rows[0]?.[1]).toBe('Aucun besoin');
  });

  it('is written as a DOCX that holds the same words, from right to left in Arabic', async () => {
    const { laptop, id } = await committee();
    for (const language of ['fr', 'ar'] as const) {
      const path = laptop.path(`fiche-${language}.docx`);
      const saved = await laptop.call('documents.saveDocx', {
        request: { kind: 'organisationSheet', organisation: id, language },
        figures: [],
        file: laptop.choose(path),
      });
      expect(saved.fileName).toBe(`fiche-${language}.docx`);
      const words = partOfDocx(path);
      expect(words).toContain('Association Les Deux Rives');
      expect(words).toContain('جمعية الضفتين');
      expect(everythingInDocx(path)).not.toContain('Ne pas appeler');
      expect(words.includes('<w:bidi/>')).toBe(language === 'ar');
    }
  });

  it('refuses an organisation that is not there, and writes nothing', async () => {
    const { laptop } = await committee();
    const path = laptop.path('absente.docx');
    await expect(
      laptop.call('documents.saveDocx', {
        request: {
          kind: 'organisationSheet',
          organisation: '01900000-0000-7000-8000-000000000000',
          language: 'fr',
        },
        figures: [],
        file: laptop.choose(path),
      }),
    ).rejects.toMatchObject({ code: 'record_missing' });
    expect(() => readFileSync(path)).toThrow();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { PaperBlock, PaperDocument } from '../../../main/core/contract/documents/paper';
import { interviewSections } from '../../../main/core/contract/members/interview';
import { codesInOrder } from '../../../main/core/programme/pack';
import { everythingInDocx, partOfDocx, withPlainSpaces } from '../../support/documents/docx';
import { committeeLaptop, type Laptop } from '../../support/laptop';

const laptops: Laptop[] = [];
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.throwAway();
});

async function committee(): Promise<Laptop> {
  const laptop = await committeeLaptop('TN');
  laptops.push(laptop);
  return laptop;
}

/** A surveyed organisation with a need, a contact person, and one who must not be found on paper. */
async function surveyed(laptop: Laptop): Promise<string> {
  const { id } = await laptop.create('organisations', {
    name: 'Association Les Deux Rives',
    acronym: 'ALDR',
    country: 'TN',
    region: 'TN-11',
    status: 'member',
    themes: ['gender'],
    phone: '+216 71 845 220',
    surveyor: 'Ancien enquêteur',
    notes: 'Ne pas appeler au bureau',
    labels: ['À ménager'],
    publicationConsent: true,
  });
  await laptop.create('needs', { organisation: id, domain: 'advocacy', level: 2 });
  for (const [fullName, confidential] of [
    ['Personne menacée', true],
    ['Ines Gharbi', false],
  ] as const) {
    const person = await laptop.create('persons', { fullName, confidential });
    await laptop.create('affiliations', {
      person: person.id,
      organisation: id,
      role: 'Directrice',
      isMainContact: confidential,
    });
  }
  return id;
}

type Blank = Extract<PaperBlock, { block: 'blank' }>;

function blanksOf(document: PaperDocument): readonly Blank[] {
  return document.blocks.filter((block): block is Blank => block.block === 'blank');
}

function numbersOf(document: PaperDocument): readonly string[] {
  return document.blocks.flatMap((block) => {
    if (block.block === 'blank') return block.number === '' ? [] : [block.number];
    return block.block === 'table' ? block.rows.map(([number = '']) => number) : [];
  });
}

describe('the sheet of an interview on paper', () => {
  it.each(['fr', 'en', 'ar'] as const)(
    'asks every question once, in the order of the numbers, in %s',
    async (language) => {
      const laptop = await committee();
      const paper = await laptop.call('documents.compose', {
        kind: 'interview',
        organisation: null,
        language,
      });
      const asked = interviewSections(codesInOrder('capacityDomains', null)).flatMap(
        ({ questions }) => questions,
      );
      expect(numbersOf(paper)).toEqual(asked.map(({ number }) => number));
      expect(JSON.stringify(paper)).not.toContain('ticked');
    },
  );

  it('prints a letter before every answer: those of the alphabet, in Arabic those of the abjad', async () => {
    const laptop = await committee();
    const marksIn = async (language: 'fr' | 'ar') => {
      const paper = await laptop.call('documents.compose', {
        kind: 'interview',
        organisation: null,
        language,
      });
      const region = blanksOf(paper).find(
        ({ answer }) => answer.kind === 'choices' && answer.options.length === 24,
      );
      return region?.answer.kind === 'choices' ? region.answer.options.map(({ mark }) => mark).join('') : '';
    };
    expect(await marksIn('fr')).toBe('abcdefghijklmnopqrstuvwx');
    expect(await marksIn('ar')).toBe('ابجدهوزحطيكلمنسعفصقرشتثخ');
  });

  it('has what is known of an organisation on it, and nothing that paper must not carry', async () => {
    const laptop = await committee();
    const organisation = await surveyed(laptop);
    const paper = await laptop.call('documents.compose', { kind: 'interview', organisation, language: 'fr' });
    expect(paper.title).toBe('Fiche d’entretien de ALDR');
    const written = withPlainSpaces(JSON.stringify(paper));
    for (const known of ['Association Les Deux Rives', '+216 71 845 220', 'Ines Gharbi', 'Directrice']) {
      expect(written).toContain(known);
    }
    for (const hidden of ['Ne pas appeler', 'À ménager', 'Personne menacée', 'Ancien enquêteur']) {
      expect(written).not.toContain(hidden);
    }
    const ticked = blanksOf(paper).flatMap(({ answer }) =>
      answer.kind === 'choices' ? answer.options.filter(({ state }) => state === 'ticked') : [],
    );
    expect(ticked.map(({ label }) => label)).toEqual(['Tunis', 'Genre', 'oui']);
    const needs = paper.blocks.flatMap((block) => (block.block === 'table' ? block.rows : []));
    expect(needs.find(([, domain]) => domain === 'Plaidoyer')?.slice(2)).toEqual(['☐', '☐', '☒', '☐']);
    expect(needs.filter((row) => row.includes('☒'))).toHaveLength(1);
  });

  it('has on it who works there today, and the levels that are in force', async () => {
    const laptop = await committee();
    const organisation = await surveyed(laptop);
    const gone = await laptop.create('persons', { fullName: 'Ancienne directrice' });
    await laptop.create('affiliations', {
      person: gone.id,
      organisation,
      isMainContact: true,
      until: '2026-09-19',
    });
    const { needs } = await laptop.call('members.sheet', { id: organisation });
    await laptop.call('records.update', {
      entity: 'needs',
      id: needs[0]?.id ?? '',
      revision: needs[0]?.revision ?? 0,
      values: { reassessedLevel: 1 },
    });
    const paper = await laptop.call('documents.compose', { kind: 'interview', organisation, language: 'fr' });
    const written = JSON.stringify(paper);
    expect(written).toContain('Ines Gharbi');
    expect(written).not.toContain('Ancienne directrice');
    const rows = paper.blocks.flatMap((block) => (block.block === 'table' ? block.rows : []));
    expect(rows.find(([, domain]) => domain === 'Plaidoyer')?.slice(2)).toEqual(['☐', '☒', '☐', '☐']);
  });

  it.each(['fr', 'ar'] as const)(
    'is written as DOCX with boxes, lines and numbers, in %s',
    async (language) => {
      const laptop = await committee();
      const organisation = await surveyed(laptop);
      const path = laptop.path(`entretien-${language}.docx`);
      await laptop.call('documents.saveDocx', {
        request: { kind: 'interview', organisation, language },
        figures: [],
        file: laptop.choose(path),
      });
      const words = partOfDocx(path);
      expect(words).toContain('Association Les Deux Rives');
      expect(words).toContain('w:leader="dot"');
      expect(words).toContain('☐');
      expect(words).toContain(language === 'ar' ? '● ا  تونس' : '● a  Tunis');
      expect(words.includes('<w:bidi/>')).toBe(language === 'ar');
      expect(everythingInDocx(path)).not.toContain('Personne menacée');
    },
  );
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRequest } from '../../../main/core/contract/documents/operations';
import type { ListRequest } from '../../../main/core/contract/members/operations';
import type { ListScope } from '../../../main/core/contract/records/lists';
import { openArchive } from '../../../main/core/spreadsheets/reading/archive';
import { everythingInDocx } from '../../support/documents/docx';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/**
 * What leaves the register obeys what was agreed: every way out, on the bytes of its file. The clock says
 * 20 September 2026.
 */

let laptop: Laptop;
const organisations: Record<string, string> = {};
const people: Record<string, string> = {};

const all: Omit<ListRequest, 'offset' | 'limit'> = {
  search: '',
  filters: [],
  sort: { field: 'name', direction: 'ascending' },
  trashed: 'without',
};

/** Names and addresses that must be recognised in bytes: written without accents, so that no encoding changes them. */
const persons = {
  agreeing: { name: 'Amel Accordee', phone: '+21698000001' },
  silent: { name: 'Brahim Silencieux', phone: '+21698000002' },
  expired: { name: 'Chadia Expiree', phone: '+21698000003' },
  withdrawn: { name: 'Driss Retire', phone: '+21698000004' },
  confidential: { name: 'Emna Cachee', phone: '+21698000005' },
} as const;

beforeAll(async () => {
  laptop = await committeeLaptop('TN');
  const consents = {
    agreeing: { givenOn: '2026-01-10' },
    silent: null,
    expired: { givenOn: '2025-01-10', expiresOn: '2026-09-19' },
    withdrawn: { givenOn: '2025-01-10', withdrawnOn: '2026-09-20' },
    confidential: { givenOn: '2026-01-10' },
  } as const;
  for (const [answer, agreed] of [
    ['agreed', true],
    ['refused', false],
    ['unasked', null],
  ] as const) {
    const { id } = await laptop.create('organisations', {
      name: `Organisation ${answer}`,
      acronym: answer.toUpperCase(),
      country: 'TN',
      status: 'member',
      region: 'TN-11',
      themes: ['gender', 'children'],
      publicationConsent: agreed,
      address: `Rue ${answer}`,
      locality: 'Sfax',
      email: `${answer}@exemple.tn`,
      notes: `Secret de ${answer}`,
    });
    organisations[answer] = id;
  }
  for (const [key, { name, phone }] of Object.entries(persons)) {
    const { id } = await laptop.create('persons', {
      fullName: name,
      phone,
      email: `${key}@personnes.tn`,
      confidential: key === 'confidential' ? true : null,
      notes: `Secret de ${name}`,
    });
    people[key] = id;
    for (const organisation of Object.values(organisations)) {
      await laptop.create('affiliations', {
        person: id,
        organisation,
        role: `Fonction ${key}`,
        isMainContact: key === 'confidential' ? true : null,
      });
    }
    const given = consents[key as keyof typeof consents];
    if (given === null) continue;
    for (const purpose of ['directory', 'region', 'donor', 'photo']) {
      await laptop.create('consents', { person: id, purpose, manner: 'written', proof: null, ...given });
    }
  }
});

afterAll(() => laptop.throwAway());

/** The document as the page gets it and as Word gets it, as text. */
async function leaving(request: DocumentRequest): Promise<string> {
  const path = laptop.path(`${request.kind}-${Math.abs(hash(JSON.stringify(request)))}.docx`);
  await laptop.call('documents.saveDocx', { request, figures: [], file: laptop.choose(path) });
  const { notices: _said, ...page } = await laptop.call('documents.compose', request);
  return `${everythingInDocx(path)}\n${JSON.stringify(page)}`;
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
}

const withoutSpaces = (text: string) => text.replace(/[\s\u00A0\u200E]/g, '');

function expectNothingOf(text: string, ...keys: (keyof typeof persons)[]) {
  for (const key of keys) {
    expect(text).not.toContain(persons[key].name);
    expect(withoutSpaces(text)).not.toContain(persons[key].phone);
    expect(text).not.toContain(`${key}@personnes.tn`);
    expect(text).not.toContain(`Fonction ${key}`);
  }
}

describe.each(['fr', 'en', 'ar'] as const)('the directory in %s', (language) => {
  it.each(['region', 'theme', 'type', 'letter'] as const)(
    'by %s holds who agreed, and nobody else',
    async (groupBy) => {
      const text = await leaving({
        kind: 'directory',
        scope: { kind: 'question', question: all, except: [] },
        groupBy,
        language,
      });
      expect(text).toContain('Organisation agreed');
      expect(text).toContain('agreed@exemple.tn');
      expect(text).toContain(persons.agreeing.name);
      // What a person agreed to is name and function; their own phone and address stay.
      expect(withoutSpaces(text)).not.toContain(persons.agreeing.phone);
      expect(text).not.toContain('agreeing@personnes.tn');
      expect(text).not.toContain('Organisation refused');
      expect(text).not.toContain('REFUSED');
      expect(text).not.toContain('Organisation unasked');
      expectNothingOf(text, 'silent', 'expired', 'withdrawn', 'confidential');
      expect(text).not.toContain('Secret de');
    },
  );
});

describe('the directory', () => {
  const request: DocumentRequest = {
    kind: 'directory',
    scope: { kind: 'question', question: all, except: [] },
    groupBy: 'theme',
    language: 'fr',
  };

  it('says before it leaves how many are left out and why', async () => {
    const { notices } = await laptop.call('documents.compose', request);
    expect(notices).toEqual([
      '1 organisation a refusé d’être publiée\u202F: elle n’y figure pas.',
      '1 organisation n’a pas encore répondu sur sa publication\u202F: elle n’y figure pas.',
      '4 contacts ne sont pas nommés, faute d’accord en cours pour l’annuaire.',
    ]);
  });

  it('prints an organisation of several themes once, and leads to it from the others', async () => {
    const { blocks } = await laptop.call('documents.compose', request);
    expect(blocks.filter((block) => block.block === 'entry')).toHaveLength(1);
    expect(JSON.stringify(blocks)).toContain('Voir aussi\u202F: AGREED (1)');
  });

  it('finds every entry by acronym and by theme', async () => {
    const { blocks } = await laptop.call('documents.compose', request);
    const rows = blocks.flatMap((block) => (block.block === 'table' ? block.rows : []));
    expect(rows).toContainEqual(['AGREED', 'Organisation agreed', '1']);
    expect(rows).toContainEqual(['Enfants', '1']);
  });

  it('is made of those checked, without what went to the trash since', async () => {
    const { id } = await laptop.create('organisations', {
      name: 'Passagere',
      country: 'TN',
      status: 'identified',
      publicationConsent: true,
    });
    const scope: ListScope = { kind: 'ids', ids: [id] };
    const before = await laptop.call('documents.compose', { ...request, scope });
    expect(before.blocks.filter((block) => block.block === 'entry')).toHaveLength(1);
    await laptop.call('records.trash', { entity: 'organisations', ids: [id] });
    const after = await laptop.call('documents.compose', { ...request, scope });
    expect(JSON.stringify(after)).not.toContain('Passagere');
  });
});

describe('what the committee makes for itself', () => {
  const scope = { kind: 'question' as const, question: all, except: [] };

  it.each([
    { kind: 'invitationList', scope, language: 'fr' },
    { kind: 'labels', scope, sheet: '70x42', content: 'address', first: 3, language: 'fr' },
    { kind: 'labels', scope, sheet: '99x38', content: 'name', first: 1, language: 'ar' },
  ] as const)('names nobody whose sheet is confidential: $kind', async (request) => {
    const text = await leaving(request);
    expect(text).toContain(persons.agreeing.name);
    expect(text).toContain('Organisation refused');
    expectNothingOf(text, 'confidential');
    expect(text).not.toContain('Secret de');
    const { notices } = await laptop.call('documents.compose', request);
    expect(notices).toContain(
      request.language === 'fr'
        ? '1 personne dont la fiche est confidentielle n’y figure pas.'
        : 'شخص واحد بطاقته سرّية لا يظهر هنا.',
    );
  });

  it('has no consent form for who is confidential', async () => {
    const request: DocumentRequest = {
      kind: 'consentForm',
      persons: [people.silent ?? '', people.confidential ?? ''],
      language: 'fr',
    };
    const text = await leaving(request);
    expect(text).toContain(persons.silent.name);
    expectNothingOf(text, 'confidential');
    expect(withoutSpaces(text)).not.toContain(persons.silent.phone);
  });

  it('copies names and addresses, without who is confidential', async () => {
    const copied = await laptop.call('documents.invitation', { scope, language: 'fr' });
    expect(copied.confidential).toBe(1);
    expect(copied.addresses).toEqual(['agreeing@personnes.tn']);
    expectNothingOf(JSON.stringify(copied), 'confidential');
  });
});

describe('a spreadsheet', () => {
  const columns = ['name', 'email', 'address', 'publicationConsent', 'notes'].map((field) => ({
    field,
    heading: field,
  }));

  it.each([
    ['xlsx', 'list'],
    ['csv', 'list'],
    ['xlsx', 'cartography'],
    ['csv', 'cartography'],
  ] as const)(
    'as %s, layout %s, holds no person, no secret, and for the public no address of who did not agree',
    async (format, kind) => {
      for (const audience of ['committee', 'public'] as const) {
        const path = laptop.path(`${kind}-${audience}.${format}`);
        await laptop.call('spreadsheets.export', {
          file: laptop.choose(path),
          question: { ...all, filters: [] },
          layout: kind === 'list' ? { kind, columns } : { kind },
          format,
          text: null,
          audience,
        });
        const text = format === 'xlsx' ? everythingInXlsx(path) : readFileSync(path, 'utf8');
        expect(text).toContain('Organisation agreed');
        expect(text).toContain('agreed@exemple.tn');
        expectNothingOf(text, 'agreeing', 'silent', 'expired', 'withdrawn', 'confidential');
        expect(text).not.toContain('Secret de');
        for (const answer of ['refused', 'unasked']) {
          expect(text.includes(`${answer}@exemple.tn`)).toBe(audience === 'committee');
          expect(text.includes(`Rue ${answer}`)).toBe(audience === 'committee');
        }
      }
    },
  );
});

function everythingInXlsx(path: string): string {
  const archive = openArchive(readFileSync(path));
  return archive.names.map((name) => archive.part(name).toString('utf8')).join('\n');
}

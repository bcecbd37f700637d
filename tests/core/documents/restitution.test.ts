import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { PaperDocument } from '../../../main/core/contract/documents/paper';
import { everythingInDocx, partOfDocx, withPlainSpaces } from '../../support/documents/docx';
import { committeeLaptop, type Laptop } from '../../support/laptop';

const laptops: Laptop[] = [];
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.throwAway();
});

/** What may not leave in a report for the public, whoever it is about. */
const secrets = [
  'Amira Ben Salah',
  'Héla Mansour',
  'Nizar Ferchichi',
  'amira@example.org',
  '+216 20 111 222',
  '+216 71 000 001',
  'discret@example.org',
  'Ne pas appeler au bureau',
  'Le trésorier est parti',
  'JORT 2012-77',
  'Remarque sur le besoin',
  'Notes de la campagne',
  'Rue du Silence',
];

/** A committee with one organisation that agreed to be published and one that did not, and a person who said nothing. */
async function committee() {
  const laptop = await committeeLaptop('TN');
  laptops.push(laptop);
  const campaign = (
    await laptop.create('surveyCampaigns', {
      title: 'Cartographie 2026',
      startsOn: '2026-06-01',
      endsOn: '2026-08-31',
      methods: ['interview'],
      surveyors: 'Héla Mansour, Nizar Ferchichi',
      notes: 'Notes de la campagne',
      introduction: 'Le comité a rencontré les associations.\n\nMerci à toutes.',
    })
  ).id;
  const open = (
    await laptop.create('organisations', {
      name: 'Association Les Deux Rives',
      acronym: 'ALDR',
      type: 'association',
      country: 'TN',
      region: 'TN-11',
      status: 'surveyed',
      themes: ['gender'],
      phone: '+216 71 999 999',
      publicationConsent: true,
      surveyDate: '2026-06-03',
      surveyor: 'Héla Mansour',
      notes: 'Ne pas appeler au bureau',
    })
  ).id;
  await laptop.create('organisations', {
    name: 'Collectif Discret',
    country: 'TN',
    region: 'TN-61',
    status: 'contacted',
    phone: '+216 71 000 001',
    email: 'discret@example.org',
    address: 'Rue du Silence',
    registrationNumber: 'JORT 2012-77',
    challenges: 'Le trésorier est parti',
    surveyor: 'Nizar Ferchichi',
  });
  const person = (
    await laptop.create('persons', {
      fullName: 'Amira Ben Salah',
      email: 'amira@example.org',
      phone: '+216 20 111 222',
    })
  ).id;
  await laptop.create('affiliations', { person, organisation: open, role: 'présidente' });
  await laptop.create('needs', {
    organisation: open,
    domain: 'project_design',
    level: 3,
    notes: 'Remarque sur le besoin',
  });
  await laptop.call('cartography.saveTarget', { campaign, region: 'TN-11', target: 4 });
  return { laptop, campaign };
}

const compose = (laptop: Laptop, campaign: string | null, language: 'fr' | 'en' | 'ar' = 'fr') =>
  laptop.call('documents.compose', { kind: 'restitution', campaign, language });
const factsOf = (document: PaperDocument) =>
  document.blocks.flatMap((block) => (block.block === 'facts' ? block.facts : []));
const barsOf = (document: PaperDocument, caption: RegExp) =>
  document.blocks.flatMap((block) =>
    block.block === 'bars' && caption.test(block.caption) ? block.items : [],
  );

describe('the restitution report', () => {
  it('tells what was done, where the organisations are, what they need and which themes come forward', async () => {
    const { laptop, campaign } = await committee();
    const document = await compose(laptop, campaign);
    expect(document.title).toContain('Tunisie');
    expect(factsOf(document)).toEqual(
      expect.arrayContaining([
        { label: 'Organisations recensées', value: '2' },
        { label: 'Période', value: 'du 01/06/2026 au 31/08/2026' },
        { label: 'Organisations enquêtées', value: '1, objectif 4' },
        { label: 'Thématiques candidates', value: 'Genre' },
      ]),
    );
    const text = JSON.stringify(document.blocks);
    expect(text).toContain('Merci à toutes.');
    expect(text).toContain('personne pour former dans le pays');
    expect(document.blocks.filter((block) => block.block === 'figure')).toHaveLength(1);
    expect(document.notices[0]).toContain('1 sur 2');
  });

  it('counts apart what is not noted, and never as zero', async () => {
    const { laptop, campaign } = await committee();
    const document = await compose(laptop, campaign);
    expect(barsOf(document, /type/)).toEqual([
      { label: 'Association', value: 1, note: '(50 %)' },
      { label: 'Non renseigné', value: 1, note: '(50 %)' },
    ]);
    const needs = document.blocks.find(
      (block) => block.block === 'table' && block.columns.some(({ label }) => label === 'Non demandé'),
    );
    expect(needs?.block === 'table' && needs.rows[1]).toEqual([
      'Montage de projet',
      '1',
      '0',
      '0',
      '0',
      '1',
      '0',
    ]);
  });

  it('holds no person, nothing confidential, and contacts only of who agreed, in all bytes of the DOCX', async () => {
    const { laptop, campaign } = await committee();
    for (const language of ['fr', 'en', 'ar'] as const) {
      const path = laptop.path(`restitution-${language}.docx`);
      await laptop.call('documents.saveDocx', {
        request: { kind: 'restitution', campaign, language },
        figures: [{ id: 'map', png: onePixel, ratio: 1 }],
        file: laptop.choose(path),
      });
      const everything = everythingInDocx(path);
      expect(everything).toContain('Association Les Deux Rives');
      expect(everything).toContain('Collectif Discret');
      expect(everything).toContain('+216 71 999 999');
      for (const secret of secrets) expect(everything).not.toContain(secret);
      expect(partOfDocx(path).includes('<w:bidi/>')).toBe(language === 'ar');
      expect(readFileSync(path).length).toBeLessThan(200_000);
    }
    const shown = withPlainSpaces(JSON.stringify(await compose(laptop, campaign)));
    for (const secret of secrets) expect(shown).not.toContain(secret);
  });

  it('is there for a register without campaign, and for one that is still empty', async () => {
    const laptop = await committeeLaptop('SN');
    laptops.push(laptop);
    const document = await compose(laptop, null);
    expect(JSON.stringify(document.blocks)).toContain('Aucune campagne d’enquête');
    expect(factsOf(document)[0]).toEqual({ label: 'Organisations recensées', value: '0' });
  });

  it('keeps its texts while they are typed; a stretch is taken back as one', async () => {
    const { laptop, campaign } = await committee();
    const keep = (text: string, typing: 'begins' | 'goes_on') =>
      laptop.call('cartography.saveText', { campaign, field: 'conclusions', text, typing });
    await keep('Le comité', 'begins');
    await keep('Le comité propose', 'goes_on');
    expect(JSON.stringify((await compose(laptop, campaign)).blocks)).toContain('Le comité propose');
    await laptop.call('changes.undo', {});
    expect(JSON.stringify((await compose(laptop, campaign)).blocks)).not.toContain('Le comité propose');
  });

  it('refuses a campaign in the trash', async () => {
    const { laptop, campaign } = await committee();
    await laptop.call('records.trash', { entity: 'surveyCampaigns', ids: [campaign] });
    await expect(compose(laptop, campaign)).rejects.toMatchObject({ code: 'record_missing' });
  });
});

/** A PNG of one white pixel. */
const onePixel = new Uint8Array(
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex'),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 255, 255]))),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]),
);

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)]);
}

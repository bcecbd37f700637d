import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentOwner } from '../../../main/core/contract/attachments/operations';
import { clearFile } from '../../../main/core/packages/format/open-package';
import { paper, phonePhoto } from '../../support/attachments/files';
import { card, heicPhoto, oldWord, richText } from '../../support/attachments/older-files';
import { keysOf } from '../../support/installation';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';

/** Attachments from a committee to the coordination: with the report, or announced by it and sent later. */

const MiB = 1024 * 1024;
const quarter = '2026-Q3';
let coordination: Laptop;
let committee: Laptop;
let organisation: AttachmentOwner;

beforeEach(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
  const { id } = await committee.create('organisations', {
    name: 'Association des transporteurs',
    country: 'SN',
    status: 'member',
  });
  organisation = { entity: 'organisations', id };
  await typeQuarter(committee, quarter);
});
afterEach(() => {
  coordination.throwAway();
  committee.throwAway();
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function add(fileName: string, bytes: Uint8Array, owner = organisation, kind: string | null = null) {
  return committee.call('attachments.add', {
    owner,
    consent: null,
    kind,
    fileName,
    bytes: Uint8Array.from(bytes),
  });
}

async function newPerson(...purposes: string[]): Promise<AttachmentOwner> {
  const { id } = await committee.create('persons', { fullName: 'Awa Ndiaye' });
  for (const purpose of purposes) {
    await committee.create('consents', { person: id, purpose, givenOn: '2026-05-01', manner: 'written' });
  }
  return { entity: 'persons', id };
}

/** Stages the quarter's report at the coordination; gives its id. */
async function report(): Promise<string> {
  const [opened] = await coordination.receive(await sendQuarter(committee, quarter));
  if (opened?.kind !== 'report') throw new Error(`The report gave ${JSON.stringify(opened)}`);
  return opened.submission;
}

async function accept(submission: string): Promise<void> {
  const decided = await coordination.call('submissions.decide', {
    id: submission,
    decision: 'accepted',
    general: '',
    remarks: [],
    deadline: null,
    confirmation: null,
    passphrase,
  });
  await committee.receive(await coordination.send(decided.outbox, decided.fileName));
}

const announced = (submission: string) => coordination.call('attachments.ofReport', { submission });

async function sendRemaining(): Promise<string[]> {
  const { packages } = await committee.call('attachments.sendRemaining', { passphrase });
  const files: string[] = [];
  for (const { outbox, fileName } of packages) files.push(await committee.send(outbox, fileName));
  return files;
}

/** The bytes that leave, as the coordination decrypts them. */
async function clearBytes(file: string): Promise<Buffer> {
  const { archive } = await clearFile(readFileSync(file), keysOf(coordination).identity);
  return Buffer.from(archive);
}

describe('a report', () => {
  it('carries what fits, lightest photos first, and announces the rest with hash and size', async () => {
    await add('gros.pdf', paper('gros', 4 * MiB));
    await add('moyen.pdf', paper('moyen', 2 * MiB), organisation, 'statutes');
    await add('photo.jpg', phonePhoto());
    const rows = await announced(await report());
    expect(rows.map(({ fileName, state }) => `${fileName} ${state}`).sort()).toEqual([
      'gros.pdf awaited',
      'moyen.pdf here',
      'photo.jpg here',
    ]);
    expect(rows.find(({ state }) => state === 'awaited')).toMatchObject({
      sha256: hashOf(paper('gros', 4 * MiB)),
      bytes: paper('gros', 4 * MiB).length,
      owner: { ...organisation, title: 'Association des transporteurs' },
    });
  });

  it('shows its attachments on the sheet of the organisation once it is accepted', async () => {
    await add('statuts.pdf', paper('statuts'), organisation, 'statutes');
    await accept(await report());
    const rows = await coordination.call('attachments.of', { owner: organisation });
    expect(rows).toMatchObject([
      { fileName: 'statuts.pdf', state: 'here', leaves: 'received', record: null },
    ]);
    const { bytes } = await coordination.call('attachments.content', { sha256: hashOf(paper('statuts')) });
    expect(Buffer.from(bytes)).toEqual(paper('statuts'));
  });

  it('does not carry again what an accepted one carried', async () => {
    await add('statuts.pdf', paper('statuts', 40_000));
    await accept(await report());
    await committee.call('quarter.startRectification', { quarter, reason: 'Une ligne oubliée' });
    await typeQuarter(committee, quarter, 3);
    const file = await sendQuarter(committee, quarter);
    expect((await clearBytes(file)).includes(paper('statuts', 40_000))).toBe(false);
    const [opened] = await coordination.receive(file);
    if (opened?.kind !== 'report') throw new Error('It is no report');
    expect(await announced(opened.submission)).toMatchObject([{ fileName: 'statuts.pdf', state: 'here' }]);
  });

  it('is the same package when it is signed again unchanged', async () => {
    await add('statuts.pdf', paper('statuts'));
    await sendQuarter(committee, quarter);
    await committee.call('quarter.startRectification', { quarter, reason: 'Pour voir' });
    const again = await committee.call('quarter.sign', { quarter, passphrase });
    expect(again.state).toBe('unchanged');
  });
});

describe('the bytes that leave', () => {
  it.each([
    { purposes: [], leaves: false },
    { purposes: ['region'], leaves: false },
    { purposes: ['photo'], leaves: false },
    { purposes: ['photo', 'region'], leaves: true },
  ])('hold the photo of a person who agreed to $purposes: $leaves', async ({ purposes, leaves }) => {
    const person = await newPerson(...purposes);
    const photo = phonePhoto({ seed: 'visage-awa-ndiaye' });
    await add('awa.jpg', photo, person);
    await add('repere.pdf', paper('repere'));
    const bytes = await clearBytes(await sendQuarter(committee, quarter));
    // The organisation's paper proves that the search would find what is stored.
    expect(bytes.includes(paper('repere'))).toBe(true);
    expect(bytes.includes('visage-awa-ndiaye')).toBe(leaves);
  });

  it('hold no confidential file, no proof of consent and no other paper of a person', async () => {
    const person = await newPerson('photo', 'region');
    const secret = await add('secret.pdf', paper('secret-comite'));
    await committee.call('records.update', {
      entity: 'attachments',
      id: secret.id,
      revision: 1,
      values: { confidential: true },
    });
    await add('accord.pdf', paper('accord-signe'), person, 'consent_proof');
    await add('cv.pdf', paper('parcours-awa'), person);
    const bytes = await clearBytes(await sendQuarter(committee, quarter));
    for (const needle of ['secret-comite', 'accord-signe', 'parcours-awa', 'secret.pdf', 'cv.pdf']) {
      expect(bytes.includes(needle)).toBe(false);
    }
  });
});

describe('what remains', () => {
  beforeEach(async () => {
    await add('un.pdf', paper('un', 9 * MiB));
    await add('deux.pdf', paper('deux', 8 * MiB));
  });

  it('is counted after the signature, sent in files fit for an e-mail, and joins the sheets', async () => {
    const submission = await report();
    expect(await committee.call('attachments.remaining', {})).toMatchObject({ quarter, count: 2 });
    const files = await sendRemaining();
    expect(files).toHaveLength(2);
    expect(await committee.call('attachments.remaining', {})).toMatchObject({ count: 0, bytes: 0 });
    const results = await coordination.receive(...files);
    expect(results).toMatchObject([
      { kind: 'attachments', from: 'SN', period: quarter, arrived: 1, awaited: 1 },
      { kind: 'attachments', arrived: 1, awaited: 0 },
    ]);
    expect((await announced(submission)).map(({ state }) => state)).toEqual(['here', 'here']);
    await accept(submission);
    const rows = await coordination.call('attachments.of', { owner: organisation });
    expect(rows.map(({ state }) => state)).toEqual(['here', 'here']);
    expect(await coordination.receive(files[0] ?? '')).toMatchObject([{ kind: 'known' }]);
  });

  it('is refused as long as no report has announced it, and taken afterwards', async () => {
    const file = await sendQuarter(committee, quarter);
    const [first = ''] = await sendRemaining();
    expect(await coordination.receive(first)).toMatchObject([
      { kind: 'refused', code: 'attachment_unannounced' },
    ]);
    await coordination.receive(file);
    expect(await coordination.receive(first)).toMatchObject([{ kind: 'attachments', arrived: 1 }]);
  });

  it('asks for the passphrase, and for an enrolled committee', async () => {
    await sendQuarter(committee, quarter);
    await expect(
      committee.call('attachments.sendRemaining', { passphrase: 'une autre phrase' }),
    ).rejects.toMatchObject({ code: 'K11' });
    expect((await committee.call('packages.outbox', {})).map(({ kind }) => kind)).not.toContain(
      'attachments',
    );
  });

  it('obeys a consent that was withdrawn after the announcement', async () => {
    const person = await newPerson('photo', 'region');
    await add('awa.jpg', phonePhoto({ seed: `visage${'x'.repeat(3.5 * MiB)}` }), person);
    await sendQuarter(committee, quarter);
    expect(await committee.call('attachments.remaining', {})).toMatchObject({ count: 3 });
    const { consents } = await committee.call('members.personSheet', { id: person.id });
    const photo = consents.find(({ values }) => values.purpose === 'photo');
    await committee.call('records.update', {
      entity: 'consents',
      id: photo?.id ?? '',
      revision: 1,
      values: { withdrawnOn: '2026-09-20' },
    });
    expect(await committee.call('attachments.remaining', {})).toMatchObject({ count: 2 });
    for (const file of await sendRemaining()) {
      expect((await clearBytes(file)).includes('visage')).toBe(false);
    }
  });
});

describe('photos and papers of older programs', () => {
  it('reach the coordination like every other', async () => {
    await add('IMG_0042.HEIC', heicPhoto());
    await add('statuts.doc', oldWord());
    await add('note.rtf', richText());
    await add('carte.vcf', card);
    const submission = await report();
    const rows = await announced(submission);
    expect(rows.map(({ fileName, state }) => `${fileName} ${state}`).sort()).toEqual([
      'IMG_0042.heic here',
      'carte.txt here',
      'note.rtf here',
      'statuts.doc here',
    ]);
    await accept(submission);
  });
});

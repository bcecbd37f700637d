import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBlobs } from '../../../db/blobs';
import { connect } from '../../../db/open';
import type { AttachmentOwner, AttachmentRow } from '../../../main/core/contract/attachments/operations';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { keyFor } from '../../../main/core/workspace/opening';
import { filesBelow } from '../../e2e/support/bytes-of-folder';
import { paper, phonePhoto, placeInPhoto, scannedPage } from '../../support/attachments/files';
import {
  appointment,
  card,
  heicPhoto,
  message,
  oldWord,
  pictureInHeic,
  richText,
} from '../../support/attachments/older-files';
import { withFiles } from '../../support/installation';
import { committeeLaptop, inSeptember, type Laptop, passphrase } from '../../support/laptop';
import { docm, docx, xlsm } from '../../support/packages/attachments';

const day = 24 * 60 * 60 * 1_000;
let laptop: Laptop;
let organisation: AttachmentOwner;

beforeEach(async () => {
  laptop = await committeeLaptop('TN');
  organisation = { entity: 'organisations', id: await newOrganisation('Association Rihla') };
});
afterEach(() => laptop.throwAway());

async function newOrganisation(name: string): Promise<string> {
  return (await laptop.create('organisations', { name, country: 'TN', status: 'member' })).id;
}

async function newPerson(): Promise<AttachmentOwner> {
  const { id } = await laptop.create('persons', { fullName: 'Amel Gharbi' });
  return { entity: 'persons', id };
}

function add(fileName: string, bytes: Uint8Array, owner = organisation, kind: string | null = null) {
  return laptop.call('attachments.add', {
    owner,
    consent: null,
    kind,
    fileName,
    bytes: Uint8Array.from(bytes),
  });
}

const shown = (owner = organisation): Promise<AttachmentRow[]> => laptop.call('attachments.of', { owner });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const content = (sha256: string) => laptop.call('attachments.content', { sha256 });

async function startAgain(changes: Parameters<Laptop['restarted']>[0] = {}): Promise<void> {
  laptop = laptop.restarted(changes);
  const [known] = await laptop.call('workspace.known', {});
  await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
}

/** What the check finds wrong in the workspace, while nobody has it open. */
function wrongIn(): string[] {
  laptop.core.close();
  return withFiles(laptop, checkWorkspace).flatMap(({ check, outcome }) =>
    outcome === 'wrong' ? [check] : [],
  );
}

/** A closed file of the workspace as it lies on the disk, before any start tidies it. */
function onDisk(name: 'blobs.db' | 'workspace.db', sql: string): unknown[] {
  laptop.core.close();
  const key = keyFor(laptop.workspaceFolder, passphrase, 'passphrase');
  if (!key) throw new Error('The passphrase does not open the workspace');
  const client = connect(join(laptop.workspaceFolder, name), key);
  try {
    return client.prepare(sql).all();
  } finally {
    client.close();
  }
}

/** Hashes of the files kept. */
async function keptHashes(): Promise<string[]> {
  const rows = onDisk('blobs.db', 'SELECT sha256 FROM blobs') as { sha256: string }[];
  await startAgain();
  return rows.map(({ sha256 }) => sha256);
}

describe('a file that is added', () => {
  it('is kept as it is, under a clean name, and shown with what becomes of it', async () => {
    await add('..\\..\\Statuts de l’association.exe', paper('statuts'), organisation, 'statutes');
    const [row] = await shown();
    expect(row).toMatchObject({
      fileName: 'Statuts de l’association.pdf',
      mediaType: 'application/pdf',
      kind: 'statutes',
      state: 'here',
      leaves: 'leaves',
      sha256: hashOf(paper('statuts')),
    });
    expect(Buffer.from((await content(row?.sha256 ?? '')).bytes)).toEqual(paper('statuts'));
  });

  it('is a photo when it is a picture, and says no more where it was taken', async () => {
    await add('IMG_0001.jpg', phonePhoto());
    await add('scan.png', scannedPage());
    const rows = await shown();
    expect(rows.map(({ kind }) => kind)).toEqual(['photo', 'photo']);
    for (const { sha256 } of rows) {
      const { bytes } = await content(sha256);
      expect(Buffer.from(bytes).includes(placeInPhoto)).toBe(false);
      expect(Buffer.from(bytes).includes('Exif')).toBe(false);
    }
  });

  it('is one attachment however often it is added, and one blob for two owners', async () => {
    expect(await add('a.pdf', paper('même'))).toMatchObject({ state: 'new' });
    expect(await add('b.pdf', paper('même'))).toMatchObject({ state: 'same' });
    const other: AttachmentOwner = { entity: 'organisations', id: await newOrganisation('Réseau Lien') };
    expect(await add('c.pdf', paper('même'), other)).toMatchObject({ state: 'new' });
    expect(await keptHashes()).toEqual([hashOf(paper('même'))]);
  });

  it('keeps the name of a table as text, which spreadsheets open', async () => {
    await add('membres.CSV', Buffer.from('nom;ville\nRihla;Tunis\n'));
    expect(await shown()).toMatchObject([{ fileName: 'membres.csv', mediaType: 'text/plain' }]);
  });

  it.each([
    ['Procès-verbal.doc', oldWord(), 'Procès-verbal.doc', 'application/msword'],
    ['note.rtf', richText(), 'note.rtf', 'application/rtf'],
    ['carte.vcf', card, 'carte.vcf', 'text/plain'],
    ['atelier.ICS', appointment, 'atelier.ics', 'text/plain'],
    ['convocation.eml', message(), 'convocation.eml', 'text/plain'],
  ])('is kept as it is: %s', async (given, bytes, fileName, mediaType) => {
    await add(given, bytes);
    const [row] = await shown();
    expect(row).toMatchObject({ fileName, mediaType });
    expect(Buffer.from((await content(row?.sha256 ?? '')).bytes).equals(bytes)).toBe(true);
  });

  it('of a telephone keeps its picture and loses place, author and maker', async () => {
    await add('IMG_0042.HEIC', heicPhoto());
    const [row] = await shown();
    expect(row).toMatchObject({ kind: 'photo', mediaType: 'image/heic', fileName: 'IMG_0042.heic' });
    const bytes = Buffer.from((await content(row?.sha256 ?? '')).bytes);
    expect(bytes.includes(placeInPhoto)).toBe(false);
    expect(bytes.indexOf(pictureInHeic)).toBe(heicPhoto().indexOf(pictureInHeic));
  });

  it('is kept in UTF-8 when it is a text of Windows before it', async () => {
    await add('membres.csv', Buffer.from('nom;ville\nR\xe9seau;F\xe8s\n', 'latin1'));
    const [row] = await shown();
    expect(row).toMatchObject({ fileName: 'membres.csv', mediaType: 'text/plain' });
    const { bytes } = await content(row?.sha256 ?? '');
    expect(Buffer.from(bytes).toString('utf8')).toBe('\uFEFFnom;ville\nRéseau;Fès\n');
  });

  it.each([
    ['a program named as a photo', 'photo.jpg', Buffer.from('MZ\x90\0program'), 'program'],
    ['a script named as a text', 'liste.bat', Buffer.from('@echo off\r\ndel *.*\r\n'), 'script'],
    ['plain text named as a PDF', 'rapport.pdf', Buffer.from('du texte'), 'script'],
    ['a shell script', 'note', Buffer.from('#!/bin/sh\nrm -rf /'), 'script'],
    ['a web page', 'page.txt', Buffer.from('<html><script>1</script>'), 'web_page'],
    ['an HTML application', 'x.hta', Buffer.from('<hta:application>'), 'web_page'],
    ['a drawing', 'logo.svg', Buffer.from('<?xml version="1.0"?><svg onload="x()"/>'), 'drawing'],
    ['a shortcut', 'statuts.pdf', Buffer.from('4c0000000114020000000000', 'hex'), 'shortcut'],
    ['a link', 'site.txt', Buffer.from('[InternetShortcut]\nURL=http://x'), 'shortcut'],
    ['a document with macros', 'rapport.docx', docm, 'macros'],
    ['a workbook with macros', 'budget.xlsx', xlsm, 'macros'],
    ['an old workbook', 'budget.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_office'],
    ['an old document with macros', 'rapport.doc', oldWord('Macros/VBA/dir'), 'macros'],
    [
      'an old document with a file inside',
      'rapport.doc',
      oldWord('ObjectPool/_1/\u0001Ole10Native'),
      'macros',
    ],
    ['a formatted text with an object', 'a.rtf', richText('{\\object\\objemb{\\*\\objdata 00}}'), 'objects'],
    ['a formatted text that fetches', 'a.rtf', richText('{\\*\\template http://x}'), 'objects'],
    [
      'a message with a file',
      'm.eml',
      message('Content-Disposition:\r\n attachment; filename=a.js\r\n'),
      'message',
    ],
    ['a message of a page', 'm.eml', message('Content-Type: text/html\r\n'), 'message'],
    ['a message in an old encoding', 'm.eml', Buffer.from('From: a@b.test\n\ncaf\xe9', 'latin1'), 'message'],
    ['a script named as a card', 'carte.vcf', Buffer.from('@echo off\r\n'), 'script'],
    ['a script named as an appointment', 'a.ics', Buffer.from('@echo off\r\n'), 'script'],
    ['an archive', 'papiers.docx', Buffer.from('504b030414000000', 'hex'), 'archive'],
    ['a RAR', 'papiers.pdf', Buffer.from('Rar!\x1a\x07\0'), 'archive'],
    ['a telephone’s photo that is cut', 'IMG.HEIC', heicPhoto().subarray(0, 300), 'damaged_picture'],
    ['a telephone’s photo of a wall', 'IMG.HEIC', heicPhoto({ width: 20_000 }), 'wide_picture'],
    ['a picture of a scanner', 'scan.tif', Buffer.from('II*\0'), 'picture'],
    ['a recording', 'audio.mp3', Buffer.from('ID3\x03\0'), 'recording'],
    ['text of DOS, whose words are in doubt', 'note.txt', Buffer.from('caf\x82 noir', 'latin1'), 'encoding'],
    ['a script in an old encoding', 'menage.bat', Buffer.from('rem caf\xe9', 'latin1'), 'script'],
    ['a page in two bytes a letter', 'a.txt', Buffer.from('\uFEFF<script>é', 'utf16le'), 'web_page'],
    ['nothing', 'vide.pdf', Buffer.alloc(0), 'empty'],
    ['half a photo', 'a.jpg', phonePhoto().subarray(0, 60), 'damaged_picture'],
    ['a photo that was not reduced', 'a.jpg', phonePhoto({ width: 4_000 }), 'wide_picture'],
    ['zeros', 'disque.pdf', Buffer.alloc(40_000), 'unknown'],
  ])('is refused when it is %s, and nothing is kept', async (_name, fileName, bytes, guess) => {
    await expect(add(fileName, bytes)).rejects.toMatchObject({
      code: 'attachment_refused',
      params: { guess },
    });
    expect(await shown()).toEqual([]);
    expect(await keptHashes()).toEqual([]);
  });

  it('may weigh 25 MB and not more', async () => {
    const limit = 25 * 1024 * 1024;
    await expect(add('gros.pdf', paper('gros', limit + 1))).rejects.toMatchObject({
      params: { guess: 'too_large' },
    });
    await add('juste.pdf', paper('juste', limit - 20));
    expect(await shown()).toMatchObject([{ leaves: 'stays_size' }]);
  });

  it('belongs to somebody who is there', async () => {
    await laptop.call('records.trash', { entity: 'organisations', ids: [organisation.id] });
    await expect(add('a.pdf', paper('a'))).rejects.toMatchObject({ code: 'record_missing' });
  });
});

describe('the record of an attachment', () => {
  it('cannot be made without its file, nor take another one', async () => {
    const values = { organisation: organisation.id, kind: 'other', sha256: hashOf(paper('x')) };
    await expect(laptop.create('attachments', values)).rejects.toMatchObject({ code: 'input_refused' });
    const { id } = await add('a.pdf', paper('a'));
    const change = (changed: Record<string, string>) =>
      laptop.call('records.update', { entity: 'attachments', id, revision: 1, values: changed });
    await expect(change({ sha256: hashOf(paper('b')) })).rejects.toMatchObject({ code: 'input_refused' });
    await expect(change({ mediaType: 'image/png' })).rejects.toMatchObject({ code: 'input_refused' });
    await expect(change({ kind: 'photo' })).rejects.toMatchObject({ params: { why: 'photo' } });
    await change({ kind: 'receipt', caption: 'Récépissé de 2019' });
    expect(await shown()).toMatchObject([{ kind: 'receipt' }]);
  });

  it('is taken back and restored like every record, its bytes with it', async () => {
    const { id } = await add('a.pdf', paper('a'));
    await laptop.call('changes.undo', {});
    expect(await shown()).toEqual([]);
    await laptop.call('records.restore', { entity: 'attachments', ids: [id] });
    await startAgain();
    expect(await shown()).toMatchObject([{ state: 'here' }]);
    const told = await laptop.call('records.history', {
      entity: 'attachments',
      id,
      field: null,
      limit: 10,
    });
    expect(told.entries.map(({ action }) => action)).toEqual(['restored', 'trashed', 'created']);
    expect(wrongIn()).toEqual([]);
  });

  it('goes to the trash and comes back with its organisation', async () => {
    await add('a.pdf', paper('a'));
    await laptop.call('records.trash', { entity: 'organisations', ids: [organisation.id] });
    expect(await shown()).toEqual([]);
    await laptop.call('records.restore', { entity: 'organisations', ids: [organisation.id] });
    expect(await shown()).toHaveLength(1);
  });

  it('follows its organisation when two sheets become one', async () => {
    const other = await newOrganisation('Association Rihla (ancienne)');
    await add('a.pdf', paper('a'), { entity: 'organisations', id: other });
    await laptop.call('members.merge', {
      kind: 'organisations',
      kept: { id: organisation.id, revision: 1 },
      other: { id: other, revision: 1 },
      takes: {},
    });
    expect(await shown()).toHaveLength(1);
  });
});

describe('the trash', () => {
  it('keeps the bytes for ninety days, then forgets them for good', async () => {
    const { id } = await add('a.pdf', paper('vieux'));
    await laptop.call('records.trash', { entity: 'attachments', ids: [id] });
    await startAgain({ fixed: { now: inSeptember + 89 * day, seed: 'later' } });
    expect(await keptHashes()).toEqual([hashOf(paper('vieux'))]);
    await startAgain({ fixed: { now: inSeptember + 91 * day, seed: 'much later' } });
    expect(await keptHashes()).toEqual([]);
    await expect(laptop.call('records.restore', { entity: 'attachments', ids: [id] })).rejects.toMatchObject({
      code: 'record_missing',
    });
    expect(wrongIn()).toEqual([]);
  });
});

describe('a person who is erased', () => {
  it('takes their photos and papers with them, from row, log and blob file', async () => {
    const person = await newPerson();
    const { id: consent } = await laptop.create('consents', {
      person: person.id,
      purpose: 'photo',
      givenOn: '2026-05-01',
      manner: 'written',
    });
    await add('amel.jpg', phonePhoto({ seed: 'amel' }), person);
    await laptop.call('attachments.add', {
      owner: person,
      consent,
      kind: 'consent_proof',
      fileName: 'accord-amel.pdf',
      bytes: Uint8Array.from(paper('accord')),
    });
    expect((await shown(person)).map(({ leaves }) => leaves)).toEqual(['stays_kind', 'stays_consent']);
    await add('autre.pdf', paper('reste'));
    await laptop.call('members.erasePerson', {
      id: person.id,
      manner: 'erase',
      confirmation: 'Amel Gharbi',
    });
    expect(await keptHashes()).toEqual([hashOf(paper('reste'))]);
    expect(await shown(person)).toEqual([]);
    const left = JSON.stringify([
      ...onDisk('workspace.db', 'SELECT * FROM change_log'),
      ...onDisk('workspace.db', 'SELECT * FROM attachments'),
    ]);
    expect(left).toContain('autre.pdf');
    for (const needle of ['amel.jpg', 'accord-amel', hashOf(paper('accord'))]) {
      expect(left).not.toContain(needle);
    }
    expect(wrongIn()).toEqual([]);
  });

  it('leaves the bytes that somebody else has too', async () => {
    const person = await newPerson();
    await add('groupe.jpg', phonePhoto({ seed: 'groupe' }), person);
    await add('groupe.jpg', phonePhoto({ seed: 'groupe' }));
    await laptop.call('members.erasePerson', {
      id: person.id,
      manner: 'pseudonymise',
      confirmation: 'Amel Gharbi',
    });
    expect(await shown()).toMatchObject([{ state: 'here' }]);
  });
});

describe('a kill between the bytes and their row', () => {
  it('leaves an orphan that the next start sweeps, never a row without bytes', async () => {
    await add('a.pdf', paper('a'));
    laptop.core.close();
    // What the first of the two writes leaves when the second never comes.
    const key = keyFor(laptop.workspaceFolder, passphrase, 'passphrase') ?? new Uint8Array();
    const blobs = openBlobs(join(laptop.workspaceFolder, 'blobs.db'), key, 'expected');
    blobs.put(paper('orphelin'));
    blobs.close();
    expect(onDisk('blobs.db', 'SELECT sha256 FROM blobs')).toHaveLength(2);
    await startAgain();
    expect(await keptHashes()).toEqual([hashOf(paper('a'))]);
    expect(wrongIn()).toEqual([]);
  });
});

describe('a blob file that is gone', () => {
  it('is said, never silently made anew, and can be put back', async () => {
    await add('a.pdf', paper('a'));
    laptop.core.close();
    const file = join(laptop.workspaceFolder, 'blobs.db');
    const kept = readFileSync(file);
    rmSync(file);
    await startAgain();
    expect(await laptop.call('attachments.store', {})).toEqual({ presence: 'missing' });
    expect(await shown()).toMatchObject([{ state: 'lost' }]);
    await expect(content(hashOf(paper('a')))).rejects.toMatchObject({ code: 'attachment_lost' });
    await expect(add('b.pdf', paper('b'))).rejects.toMatchObject({ code: 'blobs_missing' });
    expect(existsSync(file)).toBe(false);
    expect(wrongIn()).toEqual(['blobs']);
    writeFileSync(file, kept);
    await startAgain();
    expect(await shown()).toMatchObject([{ state: 'here' }]);
  });

  it('is begun anew only when a person says so; what was lost stays marked', async () => {
    await add('a.pdf', paper('a'));
    laptop.core.close();
    rmSync(join(laptop.workspaceFolder, 'blobs.db'));
    await startAgain();
    await laptop.call('attachments.beginStoreAnew', {});
    await add('b.pdf', paper('b'));
    expect((await shown()).map(({ state }) => state)).toEqual(['here', 'lost']);
    expect(wrongIn()).toEqual(['blobs']);
  });
});

describe('a copy', () => {
  it('is written where the user chose, byte for byte, and nothing else is', async () => {
    await add('statuts.docx', docx);
    const before = filesBelow(laptop.root);
    const [row] = await shown();
    const target = laptop.path('copie.docx');
    await laptop.call('attachments.saveCopy', { sha256: row?.sha256 ?? '', file: laptop.choose(target) });
    expect(readFileSync(target)).toEqual(docx);
    expect(filesBelow(laptop.root).filter((name) => !before.includes(name))).toHaveLength(1);
  });
});

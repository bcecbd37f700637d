import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paper, phonePhoto, placeInPhoto, scannedPage } from '../../support/attachments/files';
import { Attaching, blobs, type Faulty, patience, sha256, text } from '../../support/hostile/attaching';
import { docm, docx, jpeg, pdf, png, xlsm } from '../../support/packages/attachments';
import { rawZip } from '../../support/packages/raw-zip';
import {
  bent,
  entriesOf,
  tableText,
  withAttachment,
  withEntry,
  withTable,
} from '../../support/packages/tampering';

/**
 * Hostile and faulty attachments at a real coordination, in a report (PACKAGES.md §4.7): the stated code with its
 * sentence, no row and no byte kept, and the next good package works.
 */

let files: Attaching;

beforeAll(async () => {
  files = await Attaching.begin();
}, 120_000);

afterAll(() => files.throwAway());

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function refusedAndForgotten(faulty: Faulty): void {
  it('are refused, and nothing of them is kept', () => files.refuses(faulty), patience);

  it('are forgotten: the next good report is taken', () => files.nextGoodOneWorks());
}

describe('attachments that are not what the report says', () => {
  const spoilt = Buffer.from(pdf).fill(65, 9, 12);
  const path = `blobs/${sha256(pdf)}`;
  const faulty: Faulty = [
    ['with other bytes under the hash', () => withEntry(files.honest().archive, path, spoilt), 'P01'],
    [
      'with fewer bytes than signed',
      () => withEntry(files.honest().archive, path, pdf.subarray(0, -1)),
      'P02',
    ],
    [
      'announced with another size',
      () => files.report([files.announced(pdf, { bytes: 3 })], blobs(pdf)).archive,
      'P02',
    ],
    [
      'signed with another size',
      () =>
        bent(files.honest(), files.senegal.holder, ({ resources }) => {
          Object.assign(resources.at(-1) ?? {}, { bytes: pdf.length + 1 });
        }),
      'P02',
    ],
    [
      'announced as a picture',
      () => files.report([files.announced(pdf, { mediaType: 'image/png' })], blobs(pdf)).archive,
      'P12',
    ],
    ['said to be included and not there', () => files.report([files.announced(pdf)], []).archive, 'P03'],
    ['there and not announced', () => files.report([], blobs(pdf)).archive, 'P03'],
    [
      'there and said to come later',
      () => files.report([files.announced(pdf, { included: false })], blobs(pdf)).archive,
      'P03',
    ],
    [
      'in the container and not in its manifest',
      () => rawZip([...entriesOf(files.honest().archive), { name: `blobs/${'a'.repeat(64)}`, content: pdf }]),
      'M06',
    ],
    [
      'in the manifest and not in the container',
      () => rawZip(entriesOf(files.honest().archive).filter(({ name }) => name !== path)),
      'M06',
    ],
    [
      'twice in the container',
      () => rawZip([...entriesOf(files.honest().archive), { name: path, content: pdf }]),
      'Z07',
    ],
    [
      'announced twice for one organisation',
      () => {
        const made = files.honest();
        return withTable(made, files.senegal.holder, 'attachments', tableText(made, 'attachments').repeat(2));
      },
      'P07',
    ],
    [
      'of an organisation that is not in the report',
      () =>
        files.report(
          [files.announced(pdf, { ownerId: String(files.tunisia.organisation(0).id) })],
          blobs(pdf),
        ).archive,
      'P08',
    ],
    [
      'of a row that has no attachments',
      () =>
        files.report(
          [files.announced(pdf, { ownerTable: 'activity_lines', ownerId: String(files.senegal.line().id) })],
          blobs(pdf),
        ).archive,
      'P08',
    ],
    [
      'with a hash in capitals',
      () => {
        const made = files.honest();
        const row = { ...files.announced(pdf), sha256: sha256(pdf).toUpperCase() };
        return withTable(made, files.senegal.holder, 'attachments', `${JSON.stringify(row)}\n`);
      },
      'P06',
    ],
  ];

  refusedAndForgotten(faulty);
});

describe('attachments that are too many or too large', () => {
  const many = Array.from({ length: 2_000 }, (_, n) => ({
    name: `blobs/${n.toString(16).padStart(64, '0')}`,
    content: pdf,
  }));
  const large = paper('gros', 10 * 1024 * 1024);
  const withoutEnd = (picture: Buffer) => picture.subarray(0, picture.length - placeInPhoto.length);
  const wide = withoutEnd(phonePhoto({ width: 65_000, height: 65_000 }));
  const tall = withoutEnd(scannedPage({ width: 60_000, height: 60_000 }));
  const faulty: Faulty = [
    ['beyond two thousand', () => rawZip([...entriesOf(files.honest().archive), ...many]), 'Z10'],
    ['of more than 10 MiB', () => files.smuggling(large, 'application/pdf', 'gros.pdf'), 'P06'],
    [
      'of more than 10 MiB that say less',
      () =>
        withAttachment(
          files.honest(),
          files.senegal.holder,
          files.announced(large, { bytes: 10 * 1024 * 1024 }),
          large,
        ),
      'M08',
    ],
    ['that unfold into 17 GB as a photo', () => files.smuggling(wide, 'image/jpeg'), 'M08'],
    ['that unfold into 14 GB as a drawing', () => files.smuggling(tall, 'image/png'), 'M08'],
  ];

  refusedAndForgotten(faulty);
});

describe('an attachment under the name photo.jpg that is really', () => {
  const shortcut = Buffer.concat([
    Buffer.from('4c0000000114020000000000c000000000000046', 'hex'),
    Buffer.alloc(60),
  ]);
  const iso = Buffer.alloc(40_000);
  iso.write('CD001', 32_769, 'latin1');
  const disguised: readonly (readonly [string, Uint8Array])[] = [
    ['a program', Buffer.concat([text('MZ'), Buffer.from([0x90, 0, 3, 0, 0, 0])])],
    ['a program of letters only', text('MZ and some more letters')],
    ['a program of Linux', Buffer.concat([Buffer.from([0x7f]), text('ELF'), Buffer.from([2, 1, 1, 0])])],
    ['an HTML application', text('<html><hta:application id="x"/><script>alert(1)</script>')],
    ['a script', text('var shell = new ActiveXObject("WScript.Shell"); shell.Run("calc");')],
    ['a shell script', text('#!/bin/sh\nrm -rf /\n')],
    ['a shortcut', shortcut],
    ['a shortcut of the web', text('[InternetShortcut]\nURL=file://serveur/x\n')],
    ['a drawing with a script', text('<?xml version="1.0"?><svg onload="alert(1)"/>')],
    ['a page', text('<!DOCTYPE html><p>Bonjour')],
    ['a document with macros', docm],
    ['a workbook with macros', xlsm],
    ['a disk image', iso],
    ['an archive', rawZip([{ name: 'photo.exe', content: text('MZ') }])],
    [
      'a picture with an archive behind it',
      Buffer.concat([jpeg, rawZip([{ name: 'a.exe', content: text('MZ') }])]),
    ],
    ['a picture with a program behind it', Buffer.concat([png, text('MZ program')])],
    ['a picture with a page behind it', Buffer.concat([jpeg, text('<script>alert(1)</script>')])],
    ['half a photo', jpeg.subarray(0, -4)],
    ['half a drawing', png.subarray(0, 20)],
    ['a document behind a stub', Buffer.concat([text('MZ'), docx])],
    ['text of an old encoding', Buffer.from('caf\xe9', 'latin1')],
    ['nothing but zeros', Buffer.alloc(64)],
  ];

  /** What it would have to claim to pass for a picture or for text. */
  const claims = (content: Uint8Array) => ['image/jpeg', ...(isUtf8(content) ? ['text/plain'] : [])];

  it(
    'something else is refused, whatever it claims to be',
    async () => {
      const faulty: Faulty = disguised.flatMap(([what, content]) =>
        claims(content).map(
          (mediaType) =>
            [`${what} as ${mediaType}`, () => files.smuggling(content, mediaType), 'P12'] as const,
        ),
      );
      await files.refuses(faulty);
    },
    patience,
  );

  it('of a type that is not permitted is refused even when that is said openly', async () => {
    const faulty: Faulty = ['text/html', 'image/svg+xml', 'application/x-msdownload'].map(
      (mediaType) => [mediaType, () => files.smuggling(pdf, mediaType), 'P12'] as const,
    );
    await files.refuses(faulty);
  });

  it('is forgotten: the next good report is taken', () => files.nextGoodOneWorks());
});

describe('an attachment that is not in its report', () => {
  it('is awaited, unless its bytes are held from before', async () => {
    const [held, missing] = [paper('reçu avant'), paper('promis')];
    await files.take(files.report([files.announced(held)], blobs(held)));
    const submission = await files.take(
      files.report(
        [
          files.announced(held, { included: false, originalName: 'avant.pdf' }),
          files.announced(missing, { included: false, originalName: 'promis.pdf' }),
        ],
        [],
      ),
    );
    expect((await files.states(submission)).sort()).toEqual(['avant.pdf here', 'promis.pdf awaited']);
    await expect(
      files.target.laptop.call('attachments.content', { sha256: sha256(missing) }),
    ).rejects.toMatchObject({
      code: 'attachment_lost',
    });
  });
});

describe('an attachment with a dangerous name', () => {
  it.each([
    ['..\\..\\run.exe', 'run.pdf'],
    ['../../etc/cron.d/x', 'x.pdf'],
    ['C:\\Windows\\System32\\cmd.exe', 'cmd.pdf'],
    ['rapport\u202Efdp.exe', 'rapportfdp.pdf'],
    ['NUL.pdf', '_NUL.pdf'],
    ['x'.repeat(300), `${'x'.repeat(80)}.pdf`],
    ['', 'document.pdf'],
    ['récépissé : 2019 ?.pdf', 'récépissé _ 2019 _.pdf'],
  ] as const)('%j is shown and saved under a clean one', async (originalName, shown) => {
    const content = paper(`nom ${originalName}`);
    const submission = await files.take(
      files.report([files.announced(content, { originalName })], blobs(content)),
    );
    expect(await files.states(submission)).toEqual([`${shown} here`]);
    const copy = files.target.laptop.path('copie.pdf');
    await files.target.laptop.call('attachments.saveCopy', {
      sha256: sha256(content),
      file: files.target.laptop.choose(copy),
    });
    expect(readFileSync(copy)).toEqual(content);
  });

  it('that holds a zero is refused', async () => {
    const faulty: Faulty = [
      ['a zero', () => files.smuggling(pdf, 'application/pdf', 'photo.pdf\u0000.exe'), 'J06'],
    ];
    await files.refuses(faulty);
  });
});

describe('a document that would fetch or run something when it is opened', () => {
  const part = (name: string, content: string) => ({ name, content: text(content) });
  const types = (type: string) =>
    part('[Content_Types].xml', `<Types><Override PartName="/x" ContentType="${type}.main+xml"/></Types>`);
  it.each<[string, Uint8Array, string]>([
    [
      'a template and a picture elsewhere',
      rawZip([
        types(docxType),
        part(
          'word/_rels/settings.xml.rels',
          '<Relationship TargetMode="External" Target="http://127.0.0.1:9/t"/>',
        ),
        part('word/document.xml', '<w:document/>'),
      ]),
      docxType,
    ],
    [
      'an entity that reads a file',
      rawZip([
        types(docxType),
        part(
          'word/document.xml',
          '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document>&f;</w:document>',
        ),
      ]),
      docxType,
    ],
    [
      'a command in a cell',
      rawZip([types(xlsxType), part('xl/workbook.xml', "<f>cmd|'/c calc'!A1</f>")]),
      xlsxType,
    ],
  ])('with %s is kept byte for byte and never read', async (_what, content, mediaType) => {
    const extension = mediaType === docxType ? 'docx' : 'xlsx';
    const row = files.announced(content, { mediaType, originalName: `rapport.${extension}` });
    expect(await files.states(await files.take(files.report([row], blobs(content))))).toEqual([
      `rapport.${extension} here`,
    ]);
    const { bytes, mediaType: told } = await files.target.laptop.call('attachments.content', {
      sha256: sha256(content),
    });
    expect([Buffer.from(bytes), told]).toEqual([Buffer.from(content), mediaType]);
    expect(files.target.laptop.bugs).toEqual([]);
  });
});

import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage, PackageDraft } from '../../../main/core/packages/format/build';
import type { Row } from '../../../main/core/packages/format/table-schema';
import errors from '../../../resources/locales/fr/errors.json' with { type: 'json' };
import { paper, phonePhoto, placeInPhoto, scannedPage } from '../../support/attachments/files';
import { Forger, holderOf, letterBy } from '../../support/hostile/forger';
import { Target } from '../../support/hostile/target';
import { committeeLaptop, coordinationLaptop, enrol, type Laptop } from '../../support/laptop';
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
 * Hostile and faulty attachments at a real coordination, in a report or in a package of their own (PACKAGES.md §4.7):
 * the stated code with its sentence, no row and no byte kept, and the next good package works.
 */

let target: Target;
let senegal: Forger;
let tunisia: Forger;
const committees: Laptop[] = [];

beforeAll(async () => {
  const coordination = await coordinationLaptop();
  for (const code of ['SN', 'TN']) {
    const committee = await committeeLaptop(code);
    await enrol(coordination, committee, code);
    committee.core.close();
    committees.push(committee);
  }
  const { recipient } = holderOf('FORIM', coordination).reading;
  const [sn, tn] = committees as [Laptop, Laptop];
  senegal = new Forger(holderOf('SN', sn), recipient, 3);
  tunisia = new Forger(holderOf('TN', tn), recipient, 3);
  target = new Target(coordination);
  await take(senegal.next());
}, 120_000);

afterAll(() => {
  for (const committee of committees) committee.throwAway();
  target.throwAway();
});

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const text = (content: string) => Buffer.from(content, 'utf8');
const ownerId = () => String(senegal.organisation(0).id);

/** The row that announces some bytes of the first organisation. */
function announced(content: Uint8Array, change: Row = {}): Row {
  return {
    sha256: sha256(content),
    ownerTable: 'organisations',
    ownerId: ownerId(),
    bytes: content.length,
    mediaType: 'application/pdf',
    originalName: 'statuts.pdf',
    included: true,
    ...change,
  };
}

type Blobs = PackageDraft['blobs'];
const blobs = (...contents: Uint8Array[]): Blobs =>
  contents.map((content) => ({ role: 'attachment', content }));

function report(rows: readonly Row[], carried: Blobs): BuiltPackage {
  return senegal.next({ tables: senegal.tables({ attachments: rows }), blobs: carried });
}

/** A report that carries one PDF, to be spoiled. */
const honest = () => report([announced(pdf)], blobs(pdf));

/** A report that carries any bytes under any claim. */
const smuggling = (content: Uint8Array, mediaType: string, originalName = 'photo.jpg') =>
  withAttachment(honest(), senegal.holder, announced(content, { mediaType, originalName }), content);

async function take(made: BuiltPackage): Promise<string> {
  const result = await target.opens(await senegal.sealed(made.archive));
  if (result.kind !== 'report') throw new Error(JSON.stringify(result));
  senegal.taken(made);
  return result.submission;
}

/** The codes under which packages are refused, by what is wrong with them; each has a sentence. */
async function refusals(
  faulty: readonly (readonly [what: string, make: () => Uint8Array, code: string])[],
): Promise<Readonly<Record<string, string>>> {
  const files: Uint8Array[] = [];
  for (const [, make] of faulty) files.push(await senegal.sealed(make()));
  const codes = await target.refusesEach(files);
  for (const code of codes) {
    const sentence = (errors as Readonly<Record<string, string>>)[code] ?? '';
    expect(sentence, `a sentence for ${code}`).toMatch(/^\p{Lu}.{20,}\.$/u);
  }
  return Object.fromEntries(faulty.map(([what], index) => [what, codes[index] ?? '']));
}

const expected = (faulty: readonly (readonly [string, unknown, string])[]) =>
  Object.fromEntries(faulty.map(([what, , code]) => [what, code]));

/** Milliseconds that a batch of refusals may take: each file has a verifier of its own. */
const patience = 240_000;

type Faulty = readonly (readonly [string, () => Uint8Array, string])[];

const holds = (content: Uint8Array) => target.read(({ blobs }) => blobs.has(sha256(content)));

const states = async (submission: string) =>
  (await target.laptop.call('attachments.ofReport', { submission })).map(
    ({ fileName, state }) => `${fileName} ${state}`,
  );

let suites = 0;

async function nextGoodOneWorks(): Promise<void> {
  suites += 1;
  const content = paper(`suite ${suites}`);
  const submission = await take(report([announced(content)], blobs(content)));
  expect(await states(submission)).toEqual(['statuts.pdf here']);
}

describe('attachments that are not what the report says', () => {
  const spoilt = Buffer.from(pdf).fill(65, 9, 12);
  const path = `blobs/${sha256(pdf)}`;
  const faulty: Faulty = [
    ['with other bytes under the hash', () => withEntry(honest().archive, path, spoilt), 'P01'],
    ['with fewer bytes than signed', () => withEntry(honest().archive, path, pdf.subarray(0, -1)), 'P02'],
    ['announced with another size', () => report([announced(pdf, { bytes: 3 })], blobs(pdf)).archive, 'P02'],
    [
      'signed with another size',
      () =>
        bent(honest(), senegal.holder, ({ resources }) => {
          Object.assign(resources.at(-1) ?? {}, { bytes: pdf.length + 1 });
        }),
      'P02',
    ],
    [
      'announced as a picture',
      () => report([announced(pdf, { mediaType: 'image/png' })], blobs(pdf)).archive,
      'P12',
    ],
    ['said to be included and not there', () => report([announced(pdf)], []).archive, 'P03'],
    ['there and not announced', () => report([], blobs(pdf)).archive, 'P03'],
    [
      'there and said to come later',
      () => report([announced(pdf, { included: false })], blobs(pdf)).archive,
      'P03',
    ],
    [
      'in the container and not in its manifest',
      () => rawZip([...entriesOf(honest().archive), { name: `blobs/${'a'.repeat(64)}`, content: pdf }]),
      'M06',
    ],
    [
      'in the manifest and not in the container',
      () => rawZip(entriesOf(honest().archive).filter(({ name }) => name !== path)),
      'M06',
    ],
    [
      'twice in the container',
      () => rawZip([...entriesOf(honest().archive), { name: path, content: pdf }]),
      'Z07',
    ],
    [
      'announced twice for one organisation',
      () => {
        const made = honest();
        return withTable(made, senegal.holder, 'attachments', tableText(made, 'attachments').repeat(2));
      },
      'P07',
    ],
    [
      'of an organisation that is not in the report',
      () => report([announced(pdf, { ownerId: String(tunisia.organisation(0).id) })], blobs(pdf)).archive,
      'P08',
    ],
    [
      'of a row that has no attachments',
      () =>
        report(
          [announced(pdf, { ownerTable: 'activity_lines', ownerId: String(senegal.line().id) })],
          blobs(pdf),
        ).archive,
      'P08',
    ],
    [
      'with a hash in capitals',
      () => {
        const made = honest();
        const row = { ...announced(pdf), sha256: sha256(pdf).toUpperCase() };
        return withTable(made, senegal.holder, 'attachments', `${JSON.stringify(row)}\n`);
      },
      'P06',
    ],
  ];

  it(
    'are refused, and nothing of them is kept',
    async () => {
      expect(await refusals(faulty)).toEqual(expected(faulty));
    },
    patience,
  );

  it('are forgotten: the next good report is taken', nextGoodOneWorks);
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
    ['beyond two thousand', () => rawZip([...entriesOf(honest().archive), ...many]), 'Z10'],
    ['of more than 10 MiB', () => smuggling(large, 'application/pdf', 'gros.pdf'), 'P06'],
    [
      'of more than 10 MiB that say less',
      () => withAttachment(honest(), senegal.holder, announced(large, { bytes: 10 * 1024 * 1024 }), large),
      'M08',
    ],
    ['that unfold into 17 GB as a photo', () => smuggling(wide, 'image/jpeg'), 'M08'],
    ['that unfold into 14 GB as a drawing', () => smuggling(tall, 'image/png'), 'M08'],
  ];

  it(
    'are refused, and nothing of them is kept',
    async () => {
      expect(await refusals(faulty)).toEqual(expected(faulty));
    },
    patience,
  );

  it('are forgotten: the next good report is taken', nextGoodOneWorks);
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
          (mediaType) => [`${what} as ${mediaType}`, () => smuggling(content, mediaType), 'P12'] as const,
        ),
      );
      expect(await refusals(faulty)).toEqual(expected(faulty));
    },
    patience,
  );

  it('of a type that is not permitted is refused even when that is said openly', async () => {
    const faulty: Faulty = ['text/html', 'image/svg+xml', 'application/x-msdownload'].map(
      (mediaType) => [mediaType, () => smuggling(pdf, mediaType), 'P12'] as const,
    );
    expect(await refusals(faulty)).toEqual(expected(faulty));
  });

  it('is forgotten: the next good report is taken', nextGoodOneWorks);
});

describe('an attachment that is not in its report', () => {
  it('is awaited, unless its bytes are held from before', async () => {
    const [held, missing] = [paper('reçu avant'), paper('promis')];
    await take(report([announced(held)], blobs(held)));
    const submission = await take(
      report(
        [
          announced(held, { included: false, originalName: 'avant.pdf' }),
          announced(missing, { included: false, originalName: 'promis.pdf' }),
        ],
        [],
      ),
    );
    expect((await states(submission)).sort()).toEqual(['avant.pdf here', 'promis.pdf awaited']);
    await expect(
      target.laptop.call('attachments.content', { sha256: sha256(missing) }),
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
    const submission = await take(report([announced(content, { originalName })], blobs(content)));
    expect(await states(submission)).toEqual([`${shown} here`]);
    const copy = target.laptop.path('copie.pdf');
    await target.laptop.call('attachments.saveCopy', {
      sha256: sha256(content),
      file: target.laptop.choose(copy),
    });
    expect(readFileSync(copy)).toEqual(content);
  });

  it('that holds a zero is refused', async () => {
    const faulty: Faulty = [
      ['a zero', () => smuggling(pdf, 'application/pdf', 'photo.pdf\u0000.exe'), 'J06'],
    ];
    expect(await refusals(faulty)).toEqual(expected(faulty));
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
    const row = announced(content, { mediaType, originalName: `rapport.${extension}` });
    expect(await states(await take(report([row], blobs(content))))).toEqual([`rapport.${extension} here`]);
    const { bytes, mediaType: told } = await target.laptop.call('attachments.content', {
      sha256: sha256(content),
    });
    expect([Buffer.from(bytes), told]).toEqual([Buffer.from(content), mediaType]);
    expect(target.laptop.bugs).toEqual([]);
  });
});

describe('a package of attachments', () => {
  const promised = paper('promis plus tard');
  let base: string;

  beforeAll(async () => {
    const made = report([announced(promised, { included: false })], []);
    await take(made);
    base = made.digest;
  });
  function alone(rows: readonly Row[], carried: Blobs, change: Partial<PackageDraft> = {}): BuiltPackage {
    return letterBy(senegal.holder, {
      kind: 'attachments',
      to: ['FORIM'],
      register: 3,
      base,
      tables: { attachments: rows },
      blobs: carried,
      ...change,
    });
  }

  const faulty: Faulty = [
    [
      'with a file that no report announced',
      () => alone([announced(pdf)], blobs(pdf)).archive,
      'attachment_unannounced',
    ],
    [
      'with an announced file for another record',
      () =>
        alone([announced(promised, { ownerId: String(senegal.organisation(1).id) })], blobs(promised))
          .archive,
      'attachment_unannounced',
    ],
    ['that only announces', () => alone([announced(promised, { included: false })], []).archive, 'P03'],
    ['without the file it announces', () => alone([announced(promised)], []).archive, 'P03'],
    [
      'with one file more than it announces',
      () => alone([announced(promised)], blobs(promised, pdf)).archive,
      'P03',
    ],
    [
      'with a lie about the size',
      () => alone([announced(promised, { bytes: 9 })], blobs(promised)).archive,
      'P02',
    ],
    [
      'with a program in the place of what was announced',
      () =>
        withAttachment(
          alone([announced(promised)], blobs(promised)),
          senegal.holder,
          announced(text('MZ program'), { mediaType: 'text/plain', originalName: 'statuts.pdf' }),
          text('MZ program'),
        ),
      'P12',
    ],
    [
      'in the name of another committee',
      () => alone([announced(promised)], blobs(promised), { from: 'TN' }).archive,
      'M04',
    ],
    [
      'signed by another committee',
      () => {
        const { archive } = letterBy(tunisia.holder, {
          kind: 'attachments',
          to: ['FORIM'],
          register: 3,
          tables: { attachments: [announced(promised)] },
          blobs: blobs(promised),
        });
        return archive;
      },
      'attachment_unannounced',
    ],
    [
      'with a table of a report',
      () =>
        bent(alone([announced(promised)], blobs(promised)), senegal.holder, ({ resources }) => {
          Object.assign(resources.find(({ name }) => name === 'attachments') ?? {}, {
            name: 'organisations',
          });
        }),
      'M01',
    ],
  ];

  it(
    'is refused when it is not what a report announced',
    async () => {
      expect(await refusals(faulty)).toEqual(expected(faulty));
    },
    patience,
  );

  it('with exactly what was announced is taken, once', async () => {
    const made = alone([announced(promised)], blobs(promised));
    const whole = await senegal.sealed(made.archive);
    expect(await holds(promised)).toBe(false);
    expect(await target.opens(whole)).toMatchObject({ kind: 'attachments', from: 'SN', arrived: 1 });
    expect(await target.opens(whole)).toMatchObject({ kind: 'known', notice: { code: 'C01' } });
    expect(await holds(promised)).toBe(true);
  });
});

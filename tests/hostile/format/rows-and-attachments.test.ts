import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage, PackageDraft } from '../../../main/core/packages/format/build';
import type { Row } from '../../../main/core/packages/format/table-schema';
import type { AuthenticPackage, VerifyContext } from '../../../main/core/packages/format/verdict';
import { verifyPackage } from '../../../main/core/packages/format/verify';
import { docm, docx, jpeg, pdf, png, xlsm } from '../../support/packages/attachments';
import { aProgramme, built, contextOf, type Programme, reportDraft } from '../../support/packages/programme';
import { refusal, refusalCode } from '../../support/packages/refusals';
import { idOf, organisation, quarterLine } from '../../support/packages/report-tables';
import { bent, tableText, withAttachment, withEntry, withTable } from '../../support/packages/tampering';

/** PACKAGES.md §4.6 and §4.7: rows and attachments of packages that are signed well. */

let programme: Programme;
let pack: BuiltPackage;
beforeAll(async () => {
  programme = await aProgramme();
  pack = built(reportDraft('CI'), programme.ci);
});
const verify = async (archive: Uint8Array, change: Partial<VerifyContext> = {}) =>
  (await verifyPackage(archive, contextOf(programme, programme.forim, change))) as AuthenticPackage;
const lines = (...rows: Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const organisations = (...rows: Row[]) => withTable(pack, programme.ci, 'organisations', lines(...rows));
const one = (change: Row) => organisations(organisation(1, 'CI', change));
const draft = (tables: PackageDraft['tables'], blobs: PackageDraft['blobs'] = []) =>
  built(reportDraft('CI', { tables, blobs }), programme.ci).archive;

it('the same hand, changing nothing, makes a package that is accepted', async () => {
  const same = withTable(pack, programme.ci, 'organisations', tableText(pack, 'organisations'));
  expect((await verify(same)).outcome).toBe('authentic');
});

describe('a row', () => {
  it.each([
    [
      'with an id that occurs twice',
      () => organisations(organisation(1, 'CI'), organisation(1, 'CI')),
      'P07',
    ],
    [
      'with an id of another table',
      () =>
        draft({
          organisations: [organisation(1, 'CI', { id: idOf(501) })],
          quarter_lines: [quarterLine(1, 'CI', { organisation: null })],
        }),
      'P06',
    ],
    ['of another committee', () => organisations(organisation(1, 'SN'), organisation(2, 'CI')), 'P09'],
    ['with an id of 15 characters', () => one({ id: 'abcdefghijklmno' }), 'P06'],
    ['on 30 February', () => one({ foundedOn: '2026-02-30' }), 'P06'],
    ['on day zero', () => one({ foundedOn: '0000-00-00' }), 'P06'],
    [
      'of another quarter',
      () => draft({ quarter_lines: [quarterLine(1, 'CI', { organisation: null, quarter: '2026-Q2' })] }),
      'P06',
    ],
    ['with a negative count', () => one({ members: -1 }), 'P06'],
    ['with 10^15 members', () => one({ members: 1e15 }), 'P06'],
    ['with a fraction of a member', () => one({ members: 1.5 }), 'J05'],
    ['with a name that is not composed', () => one({ name: 'Re\u0301seau' }), 'J07'],
    ['with U+202E in its name', () => one({ name: 'a\u202Eb' }), 'P10'],
    ['with a zero-width joiner in its e-mail', () => one({ email: 'a\u200D@example.org' }), 'P10'],
    ['with a name of 301 characters', () => one({ name: 'x'.repeat(301) }), 'P11'],
    ['with a text beyond 64 Ki', () => one({ mission: 'x'.repeat(65_537) }), 'P11'],
    ['with an unknown type', () => one({ type: 'sect' }), 'P06'],
    ['with a field of its own', () => one({ note: 'x' }), 'P05'],
    [
      'that points nowhere',
      () => draft({ quarter_lines: [quarterLine(1, 'CI', { organisation: idOf(77) })] }),
      'P08',
    ],
    [
      'written with a space',
      () => withTable(pack, programme.ci, 'organisations', `{ ${lines(organisation(1, 'CI')).slice(1)}`),
      'J03',
    ],
    [
      'without its line end',
      () => withTable(pack, programme.ci, 'organisations', lines(organisation(1, 'CI')).trimEnd()),
      'P04',
    ],
  ])('%s is refused', async (_name, archive, code) => {
    expect(await refusalCode(() => verify(archive()))).toBe(code);
  });

  it('says where it stands', async () => {
    expect(
      await refusal(() =>
        verify(organisations(organisation(1, 'CI'), organisation(2, 'CI', { members: -1 }))),
      ),
    ).toEqual({
      code: 'P06',
      params: { table: 'organisations', line: 2, field: 'members' },
    });
  });

  it('with marks of direction in an Arabic name is accepted', async () => {
    const name = 'جمعية\u200F النساء المهاجرات';
    const own = draft({ organisations: [organisation(1, 'CI', { name })] });
    expect((await verify(own)).tables.organisations?.[0]?.name).toBe(name);
  });

  it('that spells its name with look-alike letters is accepted: duplicates are proposed later', async () => {
    expect(
      (await verify(draft({ organisations: [organisation(1, 'CI', { name: '\u0410ssociation' })] }))).outcome,
    ).toBe('authentic');
  });

  it('that holds a script stays text', async () => {
    const mission = '<script>alert(1)</script> =1+1 javascript:alert(1)';
    const verdict = await verify(draft({ organisations: [organisation(1, 'CI', { mission })] }));
    expect(verdict.tables.organisations?.[0]?.mission).toBe(mission);
  });

  it('whose id another committee holds is refused', async () => {
    const held = { SN: { organisations: { [idOf(2)]: 1 } } };
    expect(await refusal(() => verify(pack.archive, { held }))).toEqual({
      code: 'P09',
      params: { table: 'organisations', row: idOf(2) },
    });
  });

  it('whose revision went back is refused', async () => {
    const held = { CI: { organisations: { [idOf(2)]: 3 } } };
    expect(await refusal(() => verify(pack.archive, { held }))).toEqual({
      code: 'P14',
      params: { table: 'organisations', row: idOf(2), held: 3 },
    });
    expect((await verify(pack.archive, { held: { CI: { organisations: { [idOf(2)]: 2 } } } })).outcome).toBe(
      'authentic',
    );
  });
});

describe('a tombstone', () => {
  const stone = (table: string, n: number) => ({
    table,
    id: idOf(n),
    reason: null,
    deletedAt: '2026-09-01T08:00:00Z',
  });
  it('for a row that is there is refused', async () => {
    const tables = { organisations: [organisation(1, 'CI')], tombstones: [stone('organisations', 1)] };
    expect(await refusalCode(() => verify(draft(tables)))).toBe('P13');
  });

  it('for a table that is none is refused', async () => {
    expect(await refusalCode(() => verify(draft({ tombstones: [stone('gossip', 1)] })))).toBe('P13');
    expect(await refusalCode(() => verify(draft({ tombstones: [stone('__proto__', 1)] })))).toBe('P13');
  });

  it('for a row of another committee is refused', async () => {
    const held = { SN: { organisations: { [idOf(5)]: 1 } } };
    expect(
      await refusalCode(() => verify(draft({ tombstones: [stone('organisations', 5)] }), { held })),
    ).toBe('P09');
  });
});

describe('the tables', () => {
  it('all emptied without tombstones are findings, which the coordinator sees', async () => {
    const held = { CI: { organisations: { [idOf(1)]: 1, [idOf(2)]: 1 } } };
    expect((await verify(draft({}), { held })).vanished).toHaveLength(2);
  });

  it('lack one, or have one that nobody knows', async () => {
    const rename = bent(pack, programme.ci, (manifest) => {
      Object.assign(manifest.resources[1] ?? {}, { name: 'gossip', path: 'data/gossip.ndjson' });
    });
    expect(await refusalCode(() => verify(rename))).toBe('M06');
  });
});

describe('an attachment', () => {
  const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
  const announced = (content: Uint8Array, change: Row = {}): Row => ({
    sha256: sha256(content),
    ownerTable: 'organisations',
    ownerId: idOf(1),
    bytes: content.length,
    mediaType: 'application/pdf',
    originalName: 'statuts.pdf',
    included: true,
    ...change,
  });
  const tables = (...attachments: Row[]) => ({ organisations: [organisation(1, 'CI')], attachments });
  const blob = (content: Uint8Array) => [{ role: 'attachment', content }] as const;
  /** A blob of any kind: the package is built with a PDF, whose place the other bytes then take. */
  const smuggled = (content: Uint8Array, mediaType: string, originalName: string): Uint8Array => {
    const good = built(reportDraft('CI', { tables: tables(announced(pdf)), blobs: blob(pdf) }), programme.ci);
    return withAttachment(good, programme.ci, announced(content, { mediaType, originalName }), content);
  };

  it('that is announced and included is accepted', async () => {
    const verdict = await verify(draft(tables(announced(pdf)), blob(pdf)));
    expect(verdict.blobs).toMatchObject([
      { hash: sha256(pdf), mediaType: 'application/pdf', role: 'attachment' },
    ]);
    expect(verdict.awaited).toEqual([]);
    expect((await verify(smuggled(png, 'image/png', 'photo.jpg'))).outcome).toBe('authentic');
    expect((await verify(smuggled(docx, docxType, 'compte rendu.docx'))).outcome).toBe('authentic');
  });

  it('that is announced only is accepted, and awaited unless it is held', async () => {
    const archive = draft(tables(announced(pdf, { included: false })));
    expect((await verify(archive)).awaited).toEqual([sha256(pdf)]);
    expect((await verify(archive, { blobs: [sha256(pdf)] })).awaited).toEqual([]);
  });

  it('that is said to be included and is not is refused', async () => {
    expect(await refusalCode(() => verify(draft(tables(announced(pdf)))))).toBe('P03');
  });

  it('that is included and not announced is refused', async () => {
    expect(await refusalCode(() => verify(draft(tables(), blob(pdf))))).toBe('P03');
    expect(
      await refusalCode(() => verify(draft(tables(announced(pdf, { included: false })), blob(pdf)))),
    ).toBe('P03');
  });

  it('that belongs to no row is refused', async () => {
    expect(
      await refusalCode(() => verify(draft(tables(announced(pdf, { ownerId: idOf(3) })), blob(pdf)))),
    ).toBe('P08');
    expect(
      await refusalCode(() =>
        verify(draft(tables(announced(pdf, { ownerTable: 'constructor' })), blob(pdf))),
      ),
    ).toBe('P08');
  });

  it('of another length or another kind than announced is refused', async () => {
    expect(await refusalCode(() => verify(draft(tables(announced(pdf, { bytes: 3 })), blob(pdf))))).toBe(
      'P02',
    );
    expect(
      await refusalCode(() => verify(draft(tables(announced(pdf, { mediaType: 'image/png' })), blob(pdf)))),
    ).toBe('P12');
  });

  it('under the name of another hash is refused', async () => {
    const good = draft(tables(announced(pdf)), blob(pdf));
    expect(
      await refusalCode(() =>
        verify(withEntry(good, `blobs/${sha256(pdf)}`, Buffer.from(pdf).fill(65, 9, 12))),
      ),
    ).toBe('P01');
  });

  const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const disguised: readonly (readonly [string, Uint8Array])[] = [
    ['a program', Buffer.from('MZ\x90\0\x03', 'latin1')],
    ['an HTML application', Buffer.from('<hta:application id="x">')],
    ['a script', Buffer.from('WScript.Shell.Run("x")')],
    ['a shortcut', Buffer.from('4c0000000114020000000000', 'hex')],
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)"/>')],
    ['a page', Buffer.from('<!DOCTYPE html><p>')],
    ['a document with macros', docm],
    ['a spreadsheet with macros', xlsm],
    ['a disk image', Buffer.alloc(36_000)],
  ];
  it.each(disguised)('that is %s under the name photo.jpg is refused', async (_name, content) => {
    for (const mediaType of ['image/jpeg', 'text/plain', docxType]) {
      expect(await refusalCode(() => verify(smuggled(content, mediaType, 'photo.jpg')))).toBe('P12');
    }
  });

  it('of a kind that is not permitted is refused even when it is called so', async () => {
    const page = Buffer.from('<p>x</p>');
    expect(await refusalCode(() => verify(smuggled(page, 'text/html', 'page.html')))).toBe('P12');
    expect(await refusalCode(() => verify(smuggled(jpeg, 'image/svg+xml', 'x.svg')))).toBe('P12');
  });

  it('beyond 10 MiB is refused', async () => {
    const large = Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)]);
    expect(await refusalCode(() => verify(smuggled(large, 'image/jpeg', 'photo.jpg')))).toMatch(
      /^(M08|P06)$/,
    );
  });

  it('that is a picture with something behind its end, or half a picture, is refused', async () => {
    for (const [picture, mediaType] of [
      [jpeg, 'image/jpeg'],
      [png, 'image/png'],
    ] as const) {
      expect((await verify(smuggled(picture, mediaType, 'photo'))).outcome).toBe('authentic');
      for (const content of [Buffer.concat([picture, docx]), picture.subarray(0, -1)]) {
        expect(await refusalCode(() => verify(smuggled(content, mediaType, 'photo')))).toBe('P12');
      }
    }
  });

  it.each(['..\\..\\run.exe', 'rapport\u202Efdp.exe', 'NUL.pdf', 'x'.repeat(300), ''])(
    'named %j is accepted and cleaned when shown',
    async (originalName) => {
      expect((await verify(draft(tables(announced(pdf, { originalName })), blob(pdf)))).outcome).toBe(
        'authentic',
      );
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPackage, PackageDraft } from '../../../main/core/packages/format/build';
import type { Row } from '../../../main/core/packages/format/table-schema';
import { paper } from '../../support/attachments/files';
import { Attaching, blobs, type Faulty, patience, text } from '../../support/hostile/attaching';
import { letterBy } from '../../support/hostile/forger';
import { pdf } from '../../support/packages/attachments';
import { bent, withAttachment } from '../../support/packages/tampering';

/** Hostile and faulty packages of attachments at a real coordination (PACKAGES.md §4.7). */

let files: Attaching;

beforeAll(async () => {
  files = await Attaching.begin();
}, 120_000);

afterAll(() => files.throwAway());

describe('a package of attachments', () => {
  const promised = paper('promis plus tard');
  let base: string;

  beforeAll(async () => {
    const made = files.report([files.announced(promised, { included: false })], []);
    await files.take(made);
    base = made.digest;
  });
  function alone(
    rows: readonly Row[],
    carried: PackageDraft['blobs'],
    change: Partial<PackageDraft> = {},
  ): BuiltPackage {
    return letterBy(files.senegal.holder, {
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
      () => alone([files.announced(pdf)], blobs(pdf)).archive,
      'attachment_unannounced',
    ],
    [
      'with an announced file for another record',
      () =>
        alone(
          [files.announced(promised, { ownerId: String(files.senegal.organisation(1).id) })],
          blobs(promised),
        ).archive,
      'attachment_unannounced',
    ],
    ['that only announces', () => alone([files.announced(promised, { included: false })], []).archive, 'P03'],
    ['without the file it announces', () => alone([files.announced(promised)], []).archive, 'P03'],
    [
      'with one file more than it announces',
      () => alone([files.announced(promised)], blobs(promised, pdf)).archive,
      'P03',
    ],
    [
      'with a lie about the size',
      () => alone([files.announced(promised, { bytes: 9 })], blobs(promised)).archive,
      'P02',
    ],
    [
      'with a program in the place of what was announced',
      () =>
        withAttachment(
          alone([files.announced(promised)], blobs(promised)),
          files.senegal.holder,
          files.announced(text('MZ program'), { mediaType: 'text/plain', originalName: 'statuts.pdf' }),
          text('MZ program'),
        ),
      'P12',
    ],
    [
      'in the name of another committee',
      () => alone([files.announced(promised)], blobs(promised), { from: 'TN' }).archive,
      'M04',
    ],
    [
      'signed by another committee',
      () => {
        const { archive } = letterBy(files.tunisia.holder, {
          kind: 'attachments',
          to: ['FORIM'],
          register: 3,
          tables: { attachments: [files.announced(promised)] },
          blobs: blobs(promised),
        });
        return archive;
      },
      'attachment_unannounced',
    ],
    [
      'with a table of a report',
      () =>
        bent(alone([files.announced(promised)], blobs(promised)), files.senegal.holder, ({ resources }) => {
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
      await files.refuses(faulty);
    },
    patience,
  );

  it('with exactly what was announced is taken, once', async () => {
    const made = alone([files.announced(promised)], blobs(promised));
    const whole = await files.senegal.sealed(made.archive);
    expect(await files.holds(promised)).toBe(false);
    expect(await files.target.opens(whole)).toMatchObject({ kind: 'attachments', from: 'SN', arrived: 1 });
    expect(await files.target.opens(whole)).toMatchObject({ kind: 'known', notice: { code: 'C01' } });
    expect(await files.holds(promised)).toBe(true);
  });
});

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readmeText } from '../../../../main/core/packages/format/readme';
import { allowedSigners } from '../../../../main/core/packages/format/register';
import { indexArchive } from '../../../../main/core/packages/format/zip-reader';
import {
  aProgramme,
  built,
  type Programme,
  registerDraft,
  reportDraft,
} from '../../../support/packages/programme';
import { refusalCode } from '../../../support/packages/refusals';
import { idOf, organisation } from '../../../support/packages/report-tables';
import { inFolder, runTool } from '../../../support/packages/stock-tools';
import { entriesOf } from '../../../support/packages/tampering';

let programme: Programme;
beforeAll(async () => {
  programme = await aProgramme();
});

describe('a package that is built', () => {
  it('holds manifest, signature, README, tables and blobs in this order', () => {
    const content = Buffer.from('%PDF-1.7\n');
    const hash = createHash('sha256').update(content).digest('hex');
    const attachment = {
      sha256: hash,
      ownerTable: 'organisations',
      ownerId: idOf(1),
      bytes: content.length,
      mediaType: 'application/pdf',
      originalName: 'statuts.pdf',
      included: true,
    };
    const tables = { organisations: [organisation(1, 'CI')], attachments: [attachment] };
    const pack = built(reportDraft('CI', { tables, blobs: [{ role: 'attachment', content }] }), programme.ci);
    expect(indexArchive(pack.archive).entries.map(({ name }) => name)).toEqual([
      'datapackage.json',
      'datapackage.json.sig',
      'README.txt',
      'data/organisations.ndjson',
      'data/quarter_lines.ndjson',
      'data/tombstones.ndjson',
      'data/attachments.ndjson',
      `blobs/${hash}`,
    ]);
  });

  it('has the same manifest and signature whenever it is built', () => {
    const first = built(reportDraft('CI'), programme.ci);
    expect(built(reportDraft('CI'), programme.ci).digest).toBe(first.digest);
    expect(Buffer.from(built(reportDraft('CI'), programme.ci).archive).equals(first.archive)).toBe(true);
    expect(
      built(reportDraft('CI', { revision: 1, reason: 'Erreur de saisie' }), programme.ci).digest,
    ).not.toBe(first.digest);
  });

  it('drops the milliseconds of the clock', () => {
    const pack = built(reportDraft('CI', { created: '2026-10-04T18:30:00.123Z' }), programme.ci);
    expect(pack.manifest.created).toBe('2026-10-04T18:30:00Z');
  });

  it('is never signed with what a reader would refuse', async () => {
    const build = (change: Parameters<typeof reportDraft>[1]) =>
      built(reportDraft('CI', change), programme.ci);
    expect(await refusalCode(() => build({ period: null }))).toBe('M01');
    expect(await refusalCode(() => build({ to: ['*'] }))).toBe('M01');
    const program = { role: 'attachment', content: Buffer.from('MZ\x90\0') } as const;
    expect(await refusalCode(() => build({ blobs: [program] }))).toBe('P12');
    expect(() => build({ tables: { gossip: [] } })).toThrow(RangeError);
    expect(() => build({ schema: 9 })).toThrow(RangeError);
    expect(() => built(reportDraft('CI'), programme.ci, programme.sn)).toThrow(RangeError);
  });

  it('explains itself in three languages', () => {
    for (const word of [
      'Vérifier la signature',
      'Verify the signature',
      'التحقق من التوقيع',
      'ssh-keygen -Y verify',
    ]) {
      expect(readmeText).toContain(word);
    }
  });
});

describe('with stock tools', () => {
  it('a package opens, its digests are right and its signature is good; after one changed byte it is not', async () => {
    const pack = built(reportDraft('CI'), programme.ci);
    const files = { 'p.zip': pack.archive, allowed_signers: allowedSigners(programme.register) };
    await inFolder(files, (folder) => {
      expect(runTool('unzip', ['-q', 'p.zip', '-d', 'p'], folder).status).toBe(0);
      const sums = pack.manifest.resources.map(
        ({ hash, path }) => `${hash.slice('sha256:'.length)}  p/${path}\n`,
      );
      expect(runTool('sha256sum', ['-c', '-'], folder, Buffer.from(sums.join(''))).status).toBe(0);
      const verify = (who: string, kind: string, manifest: Uint8Array) =>
        runTool(
          'ssh-keygen',
          `-Y verify -f allowed_signers -I ${who} -n concertation-${kind}-v1 -s p/datapackage.json.sig`.split(
            ' ',
          ),
          folder,
          manifest,
        ).status;
      expect(verify('CI', 'report', pack.manifestBytes)).toBe(0);
      expect(verify('SN', 'report', pack.manifestBytes)).not.toBe(0);
      expect(verify('CI', 'slip', pack.manifestBytes)).not.toBe(0);
      const changed = Uint8Array.from(pack.manifestBytes);
      changed[100] = (changed[100] ?? 0) ^ 1;
      expect(verify('CI', 'report', changed)).not.toBe(0);
    });
  });

  it('a register is verified under ROOT', async () => {
    const pack = built(registerDraft(programme.register), programme.root);
    const signature = entriesOf(pack.archive)[1]?.content ?? new Uint8Array();
    await inFolder({ sig: signature, allowed_signers: allowedSigners(programme.register) }, (folder) => {
      const run = runTool(
        'ssh-keygen',
        '-Y verify -f allowed_signers -I ROOT -n concertation-register-v1 -s sig'.split(' '),
        folder,
        pack.manifestBytes,
      );
      expect(run.status).toBe(0);
    });
  });
});

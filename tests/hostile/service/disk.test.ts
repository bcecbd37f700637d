import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { withFiles } from '../../support/installation';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  newLaptop,
  passphrase,
  typeQuarter,
} from '../../support/laptop';
import { type SmallDisk, smallDisk, whyNoSmallDisk } from '../../support/small-disk';

/** Full and read-only disks (PACKAGES.md §5, B06 and B08). */

const why = whyNoSmallDisk();
if (why) process.stderr.write(`NOT RUN: full and read-only disks: ${why}\n`);

const organisation = { name: 'Union des maraîchers', type: 'association', country: 'SN', status: 'member' };

describe.skipIf(why !== null)('a laptop whose disk is small', () => {
  let disk: SmallDisk;
  let laptop: Laptop;

  beforeEach(async () => {
    disk = smallDisk(6);
    laptop = await committeeLaptop('SN', { documentsFolder: join(disk.folder, 'documents') });
  });

  afterEach(() => {
    laptop.throwAway();
    disk.remove();
  });

  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error) => error.code,
    );

  function findings(): string[] {
    laptop.core.close();
    const wrong = withFiles(laptop, checkWorkspace).filter((finding) => finding.outcome !== 'fine');
    return wrong.map((finding) => `${finding.check} ${finding.detail}`);
  }

  async function unlock(): Promise<string> {
    const [known] = await laptop.call('workspace.known', {});
    return codeOf(laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase }));
  }

  it('says that it is full, keeps what was saved, and goes on once there is room', async () => {
    const first = await laptop.create('organisations', organisation);
    disk.fill();
    const long = { ...organisation, mission: 'Récolte. '.repeat(3_000) };
    const codes: string[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1)
      codes.push(await codeOf(laptop.create('organisations', long)));
    expect(codes.at(-1)).toBe('B06');
    expect(laptop.bugs).toEqual([]);
    const kept = codes.filter((code) => code === 'done').length;
    expect(await laptop.call('members.counts', {})).toMatchObject({ organisations: 1 + kept });
    disk.free();
    await laptop.call('records.update', {
      entity: 'organisations',
      id: first.id,
      revision: 1,
      values: { acronym: 'UM' },
    });
    expect(findings()).toEqual([]);
  });

  it('opens and is read when it is full', async () => {
    await laptop.create('organisations', organisation);
    await laptop.call('workspace.lock', {});
    disk.fill();
    expect(await unlock()).toBe('done');
    expect(await laptop.call('members.counts', {})).toMatchObject({ organisations: 1 });
  });

  it('makes no second workspace when it is full, and leaves nothing of one', async () => {
    disk.fill();
    const folder = join(laptop.settings.documentsFolder, 'Concertation');
    const before = readdirSync(folder);
    expect(
      await codeOf(
        laptop.call('workspace.create', {
          language: 'fr',
          role: 'committee',
          code: 'ML',
          name: 'Comité Mali',
          country: 'ML',
          people: [{ name: 'Awa Keïta', role: 'secretary' }],
          passphrase,
          folder: null,
        }),
      ),
    ).toBe('B06');
    expect(readdirSync(folder)).toEqual(before);
    expect(await laptop.call('workspace.known', {})).toHaveLength(1);
  });

  it('writes no half of a package on a full stick', async () => {
    const coordination = await coordinationLaptop();
    await enrol(coordination, laptop, 'SN');
    await typeQuarter(laptop, '2026-Q3');
    const signed = await laptop.call('quarter.sign', { quarter: '2026-Q3', passphrase });
    const stick = smallDisk(1);
    stick.fill();
    const file = join(stick.folder, 'envoi.colis');
    expect(
      await codeOf(laptop.call('packages.write', { id: signed.outbox, file: laptop.choose(file) })),
    ).toBe('B06');
    expect(readdirSync(stick.folder)).toEqual(['plein']);
    stick.free();
    await laptop.call('packages.write', { id: signed.outbox, file: laptop.choose(file) });
    expect(await coordination.receive(file)).toMatchObject([{ kind: 'report', from: 'SN' }]);
    stick.remove();
    coordination.throwAway();
  });

  it('signs nothing that is in no ledger, when it was full between signature and ledger', async () => {
    const coordination = await coordinationLaptop();
    await enrol(coordination, laptop, 'SN');
    await typeQuarter(laptop, '2026-Q3');
    disk.fill();
    const code = await codeOf(laptop.call('quarter.sign', { quarter: '2026-Q3', passphrase }));
    expect(['done', 'B06']).toContain(code);
    disk.free();
    const { outbox } = await laptop
      .call('quarter.sign', { quarter: '2026-Q3', passphrase })
      .catch(async () => {
        const [item] = await laptop.call('packages.outbox', {});
        return { outbox: item?.id ?? '' };
      });
    await laptop.send(outbox, 'envoi.colis');
    expect(findings()).toEqual([]);
    coordination.throwAway();
  });

  it('is refused as read-only when nothing may be written in it, and opens when it may', async () => {
    await laptop.call('workspace.lock', {});
    disk.makeReadOnly();
    expect(await unlock()).toBe('B08');
    expect(laptop.bugs).toEqual([]);
    disk.makeWritable();
    expect(await unlock()).toBe('done');
  });

  it('takes no new workspace when it is read-only', async () => {
    await laptop.call('workspace.lock', {});
    disk.makeReadOnly();
    const other = newLaptop();
    const choice = other.choose(disk.folder);
    expect(
      await codeOf(
        other.call('workspace.create', {
          language: 'fr',
          role: 'committee',
          code: 'ML',
          name: 'Comité Mali',
          country: 'ML',
          people: [{ name: 'Awa Keïta', role: 'secretary' }],
          passphrase,
          folder: choice,
        }),
      ),
    ).toBe('B08');
    expect(existsSync(join(disk.folder, 'Concertation'))).toBe(false);
    other.throwAway();
    disk.makeWritable();
  });
});

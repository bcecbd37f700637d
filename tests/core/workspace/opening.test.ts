import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyringSchema, unwrapKey, wrapKey } from '../../../db/keys';
import {
  cheapKeys,
  committeeLaptop,
  inSeptember,
  type Laptop,
  newLaptop,
  passphrase,
} from '../../support/laptop';

let laptop: Laptop;

beforeEach(async () => {
  laptop = await committeeLaptop('TN');
});

afterEach(() => laptop.throwAway());

async function workspaceId(of: Laptop): Promise<string> {
  const [known] = await of.call('workspace.known', {});
  return known?.id ?? '';
}

const wrong = 'une autre phrase tout à fait';

describe('a passphrase typed with other blanks', () => {
  const unlockBy = async (typed: string) => {
    await laptop.call('workspace.lock', {});
    return laptop.call('workspace.unlock', { id: await workspaceId(laptop), passphrase: typed });
  };
  const withNoBreakSpaces = passphrase.replaceAll(' ', '\u00A0');

  it('opens as its plain form does: no-break spaces, a blank at its end, letters taken apart', async () => {
    for (const typed of [
      withNoBreakSpaces,
      passphrase.replaceAll(' ', '\u202F'),
      `${passphrase} `,
      `\u00A0${passphrase}`,
      passphrase.normalize('NFD'),
    ]) {
      await expect(unlockBy(typed)).resolves.toEqual({});
    }
  });

  it('makes a workspace that its plain form opens', async () => {
    await laptop.call('workspace.changePassphrase', {
      passphrase,
      newPassphrase: `rivière\u00A0velours\u202Flundi tampon mangue `,
    });
    await expect(unlockBy('rivière velours lundi tampon mangue')).resolves.toEqual({});
  });

  it('opens a workspace that was made of the raw form, by that form', async () => {
    const raw = `${withNoBreakSpaces} `;
    const path = join(laptop.workspaceFolder, 'keyring.json');
    const keyring = keyringSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const context = `concertation-keyring-1:${keyring.workspace}:passphrase`;
    const key = unwrapKey(keyring.passphrase, passphrase, context);
    if (key === null) throw new Error('The passphrase does not open the keyring');
    const wrapped = wrapKey(key, raw, context, { N: cheapKeys }, randomBytes);
    writeFileSync(path, JSON.stringify({ ...keyring, passphrase: wrapped }));
    await expect(unlockBy(raw)).resolves.toEqual({});
    await expect(unlockBy(passphrase)).rejects.toMatchObject({ code: 'B01' });
  });

  it('counts as one try when it is wrong in both forms', async () => {
    const codes: string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await unlockBy('une\u00A0autre phrase ').catch((error) => codes.push(error.code));
    }
    expect(codes).toEqual(['B01', 'B01', 'passphrase_wait']);
  });
});

describe('a workspace that was locked', () => {
  it('opens with its passphrase and shows who may sit there', async () => {
    await laptop.call('workspace.lock', {});
    expect((await laptop.call('workspace.state', {})).status).toBe('closed');
    await laptop.call('workspace.unlock', { id: await workspaceId(laptop), passphrase });
    const state = await laptop.call('workspace.state', {});
    expect(state).toMatchObject({ status: 'open', code: 'TN', role: 'committee', currentQuarter: '2026-Q3' });
  });

  it('refuses a wrong passphrase and makes one wait longer and longer', async () => {
    const id = await workspaceId(laptop);
    await laptop.call('workspace.lock', {});
    const codes: string[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await laptop
        .call('workspace.unlock', { id, passphrase: wrong })
        .catch((error) => codes.push(error.code));
    }
    expect(codes).toEqual(['B01', 'B01', 'passphrase_wait', 'passphrase_wait']);
    await expect(laptop.call('workspace.unlock', { id, passphrase })).rejects.toMatchObject({
      code: 'passphrase_wait',
    });
  });

  it('doubles the wait at every further try, and forgets it after the right one', async () => {
    const id = await workspaceId(laptop);
    await laptop.call('workspace.lock', {});
    const wrongTry = () => laptop.call('workspace.unlock', { id, passphrase: wrong }).catch((error) => error);
    for (let attempt = 0; attempt < 2; attempt += 1) expect((await wrongTry()).code).toBe('B01');
    for (const [tries, seconds] of [2, 4, 8, 16].entries()) {
      laptop = laptop.restarted({
        fixed: { now: inSeptember + (tries + 1) * 600_000, seed: `try ${tries}` },
      });
      expect(await wrongTry()).toMatchObject({ code: 'passphrase_wait', params: { seconds } });
    }
    laptop = laptop.restarted({ fixed: { now: inSeptember + 6_000_000, seed: 'later' } });
    await laptop.call('workspace.unlock', { id, passphrase });
    await laptop.call('workspace.lock', {});
    expect((await wrongTry()).code).toBe('B01');
  });

  it('still makes one wait when it was forgotten and added again, or added over itself', async () => {
    const id = await workspaceId(laptop);
    const place = laptop.workspaceFolder;
    await laptop.call('workspace.lock', {});
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await laptop.call('workspace.unlock', { id, passphrase: wrong }).catch(() => undefined);
    }
    const refused = { code: 'passphrase_wait' };
    await laptop.call('workspace.addFolder', { folder: laptop.choose(place) });
    await expect(laptop.call('workspace.unlock', { id, passphrase })).rejects.toMatchObject(refused);
    await laptop.call('workspace.forget', { id });
    expect(await laptop.call('workspace.known', {})).toEqual([]);
    await laptop.call('workspace.addFolder', { folder: laptop.choose(place) });
    await expect(laptop.call('workspace.unlock', { id, passphrase })).rejects.toMatchObject(refused);
  });

  it('still makes one wait after the application was started again, and opens once the time is over', async () => {
    const id = await workspaceId(laptop);
    await laptop.call('workspace.lock', {});
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await laptop.call('workspace.unlock', { id, passphrase: wrong }).catch(() => undefined);
    }
    laptop = laptop.restarted();
    await expect(laptop.call('workspace.unlock', { id, passphrase })).rejects.toMatchObject({
      code: 'passphrase_wait',
    });
    laptop = laptop.restarted({ fixed: { now: inSeptember + 600_000, seed: 'later' } });
    await laptop.call('workspace.unlock', { id, passphrase });
    expect((await laptop.call('workspace.state', {})).status).toBe('open');
  });

  it('refuses every operation on records until it is unlocked', async () => {
    await laptop.call('workspace.lock', {});
    await expect(laptop.call('members.counts', {})).rejects.toMatchObject({ code: 'workspace_locked' });
  });
});

describe('the language of the windows', () => {
  async function language(): Promise<string> {
    return (await laptop.call('workspace.state', {})).language;
  }

  it('chosen at the door goes inside, and stays there', async () => {
    const id = await workspaceId(laptop);
    await laptop.call('workspace.lock', {});
    await laptop.call('workspace.chooseLanguage', { language: 'ar' });
    await laptop.call('workspace.unlock', { id, passphrase });
    expect(await language()).toBe('ar');
    laptop = laptop.restarted();
    await laptop.call('workspace.unlock', { id, passphrase });
    expect(await language()).toBe('ar');
  });

  it('chosen inside is not undone by what was chosen at the door before', async () => {
    const id = await workspaceId(laptop);
    await laptop.call('workspace.lock', {});
    await laptop.call('workspace.chooseLanguage', { language: 'ar' });
    await laptop.call('workspace.unlock', { id, passphrase });
    await laptop.call('workspace.chooseLanguage', { language: 'en' });
    await laptop.call('workspace.lock', {});
    await laptop.call('workspace.unlock', { id, passphrase });
    expect(await language()).toBe('en');
  });
});

describe('the recovery sheet', () => {
  it('opens the workspace under a new passphrase, and the old one stops working', async () => {
    const sheet = await laptop.call('workspace.renewRecovery', { passphrase });
    const id = await workspaceId(laptop);
    await laptop.call('workspace.lock', {});
    const newPassphrase = 'cartable fenêtre orage palmier';
    const code = `${sheet.recoveryGroups.join(' ')} ${sheet.recoveryCheck}`;
    await laptop.call('workspace.unlockWithRecovery', { id, code, newPassphrase });
    await laptop.call('workspace.lock', {});
    await expect(laptop.call('workspace.unlock', { id, passphrase })).rejects.toMatchObject({ code: 'B01' });
    await laptop.call('workspace.unlock', { id, passphrase: newPassphrase });
  });

  it('tells a mistyped digit from a wrong sheet', async () => {
    const old = await laptop.call('workspace.renewRecovery', { passphrase });
    await laptop.call('workspace.renewRecovery', { passphrase });
    const id = await workspaceId(laptop);
    await laptop.call('workspace.lock', {});
    const digits = old.recoveryGroups.join('');
    const oneOff = `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}${old.recoveryCheck}`;
    const input = { id, newPassphrase: 'cartable fenêtre orage palmier' };
    await expect(
      laptop.call('workspace.unlockWithRecovery', { ...input, code: oneOff }),
    ).rejects.toMatchObject({
      code: 'recovery_mistyped',
    });
    await expect(
      laptop.call('workspace.unlockWithRecovery', { ...input, code: digits + old.recoveryCheck }),
    ).rejects.toMatchObject({ code: 'recovery_mismatch' });
  });

  it('is asked back once, by two of its groups', async () => {
    const sheet = await laptop.call('workspace.renewRecovery', { passphrase });
    const group = (index: number) => ({ index, digits: sheet.recoveryGroups[index] ?? '' });
    await expect(
      laptop.call('workspace.confirmRecovery', { groups: [group(1), { index: 4, digits: 'xxxx' }] }),
    ).rejects.toMatchObject({ code: 'recovery_mismatch' });
    await laptop.call('workspace.confirmRecovery', { groups: [group(1), group(4)] });
    expect(await laptop.call('workspace.state', {})).toMatchObject({ recovery: 'confirmed' });
  });
});

describe('a new workspace', () => {
  it('refuses a passphrase that is short, a year, or the name of the committee', async () => {
    const other = newLaptop();
    for (const weak of ['court', '2026202620262026', 'Comité Tunisie 2026']) {
      await expect(
        other.call('workspace.create', {
          language: 'fr',
          role: 'committee',
          code: 'TN',
          name: 'Comité Tunisie',
          country: 'TN',
          people: [{ name: 'Salma Trabelsi', role: 'secretary' }],
          passphrase: weak,
          folder: null,
        }),
      ).rejects.toMatchObject({ code: 'passphrase_weak' });
    }
    expect(await other.call('workspace.known', {})).toEqual([]);
    other.throwAway();
  });
});

describe('a database that is not what it should be', () => {
  async function unlockCode(): Promise<string> {
    const id = await workspaceId(laptop);
    return laptop.call('workspace.unlock', { id, passphrase }).then(
      () => 'opened',
      (error) => error.code,
    );
  }

  const database = () => join(laptop.workspaceFolder, 'workspace.db');

  beforeEach(() => laptop.call('workspace.lock', {}));

  it('is refused as foreign when it is a text file', async () => {
    writeFileSync(database(), 'Ceci est une liste.\n'.repeat(300));
    expect(await unlockCode()).toBe('B03');
  });

  it('is refused as foreign when it is a plain SQLite file', async () => {
    rmSync(database());
    const plain = new Database(database());
    plain.exec('CREATE TABLE t (a TEXT)');
    plain.close();
    expect(await unlockCode()).toBe('B03');
  });

  it('is refused when it is empty, and never created anew', async () => {
    truncateSync(database(), 0);
    expect(await unlockCode()).toBe('B09');
    expect(readFileSync(database())).toHaveLength(0);
  });

  it('is refused when it is missing, and says which of the two files is', async () => {
    renameSync(database(), `${database()}.away`);
    expect(await unlockCode()).toBe('B09');
    const [known] = await laptop.call('workspace.known', {});
    expect(known?.present).toBe('database_missing');
  });

  it('is refused as damaged when it is cut in half', async () => {
    truncateSync(database(), Math.floor(readFileSync(database()).length / 2));
    expect(await unlockCode()).toBe('B02');
  });

  it('is refused as damaged when one bit of its first page is flipped', async () => {
    const bytes = readFileSync(database());
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(database(), bytes);
    expect(await unlockCode()).toBe('B02');
  });

  it('is refused when it belongs to another workspace', async () => {
    const other = await committeeLaptop('SN');
    other.core.close();
    copyFileSync(join(other.workspaceFolder, 'workspace.db'), database());
    expect(await unlockCode()).toMatch(/^B0[23]$/);
    other.throwAway();
  });

  it('is refused when a newer application made its schema', async () => {
    const id = await workspaceId(laptop);
    const newer = laptop.path('migrations');
    cpSync('db/migrations', newer, { recursive: true });
    const journal = join(newer, 'meta', '_journal.json');
    const known = JSON.parse(readFileSync(journal, 'utf8'));
    known.entries.push({
      idx: 2,
      version: '6',
      when: 4_000_000_000_000,
      tag: '0002_future',
      breakpoints: true,
    });
    writeFileSync(journal, JSON.stringify(known));
    writeFileSync(join(newer, '0002_future.sql'), 'CREATE TABLE future (a text) STRICT;');
    const { migrationsFolder } = laptop.settings;
    laptop = laptop.restarted({ migrationsFolder: newer });
    await laptop.call('workspace.unlock', { id, passphrase });
    laptop = laptop.restarted({ migrationsFolder });
    expect(await unlockCode()).toBe('B07');
  });

  it('is refused while it is open elsewhere', async () => {
    const id = await workspaceId(laptop);
    await laptop.call('workspace.unlock', { id, passphrase });
    const second = laptop.path('second');
    const other = newLaptop({ profileFolder: second });
    const folder = other.choose(laptop.workspaceFolder);
    const added = await other.call('workspace.addFolder', { folder });
    await expect(other.call('workspace.unlock', { ...added, passphrase })).rejects.toMatchObject({
      code: 'B05',
    });
    other.throwAway();
  });

  it.each([
    ['is cut', (text: string) => text.slice(0, 80)],
    ['asks for an absurd work factor', (text: string) => text.replace(/"N": 16384/g, '"N": 1073741824')],
    ['asks for hardly any work', (text: string) => text.replace(/"N": 16384/g, '"N": 2')],
    ['has a nonce without length', (text: string) => text.replace(/"nonce": "[^"]*"/, '"nonce": ""')],
    ['has keys that nobody knows', (text: string) => text.replace('"format"', '"extra": 1,\n "format"')],
  ])('is not even tried when the keyring %s', async (_what, spoil) => {
    const keyring = join(laptop.workspaceFolder, 'keyring.json');
    writeFileSync(keyring, spoil(readFileSync(keyring, 'utf8')));
    expect(await unlockCode()).toBe('K12');
  });

  it('is opened for reading but not for signing when its WAL was lost after a signature', async () => {
    const id = await workspaceId(laptop);
    writeFileSync(join(laptop.workspaceFolder, 'ledger.txt'), `TN:report 1 1 sha256:${'a'.repeat(64)}\n`);
    await laptop.call('workspace.unlock', { id, passphrase });
    expect(await laptop.call('workspace.state', {})).toMatchObject({ ledger: 'behind' });
  });
});

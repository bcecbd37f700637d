import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { withFiles } from '../../support/installation';
import { copyOf, started } from '../../support/kills/kill-runs';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  typeQuarter,
} from '../../support/laptop';

/**
 * A workspace whose laptop lost its current, and whose files then suffered (PACKAGES.md §4.9, §5). The image of the lost
 * current is a copy of the folder while it is open: database and WAL as a killed process leaves them.
 */

const quarter = '2026-Q3';
const lost = { name: 'Association tapée en dernier', type: 'association', country: 'SN', status: 'member' };
let coordination: Laptop;
let committee: Laptop;
/** After an edit that is only in the WAL. */
let edited: string;
/** After a signature that is only in the WAL. */
let signed: string;
let laptop: Laptop;

beforeAll(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('SN');
  await enrol(coordination, committee, 'SN');
  await typeQuarter(committee, quarter);
  const [known] = await committee.call('workspace.known', {});
  await committee.call('workspace.lock', {});
  await committee.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  await committee.create('organisations', lost);
  edited = copyOf(committee.root);
  await committee.call('quarter.sign', { quarter, passphrase });
  signed = copyOf(committee.root);
});

afterAll(() => {
  coordination.throwAway();
  committee.throwAway();
  for (const root of [edited, signed]) rmSync(root, { recursive: true });
});

afterEach(() => laptop?.throwAway());

const file = (name: string) => join(laptop.workspaceFolder, name);

async function unlock(): Promise<string> {
  const [known] = await laptop.call('workspace.known', {});
  return laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase }).then(
    () => 'opened',
    (error) => error.code,
  );
}

async function ledger() {
  const state = await laptop.call('workspace.state', {});
  return state.status === 'open' ? state.ledger : state.status;
}

const signing = () =>
  laptop.call('quarter.sign', { quarter, passphrase }).then(
    () => 'signed',
    (error) => error.code,
  );

const wals: [string, (wal: string) => void][] = [
  ['deleted', (wal) => rmSync(wal)],
  ['zeroed', (wal) => writeFileSync(wal, Buffer.alloc(readFileSync(wal).length))],
  ['cut to its head', (wal) => truncateSync(wal, 32)],
  ['altered by one bit at its beginning', (wal) => flip(wal, 60)],
];

function flip(path: string, place: number): void {
  const bytes = readFileSync(path);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('a workspace whose WAL is whole', () => {
  it('has everything after the current came back', async () => {
    laptop = started(copyOf(signed));
    expect(await unlock()).toBe('opened');
    expect(await laptop.call('members.counts', {})).toMatchObject({ organisations: 1 });
    expect(await ledger()).toBe('fine');
    laptop.core.close();
    expect(withFiles(laptop, checkWorkspace).filter((finding) => finding.outcome !== 'fine')).toEqual([]);
  });
});

describe.each(wals)('a workspace whose WAL was %s', (_what, spoil) => {
  it('opens without its last edits, says so, and signs nothing', async () => {
    laptop = started(copyOf(edited));
    spoil(file('workspace.db-wal'));
    expect(await unlock()).toBe('opened');
    expect(await laptop.call('members.counts', {})).toMatchObject({ organisations: 0 });
    expect(await ledger()).toBe('behind');
    expect(await signing()).toBe('B04');
  });

  it('never gives the number of a lost signature again, whatever is edited afterwards', async () => {
    laptop = started(copyOf(signed));
    spoil(file('workspace.db-wal'));
    expect(await unlock()).toBe('opened');
    for (let edit = 0; edit < 5; edit += 1) await laptop.create('organisations', lost);
    const { root } = laptop;
    laptop.core.close();
    laptop = started(root);
    expect(await unlock()).toBe('opened');
    expect(await ledger()).toBe('behind');
    expect(await signing()).toBe('B04');
  });
});

describe('a workspace beside which the WAL of another one lies', () => {
  it('sets it aside, never takes its content, and shows what is missing', async () => {
    const other = await committeeLaptop('ML');
    await other.create('organisations', { ...lost, name: 'Association d’un autre pays', country: 'ML' });
    laptop = started(copyOf(edited));
    copyFileSync(join(other.workspaceFolder, 'workspace.db-wal'), file('workspace.db-wal'));
    other.throwAway();
    expect(await unlock()).toBe('opened');
    expect(await laptop.call('members.counts', {})).toMatchObject({ organisations: 0 });
    expect(await ledger()).toBe('behind');
    laptop.core.close();
    const wrong = withFiles(laptop, checkWorkspace).filter((finding) => finding.outcome !== 'fine');
    expect(wrong.map((finding) => finding.check)).toEqual(['writes']);
  });
});

describe('a workspace whose other files suffered', () => {
  it('is refused while its archive is damaged, and opens once that was put back', async () => {
    laptop = started(copyOf(signed));
    const whole = readFileSync(file('blobs.db'));
    rmSync(file('blobs.db-wal'), { force: true });
    writeFileSync(file('blobs.db'), Buffer.alloc(8192, 7));
    expect(await unlock()).toBe('B02');
    writeFileSync(file('blobs.db'), whole);
    expect(await unlock()).toBe('opened');
  });

  it('completes a ledger that lacks a signature, and does not stumble over half a line', async () => {
    laptop = started(copyOf(signed));
    const lines = readFileSync(file('ledger.txt'), 'utf8');
    writeFileSync(file('ledger.txt'), lines.slice(0, -40));
    expect(await unlock()).toBe('opened');
    expect(await ledger()).toBe('fine');
    const after = readFileSync(file('ledger.txt'), 'utf8').split('\n');
    for (const line of lines.split('\n')) expect(after).toContain(line);
    appendFileSync(file('ledger.txt'), 'SN:report 1 2 sha256:');
    await laptop.call('quarter.startRectification', { quarter, reason: 'Un oubli.' }).catch(() => undefined);
    laptop.core.close();
    expect(await unlock()).toBe('opened');
    laptop.core.close();
    expect(withFiles(laptop, checkWorkspace).filter((finding) => finding.outcome !== 'fine')).toEqual([]);
  });

  it('is not even tried with the keyring of another workspace', async () => {
    const other = await committeeLaptop('ML');
    laptop = started(copyOf(edited));
    copyFileSync(join(other.workspaceFolder, 'keyring.json'), file('keyring.json'));
    other.throwAway();
    expect(await unlock()).toBe('K12');
  });

  it.each([
    ['cut', (text: string) => text.slice(0, 30)],
    ['empty', () => ''],
    ['without nonce', (text: string) => text.replace(/"nonce": "[^"]*"/, '"nonce": ""')],
    ['without content', (text: string) => text.replace(/"box": "[^"]*"/, '"box": ""')],
    ['altered', (text: string) => text.replace(/"box": "..../, '"box": "AAAA')],
  ])('can be read but signs nothing when its keys are %s', async (_what, spoil) => {
    laptop = started(copyOf(edited));
    writeFileSync(file('signing.json'), spoil(readFileSync(file('signing.json'), 'utf8')));
    expect(await unlock()).toBe('opened');
    expect(await laptop.call('workspace.state', {})).toMatchObject({ signing: 'foreign' });
    expect(await signing()).toBe('cannot_sign');
    expect(laptop.bugs).toEqual([]);
  });

  it('starts with a damaged list of workspaces, which is set aside, and opens again by its folder', async () => {
    const root = copyOf(edited);
    laptop = started(root);
    const folder = laptop.workspaceFolder;
    const list = laptop.path(join('profile', 'workspaces.json'));
    const { length } = readFileSync(list);
    writeFileSync(list, Buffer.alloc(length));
    expect(await laptop.call('workspace.known', {})).toEqual([]);
    expect(readFileSync(`${list}.damaged`)).toHaveLength(length);
    const { id } = await laptop.call('workspace.addFolder', { folder: laptop.choose(folder) });
    await laptop.call('workspace.unlock', { id, passphrase });
    expect(await laptop.call('workspace.state', {})).toMatchObject({ code: 'SN', signing: 'ready' });
  });

  it('is refused when only the first page of it was ever written', async () => {
    laptop = started(copyOf(edited));
    rmSync(file('workspace.db-wal'));
    truncateSync(file('workspace.db'), 4096);
    expect(await unlock()).toMatch(/^B0[29]$/);
    expect(readFileSync(file('workspace.db'))).toHaveLength(4096);
  });

  it('is refused when somebody put code into the database', async () => {
    laptop = started(copyOf(edited));
    withFiles(laptop, ({ database }) =>
      database.$client.exec(
        "CREATE TRIGGER hidden AFTER INSERT ON organisations BEGIN UPDATE organisations SET name = 'x'; END",
      ),
    );
    expect(await unlock()).toBe('B02');
  });

  it('loses an unfinished file at its start, and nothing else', async () => {
    laptop = started(copyOf(edited));
    writeFileSync(file('keyring.json.part'), '{"format": 1,');
    expect(await unlock()).toBe('opened');
    expect(existsSync(file('keyring.json.part'))).toBe(false);
    expect(readdirSync(laptop.workspaceFolder)).toContain('keyring.json');
  });
});

import { writeSync } from 'node:fs';
import type { AttachmentOwner } from '../../../main/core/contract/attachments/operations';
import { paper, phonePhoto } from '../attachments/files';
import { Laptop, passphrase } from '../laptop';
import { liveADay } from './day';
import { type KillPoints, watchSteps } from './kill-points';
import { editMany, editManyEndlessly, moveMany } from './many';

/**
 * The program that is killed: a real core on a laptop's folders, doing one piece of work and telling each step of it
 * that was acknowledged, one line of JSON each, before it goes on.
 */

export type Work =
  | { readonly name: 'edits'; readonly quarter: string }
  | { readonly name: 'endless edits' }
  | { readonly name: 'a day'; readonly quarter: string; readonly refused: string; readonly file: string }
  | { readonly name: 'sign and write'; readonly quarter: string; readonly file: string }
  | { readonly name: 'import and accept'; readonly file: string; readonly slip: string }
  | { readonly name: 'bring in a list'; readonly file: string }
  | { readonly name: 'attach files'; readonly organisation: string; readonly person: string }
  | { readonly name: 'endless attachments'; readonly organisation: string }
  | { readonly name: 'erase a person'; readonly person: string; readonly fullName: string }
  | { readonly name: 'start after the trash has expired' }
  | { readonly name: 'receive files'; readonly files: readonly string[] }
  | { readonly name: 'edit many' | 'move many' | 'edit many endlessly' }
  | { readonly name: 'new workspace' }
  | { readonly name: 'new passphrase'; readonly newPassphrase: string }
  | {
      readonly name: 'request enrolment';
      readonly invitation: string;
      readonly digits: string;
      readonly file: string;
    }
  | {
      readonly name: 'enrol';
      readonly request: string;
      readonly digits: string;
      readonly file: string;
    };

export interface Job {
  /** Folder of the laptop. */
  readonly root: string;
  /** Milliseconds and seed of this run: two runs on one laptop must not draw the same ids. */
  readonly now: number;
  readonly seed: string;
  readonly work: Work;
  /** Number of the step before which the process dies; null = it lives. */
  readonly end: number | null;
}

/** What the program tells, in this order: its acknowledged acts, and at the end its steps. */
export type Told =
  | { readonly did: string; readonly [detail: string]: unknown }
  | { readonly steps: readonly string[] };

/** Does a piece of work on a laptop; `told` hears of each act once the core has acknowledged it. */
export async function doWork(laptop: Laptop, work: Work, told: (act: Told) => void): Promise<void> {
  if (work.name === 'new workspace') return makeWorkspace(laptop, told);
  const [known] = await laptop.call('workspace.known', {});
  await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  switch (work.name) {
    case 'edits':
      return edits(laptop, work.quarter, told);
    case 'endless edits':
      for (let round = 0; ; round += 1) await edit(laptop, `Association ${known?.code} ${round}`, told);
    case 'a day':
      await liveADay(laptop, work);
      return process.kill(process.pid, 'SIGKILL') && undefined;
    case 'sign and write': {
      const items = await laptop.call('packages.outbox', {});
      const signed = items.find((item) => item.kind === 'report' && item.period === work.quarter);
      const outbox = signed?.id ?? (await sign(laptop, work.quarter, told));
      return write(laptop, outbox, work.file, told);
    }
    case 'import and accept':
      return importAndAccept(laptop, work.file, work.slip, told);
    case 'bring in a list':
      return bringIn(laptop, work.file, told);
    case 'attach files':
      return attachFiles(laptop, work, told);
    case 'endless attachments':
      for (let round = 0; ; round += 1) {
        const owner = { entity: 'organisations', id: work.organisation } as const;
        await attach(laptop, owner, paper(`${laptop.settings.fixed?.seed} ${round}`, 300_000), told);
      }
    case 'erase a person': {
      const { fullName } = work;
      await laptop.call('members.erasePerson', { id: work.person, manner: 'erase', confirmation: fullName });
      return told({ did: 'erased' });
    }
    case 'start after the trash has expired':
      // The opening has done it.
      return told({ did: 'opened' });
    case 'receive files':
      for (const file of work.files) {
        const [received] = await laptop.receive(file);
        told({ did: 'received', kind: received?.kind ?? '' });
      }
      return;
    case 'new passphrase':
      await laptop.call('workspace.changePassphrase', { passphrase, newPassphrase: work.newPassphrase });
      return told({ did: 'changed' });
    case 'edit many':
      return editMany(laptop, told);
    case 'move many':
      return moveMany(laptop, told);
    case 'edit many endlessly':
      return editManyEndlessly(laptop, told);
    case 'request enrolment':
      return requestEnrolment(laptop, work, told);
    case 'enrol':
      return enrol(laptop, work, told);
  }
}

async function makeWorkspace(laptop: Laptop, told: (act: Told) => void): Promise<void> {
  const made = await laptop.call('workspace.create', {
    language: 'fr',
    role: 'committee',
    code: 'GN',
    name: 'Comité Guinée',
    country: 'GN',
    people: [{ name: 'Mariama Diallo', role: 'secretary' }],
    passphrase,
    folder: null,
  });
  told({ did: 'created', id: made.id });
  const groups = made.recoveryGroups.slice(0, 2).map((digits, index) => ({ index, digits }));
  await laptop.call('workspace.confirmRecovery', { groups });
  told({ did: 'confirmed' });
}

async function edits(laptop: Laptop, quarter: string, told: (act: Told) => void): Promise<void> {
  await edit(laptop, 'Association des transporteurs', told);
  const { id } = await laptop.create('organisations', organisation('Union des pêcheurs'));
  told({ did: 'created', id, name: 'Union des pêcheurs' });
  await laptop.call('records.trash', { entity: 'organisations', ids: [id] });
  told({ did: 'trashed', id });
  await laptop.call('changes.undo', {});
  told({ did: 'restored', id });
  await laptop.call('quarter.saveNarrative', { quarter, field: 'difficulties', text: 'Routes coupées.' });
  told({ did: 'narrated', text: 'Routes coupées.' });
}

/** A record made and then changed in two fields at once: half of it would be one field. */
async function edit(laptop: Laptop, name: string, told: (act: Told) => void): Promise<void> {
  const { id, revision } = await laptop.create('organisations', organisation(name));
  told({ did: 'created', id, name });
  const values = { name: `${name} (suite)`, acronym: 'SUITE' };
  await laptop.call('records.update', { entity: 'organisations', id, revision, values });
  told({ did: 'changed', id, name: values.name });
}

/** Files of two owners, one of them thrown away and taken back. */
async function attachFiles(
  laptop: Laptop,
  { organisation: id, person }: Extract<Work, { name: 'attach files' }>,
  told: (act: Told) => void,
): Promise<void> {
  const owner = { entity: 'organisations', id } as const;
  await attach(laptop, owner, paper('statuts', 90_000), told);
  await attach(laptop, { entity: 'persons', id: person }, phonePhoto({ seed: 'tué'.repeat(9_000) }), told);
  const thrown = await attach(laptop, owner, paper('récépissé', 20_000), told);
  await laptop.call('records.trash', { entity: 'attachments', ids: [thrown] });
  told({ did: 'trashed', id: thrown });
  await laptop.call('records.restore', { entity: 'attachments', ids: [thrown] });
  told({ did: 'restored', id: thrown });
}

async function attach(
  laptop: Laptop,
  owner: AttachmentOwner,
  bytes: Uint8Array,
  told: (act: Told) => void,
): Promise<string> {
  const { id } = await laptop.call('attachments.add', {
    owner,
    consent: null,
    kind: null,
    fileName: 'piece',
    bytes: Uint8Array.from(bytes),
  });
  told({ did: 'attached', id });
  return id;
}

function organisation(name: string) {
  return { name, type: 'association', country: 'SN', status: 'member', acronym: 'A' };
}

async function sign(laptop: Laptop, quarter: string, told: (act: Told) => void): Promise<string> {
  const { outbox, digest } = await laptop.call('quarter.sign', { quarter, passphrase });
  told({ did: 'signed', digest });
  return outbox;
}

async function write(laptop: Laptop, outbox: string, file: string, told: (act: Told) => void): Promise<void> {
  await laptop.call('packages.write', { id: outbox, file: laptop.choose(file) });
  told({ did: 'written' });
}

async function importAndAccept(
  laptop: Laptop,
  file: string,
  slip: string,
  told: (act: Told) => void,
): Promise<void> {
  await laptop.receive(file);
  told({ did: 'imported' });
  const [report] = await laptop.call('submissions.list', {});
  if (!report) throw new Error('There is no report after its import');
  if (report.state === 'to_review') {
    await laptop.call('submissions.decide', {
      id: report.id,
      decision: 'accepted',
      general: '',
      remarks: [],
      deadline: null,
      confirmation: null,
      passphrase,
    });
    told({ did: 'accepted' });
  }
  const items = await laptop.call('packages.outbox', {});
  const answer = items.find((item) => item.kind === 'slip');
  if (!answer) throw new Error('There is no slip after the acceptance');
  await write(laptop, answer.id, slip, told);
}

async function bringIn(laptop: Laptop, file: string, told: (act: Told) => void): Promise<void> {
  const view = await laptop.call('spreadsheets.open', { file: laptop.choose(file) });
  const applied = await laptop.call('spreadsheets.apply', { import: view.import });
  told({ did: 'brought in', created: applied.created, changed: applied.changed });
}

async function requestEnrolment(
  laptop: Laptop,
  work: Extract<Work, { name: 'request enrolment' }>,
  told: (act: Told) => void,
): Promise<void> {
  const items = await laptop.call('packages.outbox', {});
  let request = items.find((item) => item.kind === 'enrol')?.id;
  if (request === undefined) {
    await laptop.receive(work.invitation);
    const { invitation } = await laptop.call('trust.overview', {});
    told({ did: 'invited' });
    const answer = await laptop.call('trust.acceptInvitation', {
      invitation: invitation?.id ?? '',
      digits: work.digits,
    });
    if (answer.match !== 'yes') throw new Error('The digits of the root did not match');
    told({ did: 'requested' });
    request = answer.outbox;
  }
  await write(laptop, request, work.file, told);
}

async function enrol(
  laptop: Laptop,
  work: Extract<Work, { name: 'enrol' }>,
  told: (act: Told) => void,
): Promise<void> {
  await laptop.receive(work.request);
  const { requests } = await laptop.call('trust.overview', {});
  told({ did: 'received' });
  const [waiting] = requests;
  if (waiting) {
    const answer = await laptop.call('trust.confirmRequest', {
      request: waiting.id,
      digits: work.digits,
      root: laptop.choose(laptop.path('racine.age')),
      rootPassphrase: passphrase,
    });
    if (answer.match !== 'yes') throw new Error('The digits of the committee did not match');
    told({ did: 'enrolled' });
  }
  const items = await laptop.call('packages.outbox', {});
  const register = items.find((item) => item.kind === 'register');
  await write(laptop, register?.id ?? '', work.file, told);
}

async function live({ root, now, seed, work, end }: Job): Promise<void> {
  const say = (act: Told) => writeSync(1, `${JSON.stringify(act)}\n`);
  const points: KillPoints = watchSteps(end);
  // The trash keeps files for 90 days.
  const later = work.name === 'start after the trash has expired' ? 100 * 24 * 60 * 60 * 1_000 : 0;
  const laptop = new Laptop(root, { fixed: { now: now + later, seed } });
  await doWork(laptop, work, say);
  say({ steps: points.steps });
  laptop.core.close();
}

const [, , job] = process.argv;
if (job !== undefined) void live(JSON.parse(job) as Job);

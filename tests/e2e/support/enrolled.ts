import path from 'node:path';
import { answered } from './answers';
import type { Concertation } from './launch';

/** A committee that is in the register, made between two running applications through the page's own door. */

export const passphrase = 'mangue tampon rivière lundi velours';

/** Where files go from one laptop to the other in a test. */
export interface Stick {
  readonly folder: string;
}

/** Makes the workspace of a lead coordination: root key on the stick, register 1. */
export async function startCoordination(coordination: Concertation, stick: Stick): Promise<void> {
  await answered(coordination, 'workspace.create', {
    language: 'fr',
    role: 'coordination',
    code: 'FORIM',
    name: 'FORIM',
    country: null,
    people: [{ name: 'Claire Adjovi', role: 'coordinator' }],
    passphrase,
    folder: null,
  });
  const file = await placeFor(coordination, stick, 'racine.age', 'root_key');
  await answered(coordination, 'trust.createRoot', { file, passphrase });
  await answered(coordination, 'trust.confirmRoot', { file: await rootKey(coordination, stick), passphrase });
}

/** Makes the workspace of a committee, its recovery sheet copied back. */
export async function startCommittee(committee: Concertation): Promise<void> {
  const { recoveryGroups } = await answered(committee, 'workspace.create', {
    language: 'fr',
    role: 'committee',
    code: 'TN',
    name: 'Comité Tunisie',
    country: 'TN',
    people: [{ name: 'Salma Trabelsi', role: 'secretary' }],
    passphrase,
    folder: null,
  });
  const groups = [1, 4].map((index) => ({ index, digits: recoveryGroups[index] ?? '' }));
  await answered(committee, 'workspace.confirmRecovery', { groups });
}

/** Invitation, digits read aloud both ways, register (PACKAGES.md §2.4). */
export async function enrol(
  coordination: Concertation,
  committee: Concertation,
  stick: Stick,
): Promise<void> {
  const invited = await answered(coordination, 'trust.invite', {
    code: 'TN',
    name: 'Comité Tunisie',
    role: 'committee',
  });
  const opened = await carry(coordination, committee, stick, invited);
  if (opened.kind !== 'invite') throw new Error(`The invitation gave ${JSON.stringify(opened)}`);
  const { rootDigits } = await answered(coordination, 'trust.overview', {});
  const accepted = await answered(committee, 'trust.acceptInvitation', {
    invitation: opened.invitation,
    digits: rootDigits ?? '',
  });
  if (accepted.match !== 'yes') throw new Error('The digits of the root did not match');
  const asked = await carry(committee, coordination, stick, accepted);
  if (asked.kind !== 'enrol') throw new Error(`The request gave ${JSON.stringify(asked)}`);
  const confirmed = await answered(coordination, 'trust.confirmRequest', {
    request: asked.request,
    digits: accepted.ownDigits,
    root: await rootKey(coordination, stick),
    rootPassphrase: passphrase,
  });
  if (confirmed.match !== 'yes') throw new Error('The digits of the committee did not match');
  await carry(coordination, committee, stick, confirmed);
}

/** Writes a signed package to the stick on one laptop and opens it on the other. */
export async function carry(
  from: Concertation,
  to: Concertation,
  stick: Stick,
  signed: { readonly outbox: string; readonly fileName: string },
) {
  const file = await placeFor(from, stick, signed.fileName, 'package');
  await answered(from, 'packages.write', { id: signed.outbox, file });
  return receive(to, path.join(stick.folder, signed.fileName));
}

/** Opens a file that arrived. */
export async function receive(laptop: Concertation, file: string) {
  await laptop.answerOpenDialog([file]);
  const [chosen] = await answered(laptop, 'shell.chooseFiles', { purpose: 'packages' });
  const [opened] = await answered(laptop, 'packages.open', { files: [chosen?.handle ?? ''] });
  if (opened === undefined) throw new Error(`${file} gave no answer`);
  return opened.result;
}

async function placeFor(
  laptop: Concertation,
  stick: Stick,
  name: string,
  purpose: 'package' | 'root_key',
): Promise<string> {
  await laptop.answerSaveDialog(path.join(stick.folder, name));
  const place = await answered(laptop, 'shell.chooseWhereToSave', { purpose, suggestedName: name });
  return place?.handle ?? '';
}

async function rootKey(coordination: Concertation, stick: Stick): Promise<string> {
  await coordination.answerOpenDialog([path.join(stick.folder, 'racine.age')]);
  const [chosen] = await answered(coordination, 'shell.chooseFiles', { purpose: 'root_key' });
  return chosen?.handle ?? '';
}

import path from 'node:path';
import type { Answer, Input, OperationName, Output } from '../../../main/core/contract/operations';
import type { Concertation, LaunchOptions } from './launch';

/** Workspaces made through the page's own door, for tests that begin after the first start. */

export const passphrase = 'mangue tampon rivière lundi velours';
export const rootPassphrase = 'panier girafe octobre savane tambour';

/** A laptop of its own below the test's folder: its profile, and its home for the workspaces. */
export function laptop(folder: string, code: string): LaunchOptions {
  return { profile: path.join(folder, code, 'profile') };
}

/** Calls an operation as the page does; a refusal fails the test. */
export async function answered<N extends OperationName>(
  concertation: Concertation,
  operation: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = (await concertation.call(operation, input)) as Answer<Output<N>>;
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.code}`);
  return answer.value;
}

export interface NewWorkspace {
  readonly role: 'committee' | 'coordination';
  readonly code: string;
  readonly name: string;
  readonly person: string;
  readonly language?: 'fr' | 'en' | 'ar';
}

/** Makes a workspace with one person at the keyboard; the page then shows its first page. */
export async function makeWorkspace(concertation: Concertation, wanted: NewWorkspace): Promise<void> {
  const { role, code, name, person } = wanted;
  const created = await answered(concertation, 'workspace.create', {
    language: wanted.language ?? 'fr',
    role,
    code,
    name,
    country: role === 'committee' ? code : null,
    people: [{ name: person, role: role === 'committee' ? 'secretary' : 'coordinator' }],
    passphrase,
    folder: null,
  });
  await answered(concertation, 'workspace.confirmRecovery', {
    groups: [1, 4].map((index) => ({ index, digits: created.recoveryGroups[index] ?? '' })),
  });
  await concertation.page.reload();
}

/** A coordination with its root key on a stick, asked back, and register 1. Gives the path of the root key. */
export async function makeCoordination(concertation: Concertation, folder: string): Promise<string> {
  await makeWorkspace(concertation, {
    role: 'coordination',
    code: 'FORIM',
    name: 'FORIM',
    person: 'Claire Adjovi',
  });
  const stick = path.join(folder, 'racine.age');
  await concertation.answerSaveDialog(stick);
  const written = await answered(concertation, 'shell.chooseWhereToSave', {
    purpose: 'root_key',
    suggestedName: 'racine.age',
  });
  await answered(concertation, 'trust.createRoot', {
    file: written?.handle ?? '',
    passphrase: rootPassphrase,
  });
  await answered(concertation, 'trust.confirmRoot', {
    file: await chosen(concertation, stick, 'root_key'),
    passphrase: rootPassphrase,
  });
  return stick;
}

/** A file as the dialog gives it: by its handle. */
async function chosen(
  concertation: Concertation,
  file: string,
  purpose: Input<'shell.chooseFiles'>['purpose'],
): Promise<string> {
  await concertation.answerOpenDialog([file]);
  const [only] = await answered(concertation, 'shell.chooseFiles', { purpose });
  return only?.handle ?? '';
}

/** Opens package files without the pages; gives what each led to. */
export async function openFiles(
  concertation: Concertation,
  ...files: readonly string[]
): Promise<Output<'packages.open'>> {
  const handles: string[] = [];
  for (const file of files) handles.push(await chosen(concertation, file, 'packages'));
  return answered(concertation, 'packages.open', { files: handles });
}

/** Writes a signed package to a file without the pages. */
export async function writeFile(concertation: Concertation, outbox: string, file: string): Promise<string> {
  await concertation.answerSaveDialog(file);
  const place = await answered(concertation, 'shell.chooseWhereToSave', {
    purpose: 'package',
    suggestedName: 'paquet.colis',
  });
  await answered(concertation, 'packages.write', { id: outbox, file: place?.handle ?? '' });
  return file;
}

/** Enrols a committee at the coordination without the pages: invitation, digits both ways, register. */
export async function enrol(
  coordination: Concertation,
  committee: Concertation,
  place: { readonly folder: string; readonly stick: string; readonly code: string; readonly name: string },
): Promise<void> {
  const { folder, stick, code, name } = place;
  const file = (what: string) => path.join(folder, `${code}-${what}.colis`);
  const invited = await answered(coordination, 'trust.invite', { code, name, role: 'committee' });
  await openFiles(committee, await writeFile(coordination, invited.outbox, file('invitation')));
  const { rootDigits } = await answered(coordination, 'trust.overview', {});
  const { invitation } = await answered(committee, 'trust.overview', {});
  const accepted = await answered(committee, 'trust.acceptInvitation', {
    invitation: invitation?.id ?? '',
    digits: rootDigits ?? '',
  });
  if (accepted.match !== 'yes') throw new Error('The digits of the root did not match');
  await openFiles(coordination, await writeFile(committee, accepted.outbox, file('demande')));
  const { requests } = await answered(coordination, 'trust.overview', {});
  const confirmed = await answered(coordination, 'trust.confirmRequest', {
    request: requests[0]?.id ?? '',
    digits: accepted.ownDigits,
    root: await chosen(coordination, stick, 'root_key'),
    rootPassphrase,
  });
  if (confirmed.match !== 'yes') throw new Error('The digits of the committee did not match');
  await openFiles(committee, await writeFile(coordination, confirmed.outbox, file('registre')));
}

/** Types the least that may be signed, and signs the quarter. Gives the row of the outbox. */
export async function signQuarter(committee: Concertation, quarter: string): Promise<string> {
  await answered(committee, 'quarter.saveLine', {
    quarter,
    activity: 'A1.2.1',
    values: { state: 'done', quantity: 2, comment: 'Atelier de restitution tenu' },
  });
  await answered(committee, 'quarter.saveNarrative', {
    quarter,
    field: 'highlights',
    text: 'Le comité a restitué sa cartographie devant les associations du pays.',
  });
  const { outbox } = await answered(committee, 'quarter.sign', { quarter, passphrase });
  return outbox;
}

import path from 'node:path';
import type { Answer, Input, OperationName, Output } from '../../../main/core/contract/operations';
import type { Concertation, LaunchOptions } from './launch';

/** Workspaces made through the page's own door, for tests that begin after the first start. */

export const passphrase = 'mangue tampon rivière lundi velours';
export const rootPassphrase = 'panier girafe octobre savane tambour';

/** A laptop of its own below the test's folder: its profile, and its home for the workspaces. */
export function laptop(folder: string, code: string): LaunchOptions {
  const home = path.join(folder, code);
  return { profile: path.join(home, 'profile'), environment: { HOME: home } };
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

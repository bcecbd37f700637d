import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { referencePack } from '../../core/programme/pack';
import { demoPassphrase, peopleOf, rootPassphrase } from './constants';
import type { Installation } from './installation';

/** First starts and the enrolment of everybody (PACKAGES.md §2.4), played between two laptops and a telephone. */

/** Makes a workspace and gives two groups of its recovery sheet back. */
export async function firstStart(laptop: Installation, role: 'committee' | 'coordination'): Promise<void> {
  const country = referencePack.programme.countries.find((candidate) => candidate.code === laptop.code);
  const created = await laptop.call('workspace.create', {
    language: 'fr',
    role,
    code: laptop.code,
    name: role === 'committee' ? `Comité ${country?.name.fr ?? laptop.code}` : laptop.code,
    country: country?.code ?? null,
    people: [...(peopleOf[laptop.code] ?? [])],
    passphrase: demoPassphrase,
    folder: null,
  });
  await laptop.call('workspace.confirmRecovery', {
    groups: [1, 4].map((index) => ({ index, digits: created.recoveryGroups[index] ?? '' })),
  });
  const state = await laptop.call('workspace.state', {});
  const first = state.status === 'open' ? state.people[0] : undefined;
  if (first) await laptop.call('workspace.identify', { person: first.id });
}

/** The coordination's root key, written to a stick and asked back; gives the path of its file. */
export async function makeRoot(coordination: Installation, out: string): Promise<string> {
  const folder = join(out, 'root-stick');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'racine-concertation.age');
  await coordination.call('trust.createRoot', {
    file: coordination.choose(path),
    passphrase: rootPassphrase,
  });
  await coordination.call('trust.confirmRoot', {
    file: coordination.choose(path),
    passphrase: rootPassphrase,
  });
  return path;
}

/** Invitation, digits read both ways, request, register. Gives the paths of the three files. */
export async function enrol(
  coordination: Installation,
  party: Installation,
  role: 'committee' | 'coordinator',
  { folder, rootFile }: { readonly folder: string; readonly rootFile: string },
): Promise<{ invitation: string; request: string; register: string }> {
  const state = await party.call('workspace.state', {});
  const name = state.status === 'open' ? state.name : party.code;
  const invited = await coordination.call('trust.invite', { code: party.code, name, role });
  const invitation = await coordination.write(folder, invited);
  const opened = await party.open(invitation);
  if (opened.kind !== 'invite') throw new Error(`${party.code}: the invitation was read as ${opened.kind}`);
  const { rootDigits } = await coordination.call('trust.overview', {});
  const accepted = await party.call('trust.acceptInvitation', {
    invitation: opened.invitation,
    digits: rootDigits ?? '',
  });
  if (accepted.match === 'no') throw new Error(`${party.code}: the digits of the root do not match`);
  const request = await party.write(folder, accepted);
  const asked = await coordination.open(request);
  if (asked.kind !== 'enrol') throw new Error(`${party.code}: the request was read as ${asked.kind}`);
  const confirmed = await coordination.call('trust.confirmRequest', {
    request: asked.request,
    digits: accepted.ownDigits,
    root: coordination.choose(rootFile),
    rootPassphrase,
  });
  if (confirmed.match === 'no') throw new Error(`${party.code}: the digits of the party do not match`);
  const register = await coordination.write(folder, confirmed);
  await party.open(register);
  return { invitation, request, register };
}

import { committeeCountries } from '../../../../main/core/contract/programme/calendar';
import type { WorkspaceRole } from '../../../../main/core/contract/values';
import { shippedReferencePack } from '../../../../resources/programme';

/** What the first start has gathered so far. */
export interface StartDraft {
  readonly role: WorkspaceRole | null;
  /** The country of a committee, the organisation of a coordination. */
  readonly code: string | null;
  readonly name: string;
  readonly folder: { readonly handle: string; readonly name: string } | null;
  readonly people: readonly StartPerson[];
}

export interface StartPerson {
  readonly key: string;
  readonly name: string;
  readonly role: string;
}

export const emptyDraft: StartDraft = {
  role: null,
  code: null,
  name: '',
  folder: null,
  people: [newPerson()],
};

export function newPerson(): StartPerson {
  return { key: crypto.randomUUID(), name: '', role: '' };
}

/** The countries that have a committee. */
export const countries = committeeCountries(shippedReferencePack);

/** The organisations that coordinate; the lead makes the root key, the others enrol like a committee. */
export const coordinators = shippedReferencePack.programme.actors.filter(
  (actor) => actor.role === 'lead' || actor.role === 'coordinator',
);

export function isLead(draft: Pick<StartDraft, 'role' | 'code'>): boolean {
  return (
    draft.role === 'coordination' &&
    coordinators.some((actor) => actor.code === draft.code && actor.role === 'lead')
  );
}

export const startSteps = ['language', 'space', 'people', 'protection', 'last'] as const;
export type StartStep = (typeof startSteps)[number];

/** Why one cannot go on yet, as a key of `workspace:firstStart.reasons`, or null. */
export function reasonToWait(step: StartStep, draft: StartDraft): 'role' | 'code' | 'name' | 'person' | null {
  if (step === 'space') {
    if (draft.role === null) return 'role';
    if (draft.code === null) return 'code';
    if (draft.name.trim() === '') return 'name';
  }
  if (step === 'people' && !draft.people.some((person) => person.name.trim() !== '')) return 'person';
  return null;
}

/** The people worth writing down: those with a name. */
export function namedPeople(draft: StartDraft): { name: string; role: string }[] {
  return draft.people
    .filter((person) => person.name.trim() !== '')
    .map((person) => ({ name: person.name.trim(), role: person.role.trim() }));
}

/** The country of the workspace, null for a coordination. */
export function countryOf(draft: StartDraft): string | null {
  return draft.role === 'committee' ? draft.code : null;
}

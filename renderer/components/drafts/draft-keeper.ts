import { useSyncExternalStore } from 'react';
import { answerKey, call, queryClient } from '../../app/calls';

/** What is typed is written this long after the first key since the last writing, in milliseconds: what a kill can cost. */
const pause = 800;

type Texts = Readonly<Record<string, string>>;
type Changes = Readonly<Record<string, string | null>>;

/** Where one text is kept: the place (a record, a form) and its field there. */
export interface DraftSlot {
  readonly place: string;
  readonly key: string;
}

const waiting = new Map<string, Changes>();
const unsaved = new Set<string>();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let writing: Promise<void> = Promise.resolve();
let trouble: unknown = null;

/** Keeps texts that are typed at a place; null drops one (it was saved, or given up). */
export function keepDraft(place: string, changes: Changes): void {
  waiting.set(place, { ...waiting.get(place), ...changes });
  for (const [key, text] of Object.entries(changes)) {
    if (text === null) unsaved.delete(`${place} ${key}`);
    else unsaved.add(`${place} ${key}`);
  }
  queryClient.setQueryData<Texts>(answerKey('drafts.of', { place }), (known = {}) => applied(known, changes));
  timer ??= setTimeout(() => void flushDrafts(), pause);
  tell();
}

/** What is typed at a place and not saved, as the core holds it and with what it has not been told yet. */
export async function draftsAt(place: string): Promise<Texts> {
  await writing;
  const texts = await call('drafts.of', { place });
  const all = applied(texts, waiting.get(place) ?? {});
  for (const key of Object.keys(all)) unsaved.add(`${place} ${key}`);
  tell();
  return all;
}

/** Writes what waits now: the page or the application goes. Resolves when the core has it. */
export function flushDrafts(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const sent = [...waiting];
  waiting.clear();
  for (const [place, changes] of sent) {
    writing = writing
      .then(() => call('drafts.keep', { place, texts: { ...changes } }))
      .then(
        () => told(null),
        (refusal: unknown) => {
          // It is sent again with the next key; what was typed since is newer.
          waiting.set(place, { ...changes, ...waiting.get(place) });
          told(refusal);
        },
      );
  }
  return writing;
}

/** The workspace was locked: what could not be written belongs to no other one. */
export function forgetWaitingDrafts(): void {
  clearTimeout(timer);
  timer = undefined;
  waiting.clear();
  unsaved.clear();
  told(null);
}

/** `unsaved` while something typed in this session is not saved; `trouble`: why it could not even be kept, or null. */
export function useDraftStanding(): { readonly state: 'saved' | 'unsaved'; readonly trouble: unknown } {
  const state = useSyncExternalStore(listen, () => (unsaved.size === 0 ? 'saved' : 'unsaved'));
  return { state, trouble: useSyncExternalStore(listen, () => trouble) };
}

function applied(known: Texts, changes: Changes): Texts {
  const all = Object.entries({ ...known, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

function told(refusal: unknown): void {
  trouble = refusal;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

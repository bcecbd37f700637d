import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** Free notes that may name somebody are offered for review at their erasure, and until somebody has looked. */

const name = 'Zeïneb Ben Khélifa';

let committee: Laptop;
let person: string;
let organisation: { id: string; revision: number };

beforeEach(async () => {
  committee = await committeeLaptop('TN');
  person = (await committee.create('persons', { fullName: name, notes: 'Zeïneb préfère le matin' })).id;
  await committee.create('persons', { fullName: 'Ali Ben Salah' });
  organisation = await committee.create('organisations', {
    name: 'Réseau Lien',
    country: 'TN',
    status: 'member',
    notes: 'Fondée par khelifa zeineb (ben) en 2009',
    mission: 'Un lieu pour tous',
  });
  await committee.create('organisations', {
    name: 'Les amis de Ben',
    country: 'TN',
    status: 'member',
    notes: 'Ben Salah et Ali étaient là',
  });
  await committee.create('needs', {
    organisation: organisation.id,
    domain: 'advocacy',
    level: 2,
    notes: 'À voir avec Mme KHÉLIFA',
  });
});

afterEach(() => committee.throwAway());

const places = (notes: readonly { entity: string; field: string }[]) =>
  notes.map(({ entity, field }) => `${entity}.${field}`).sort();
const toReview = () => committee.call('members.notesToReview', {});
const erase = () =>
  committee.call('members.erasePerson', { id: person, manner: 'erase', confirmation: name });

describe('before a person is erased', () => {
  it('texts that say their whole name or a word only they have are shown, with the sheet they are on', async () => {
    const notes = await committee.call('members.notesNaming', { id: person });
    expect(places(notes)).toEqual(['needs.notes', 'organisations.notes']);
    for (const note of notes) {
      expect(note.sheet).toEqual({ of: 'organisations', id: organisation.id, title: 'Réseau Lien' });
    }
    expect(await toReview()).toEqual([]);
  });
});

describe('after the erasure', () => {
  it('the notes wait until each was reviewed, also after the application was started again', async () => {
    await erase();
    const notes = await toReview();
    expect(places(notes)).toEqual(['needs.notes', 'organisations.notes']);
    for (const { entity, id, field } of notes) {
      await committee.call('members.noteReviewed', { entity, id, field });
    }
    expect(await toReview()).toEqual([]);
  });

  it('a note shows as it reads now, and one that was emptied needs no review', async () => {
    await erase();
    await committee.call('records.update', {
      entity: 'organisations',
      ...organisation,
      values: { notes: null },
    });
    expect(places(await toReview())).toEqual(['needs.notes']);
  });
});

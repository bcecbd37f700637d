import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop, passphrase } from '../../support/laptop';

/** What is typed and not saved: kept in the encrypted workspace, and nothing but that. */

let laptop: Laptop;

beforeEach(async () => {
  laptop = await committeeLaptop('TN');
});

afterEach(() => laptop.throwAway());

const place = 'organisations:0198f0aa-0000-7000-8000-000000000001';
const of = (where = place) => laptop.call('drafts.of', { place: where });
const keep = (texts: Record<string, string | null>, where = place) =>
  laptop.call('drafts.keep', { place: where, texts });

async function unlockAgain(): Promise<void> {
  const [known] = await laptop.call('workspace.known', {});
  await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
}

describe('what is typed in a field that is not left yet', () => {
  it('is there again after a lock and after the application was started again', async () => {
    await keep({ mission: 'Accompagner les femmes de Zar' });
    await laptop.call('workspace.lock', {});
    await unlockAgain();
    expect(await of()).toEqual({ mission: 'Accompagner les femmes de Zar' });
    laptop = laptop.restarted();
    await unlockAgain();
    expect(await of()).toEqual({ mission: 'Accompagner les femmes de Zar' });
  });

  it('keeps what cannot be saved, as it was typed', async () => {
    await keep({ surveyDate: '31/02/2026', phone: '+216 7' });
    expect(await of()).toEqual({ surveyDate: '31/02/2026', phone: '+216 7' });
  });

  it('changes field by field, and one that is dropped leaves the others', async () => {
    await keep({ mission: 'Un', address: 'Deux' });
    await keep({ mission: null });
    await keep({ address: 'Deux, rue du Lac' });
    expect(await of()).toEqual({ address: 'Deux, rue du Lac' });
  });

  it('is no gesture: undo has nothing to take back, no record and no history know it', async () => {
    const before = await laptop.call('workspace.state', {});
    await keep({ mission: 'Pas encore dit' });
    expect(await laptop.call('changes.undoable', {})).toBeNull();
    const after = await laptop.call('workspace.state', {});
    expect(after).toMatchObject({ savedAt: 'savedAt' in before ? before.savedAt : undefined });
  });

  it('goes in the gesture that saves its field, and what is typed beside it stays', async () => {
    const { id, revision } = await laptop.create('organisations', {
      name: 'Association Zitouna',
      country: 'TN',
      status: 'member',
    });
    await keep({ mission: 'Planter', address: 'Rue' }, `organisations:${id}`);
    await laptop.call('records.update', {
      entity: 'organisations',
      id,
      revision,
      values: { mission: 'Planter' },
    });
    expect(await of(`organisations:${id}`)).toEqual({ address: 'Rue' });
  });

  it('belongs to one workspace, and is refused while none is open', async () => {
    await keep({ mission: 'Un secret' });
    await laptop.call('workspace.lock', {});
    await expect(of()).rejects.toMatchObject({ code: 'workspace_locked' });
    await expect(keep({ mission: 'Deux' })).rejects.toMatchObject({ code: 'workspace_locked' });
  });

  it('has a place that names a record or a form, and a length', async () => {
    await expect(keep({ mission: 'x' }, '../settings')).rejects.toMatchObject({ code: 'input_refused' });
    await expect(keep({ mission: 'x'.repeat(65_537) })).rejects.toMatchObject({ code: 'input_refused' });
  });
});

describe('a person who is erased', () => {
  it('is forgotten in every draft: of their sheet, of a form about them, and where a text names them', async () => {
    const { id } = await laptop.create('persons', { fullName: 'Zeïneb Ben Khélifa' });
    await keep({ notes: 'Préfère le matin' }, `persons:${id}`);
    await keep({ organisation: '', fullMember: id, since: '20/09/2026' }, 'new:seats');
    await keep({ fullName: 'Ben Khelifa Zeineb', phone: '98 765 432' }, 'new:persons');
    await keep({ mission: 'Animée par Zeïneb Ben Khélifa', address: 'Rue du Lac' });
    await laptop.call('members.erasePerson', {
      id,
      manner: 'erase',
      confirmation: 'Zeïneb Ben Khélifa',
    });
    for (const where of [`persons:${id}`, 'new:seats', 'new:persons']) expect(await of(where)).toEqual({});
    expect(await of()).toEqual({ address: 'Rue du Lac' });
  });
});

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop, passphrase, typeQuarter } from '../../support/laptop';

/** What was taken back can be made again, until something else is done. */

let laptop: Laptop;
const nour = { name: 'Association Nour', country: 'TN', status: 'identified' };

beforeEach(async () => {
  laptop = await committeeLaptop('TN');
});
afterEach(() => laptop.throwAway());

const undo = () => laptop.call('changes.undo', {});
const redo = () => laptop.call('changes.redo', {});
const sheet = async (id: string) => (await laptop.call('members.sheet', { id })).organisation;
const update = async (id: string, values: Record<string, string | null>) =>
  laptop.call('records.update', {
    entity: 'organisations',
    id,
    revision: (await sheet(id)).revision,
    values,
  });

describe('redo', () => {
  it('makes again, in order, what was taken back; undo then takes it back anew', async () => {
    const { id } = await laptop.create('organisations', nour);
    await update(id, { acronym: 'AN' });
    await update(id, { acronym: 'ANAO' });
    await undo();
    await undo();
    expect((await sheet(id)).values.acronym).toBeNull();
    await redo();
    expect((await sheet(id)).values.acronym).toBe('AN');
    await redo();
    expect((await sheet(id)).values.acronym).toBe('ANAO');
    await expect(redo()).rejects.toMatchObject({ code: 'nothing_to_redo' });
    await undo();
    expect((await sheet(id)).values.acronym).toBe('AN');
  });

  it('brings back a sheet that was taken back whole, with all that its gesture wrote', async () => {
    const { id } = await laptop.create('organisations', nour);
    await undo();
    expect((await laptop.call('members.counts', {})).organisations).toBe(0);
    expect(await laptop.call('changes.redoable', {})).toMatchObject({ action: 'created', title: nour.name });
    await redo();
    expect((await sheet(id)).deletedAt).toBeNull();
    expect(await laptop.call('changes.undoable', {})).toMatchObject({ action: 'created', title: nour.name });
  });

  it('is over once something else is done, but not when what is typed changes nothing', async () => {
    const { id } = await laptop.create('organisations', nour);
    await update(id, { acronym: 'AN' });
    await undo();
    await update(id, { status: 'identified' });
    expect(await laptop.call('changes.redoable', {})).not.toBeNull();
    await update(id, { locality: 'Sfax' });
    expect(await laptop.call('changes.redoable', {})).toBeNull();
    await expect(redo()).rejects.toMatchObject({ code: 'nothing_to_redo' });
  });

  it('does not reach behind the lock', async () => {
    await laptop.create('organisations', nour);
    await undo();
    await laptop.call('workspace.lock', {});
    const [known] = await laptop.call('workspace.known', {});
    await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
    await expect(redo()).rejects.toMatchObject({ code: 'nothing_to_redo' });
  });

  it('says in the history that the change was taken back and made again', async () => {
    const { id } = await laptop.create('organisations', nour);
    await update(id, { acronym: 'AN' });
    await undo();
    await redo();
    const { entries } = await laptop.call('records.history', {
      entity: 'organisations',
      id,
      field: 'acronym',
      limit: 10,
    });
    expect(entries.map(({ cause }) => cause?.split(':')[0] ?? null)).toEqual(['redo', 'undo', null, null]);
    expect(entries.map(({ after }) => after)).toEqual(['AN', null, 'AN', null]);
  });

  it('has nothing left of a person who was erased', async () => {
    const { id } = await laptop.create('persons', { fullName: 'Ines Gharbi' });
    await laptop.call('records.update', {
      entity: 'persons',
      id,
      revision: 1,
      values: { email: 'i@nour.tn' },
    });
    await undo();
    const confirmation = 'Ines Gharbi';
    await laptop.call('members.erasePerson', { id, manner: 'erase', confirmation });
    await expect(redo()).rejects.toMatchObject({ code: 'nothing_to_redo' });
  });

  it('types again in a quarter what was taken back', async () => {
    await typeQuarter(laptop, '2026-Q3');
    await undo();
    const highlights = async () =>
      (await laptop.call('quarter.overview', { quarter: '2026-Q3' })).narrative.highlights ?? '';
    expect(await highlights()).toBe('');
    await redo();
    expect(await highlights()).toContain('cartographie');
  });
});

describe('any sequence of gestures', () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.constantFrom('A', 'B', 'C', 'D') }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  );

  it('leaves what a list of states with a cursor says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { id } = await laptop.create('organisations', nour);
        const states = [{ acronym: null as string | null, trashed: false }];
        let at = 0;
        const now = () => states[at] ?? { acronym: null, trashed: false };
        const goOn = (state: { acronym: string | null; trashed: boolean }) => {
          if (state.acronym === now().acronym && state.trashed === now().trashed) return;
          states.splice(at + 1, states.length, state);
          at += 1;
        };
        for (const one of steps) {
          if (one.do === 'type') {
            await update(id, { acronym: one.text });
            goOn({ ...now(), acronym: one.text });
          } else if (one.do === 'trash' || one.do === 'restore') {
            const input = { entity: 'organisations' as const, ids: [id] };
            await laptop.call(one.do === 'trash' ? 'records.trash' : 'records.restore', input);
            goOn({ ...now(), trashed: one.do === 'trash' });
          } else if (one.do === 'undo' && at > 0) {
            await undo();
            at -= 1;
          } else if (one.do === 'redo') {
            if (at + 1 < states.length) {
              await redo();
              at += 1;
            } else await expect(redo()).rejects.toMatchObject({ code: 'nothing_to_redo' });
          }
          const { values, deletedAt } = await sheet(id);
          expect({ acronym: values.acronym ?? null, trashed: deletedAt !== null }).toEqual(now());
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

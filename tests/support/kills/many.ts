import type { ListEdit, ListScope } from '../../../main/core/contract/records/lists';
import type { Laptop } from '../laptop';
import type { Told } from './victim';

/** Gestures over all records of a list, each of them one: there whole after a kill, or not at all. */

/** All organisations, in the trash or not as the gesture needs them. */
function all(trashed: 'without' | 'only'): ListScope {
  const sort = { field: 'name', direction: 'ascending' } as const;
  return { kind: 'question', question: { search: '', filters: [], sort, trashed }, except: [] };
}

const list = 'organisations' as const;

/** Sets one field of every organisation; gives how many got another value. */
async function editAll(laptop: Laptop, edit: Partial<ListEdit> & Pick<ListEdit, 'field'>): Promise<number> {
  const wanted = { action: 'set' as const, value: null, since: null, ...edit };
  return (await laptop.call('lists.edit', { list, scope: all('without'), edit: wanted })).changed;
}

/** Where all are placed: taken back and made again; then a status that began on another day, which is kept apart. */
export async function editMany(laptop: Laptop, told: (act: Told) => void): Promise<void> {
  if ((await editAll(laptop, { field: 'locality', value: 'Ziguinchor' })) > 0) {
    told({ did: 'placed' });
    await laptop.call('changes.undo', {});
    told({ did: 'placed back' });
    await laptop.call('changes.redo', {});
    told({ did: 'placed' });
  }
  await editAll(laptop, { field: 'status', value: 'member', since: '2026-01-15' });
  told({ did: 'seated' });
}

/** All to the trash and back, that taken back and made again. */
export async function moveMany(laptop: Laptop, told: (act: Told) => void): Promise<void> {
  await laptop.call('lists.move', { list, scope: all('without'), to: 'trash' });
  told({ did: 'trashed' });
  await laptop.call('lists.move', { list, scope: all('only'), to: 'register' });
  told({ did: 'restored' });
  await laptop.call('changes.undo', {});
  told({ did: 'trashed' });
  await laptop.call('changes.redo', {});
  told({ did: 'restored' });
}

/** Places all anew again and again, until it is killed. */
export async function editManyEndlessly(laptop: Laptop, told: (act: Told) => void): Promise<void> {
  const { rows } = await laptop.call('members.list', {
    ...{ search: '', filters: [], trashed: 'without', offset: 0, limit: 1 },
    sort: { field: 'name', direction: 'ascending' },
  });
  const last = /\d+$/.exec(String(rows[0]?.values.locality ?? ''))?.[0] ?? '0';
  for (let round = Number(last) + 1; ; round += 1) {
    told({ did: 'begun', round });
    await editAll(laptop, { field: 'locality', value: `Village ${round}` });
    told({ did: 'placed', round });
  }
}

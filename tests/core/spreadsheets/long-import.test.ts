import { writeFileSync } from 'node:fs';
import { setImmediate as aMoment } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { committeeLaptop, type Laptop, passphrase } from '../../support/laptop';
import { openSheet } from '../../support/spreadsheets/files';

/** A list of thousands: written in turns with others, and yet at once. */

const rows = 3_000;
const list = `Nom;Ville;Sigle\n${Array.from({ length: rows }, (_, n) => `Association numéro ${n} de Gafsa;Gafsa;AG${n}`).join('\n')}\n`;

let laptop: Laptop;
beforeEach(async () => {
  laptop = await committeeLaptop('TN');
});
afterEach(() => laptop.throwAway());

/** Waits until the application has said that it is in the middle of a step. */
async function inTheMiddleOf(step: string, call: string): Promise<void> {
  const isThere = () =>
    laptop.events.some(
      (event) =>
        event.type === 'progress' &&
        event.call === call &&
        event.step === step &&
        event.done > 0 &&
        event.done < (event.total ?? 0),
    );
  while (!isThere()) await aMoment();
}

async function counts() {
  const { organisations } = await laptop.call('members.counts', {});
  const found = await laptop.call('members.find', { text: 'gafsa', limit: 5 });
  const imports = await laptop.call('spreadsheets.imports', {});
  const undoable = await laptop.call('changes.undoable', {});
  return { organisations, found: found.length, imports: imports.length, undoable: undoable !== null };
}

describe('Writing a list of thousands', () => {
  it('can be cancelled in its middle, and nothing of it remains', async () => {
    const view = await openSheet(laptop, 'liste.csv', list);
    const before = await counts();
    const answer = laptop.core.answer('spreadsheets.apply', { import: view.import }, 'apply');
    await inTheMiddleOf('writing', 'apply');
    laptop.core.cancel('apply');
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await counts()).toEqual(before);
    expect(laptop.bugs).toEqual([]);
    // The proposal is still there, and can be applied after all.
    expect(await laptop.call('spreadsheets.apply', { import: view.import })).toMatchObject({ created: rows });
    expect(await counts()).toMatchObject({ organisations: rows, found: 5, imports: 1 });
  });

  it('lets no question see half of it: it is answered afterwards, from the whole', async () => {
    const view = await openSheet(laptop, 'liste.csv', list);
    const answer = laptop.core.answer('spreadsheets.apply', { import: view.import }, 'apply');
    await inTheMiddleOf('writing', 'apply');
    const asked = laptop.call('members.counts', {});
    const searched = laptop.call('duplicates.list', { kind: 'organisations', offset: 0, limit: 5 });
    const typed = laptop.create('organisations', { name: 'Ligue Manara', country: 'TN', status: 'member' });
    expect(await asked).toMatchObject({ organisations: rows });
    expect(await searched).toMatchObject({ compared: rows });
    expect(await answer).toMatchObject({ ok: true });
    await typed;
    expect(await counts()).toMatchObject({ organisations: rows + 1 });
  });

  it('leaves nothing when the application is closed in its middle', async () => {
    const view = await openSheet(laptop, 'liste.csv', list);
    const answer = laptop.core.answer('spreadsheets.apply', { import: view.import }, 'apply');
    await inTheMiddleOf('writing', 'apply');
    laptop.core.close();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(laptop.bugs).toEqual([]);
    laptop = laptop.restarted();
    const [known] = await laptop.call('workspace.known', {});
    await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
    expect(await counts()).toMatchObject({ organisations: 0, found: 0, imports: 0 });
  });

  it('makes the search for doubles ready in turns: it can be cancelled there too', async () => {
    const view = await openSheet(laptop, 'liste.csv', list);
    await laptop.call('spreadsheets.apply', { import: view.import });
    const other = list.replaceAll('numéro', 'nº');
    const path = laptop.path('autre.csv');
    writeFileSync(path, other);
    const answer = laptop.core.answer('spreadsheets.open', { file: laptop.choose(path) }, 'open');
    await inTheMiddleOf('comparing', 'open');
    laptop.core.cancel('open');
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(laptop.bugs).toEqual([]);
  });
});

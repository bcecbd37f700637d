import { afterEach, describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../../main/core/contract/fields';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  passphrase,
  sendQuarter,
  typeQuarter,
} from '../../../support/laptop';
import { openSheet } from '../../../support/spreadsheets/files';

/** Looking for doubles in a real register. */

const laptops: Laptop[] = [];

afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.throwAway();
});

async function committee(code = 'TN'): Promise<Laptop> {
  const laptop = await committeeLaptop(code);
  laptops.push(laptop);
  return laptop;
}

async function organisation(laptop: Laptop, values: Record<string, FieldValue>): Promise<string> {
  return (await laptop.create('organisations', { country: 'TN', status: 'identified', ...values })).id;
}

const like = (laptop: Laptop, values: Record<string, FieldValue>, id: string | null = null) =>
  laptop.call('duplicates.like', { kind: 'organisations', id, values, limit: 5 });

const list = (laptop: Laptop, page: { offset: number; limit: number } = { offset: 0, limit: 50 }) =>
  laptop.call('duplicates.list', { kind: 'organisations', ...page });

describe('a sheet being typed', () => {
  it('is told which sheets it resembles, and why', async () => {
    const laptop = await committee();
    const nour = await organisation(laptop, {
      name: 'Association Nour',
      acronym: 'ANAO',
      phone: '75 612 209',
    });
    await organisation(laptop, { name: 'Ligue Manara' });
    const [found, ...others] = await like(laptop, { name: 'anao', phone: '+216 75612209' });
    expect(found).toMatchObject({ record: { id: nour, title: 'Association Nour', acronym: 'ANAO' } });
    expect(found?.reasons.map((reason) => reason.code)).toEqual(
      expect.arrayContaining(['same_acronym', 'same_phone']),
    );
    expect(others).toEqual([]);
  });

  it('is told of a sheet typed a moment ago, and not of one in the trash', async () => {
    const laptop = await committee();
    expect(await like(laptop, { name: 'Association Tissilt' })).toEqual([]);
    const id = await organisation(laptop, { name: 'Tissilt' });
    expect(await like(laptop, { name: 'Association Tissilt' })).toHaveLength(1);
    expect(await like(laptop, { name: 'Association Tissilt' }, id)).toEqual([]);
    await laptop.call('records.trash', { entity: 'organisations', ids: [id] });
    expect(await like(laptop, { name: 'Association Tissilt' })).toEqual([]);
  });
});

describe('the doubles of a register', () => {
  it('come by score, page by page', async () => {
    const laptop = await committee();
    await organisation(laptop, { name: 'Collectif Passerelles', phone: '71 222 333' });
    await organisation(laptop, { name: 'Collectif Passerelles', phone: '71 222 333' });
    await organisation(laptop, { name: 'Association Tissilt' });
    await organisation(laptop, { name: 'Tissilt' });
    const { total, compared, pairs } = await list(laptop);
    expect({ total, compared }).toEqual({ total: 2, compared: 4 });
    expect(pairs[0]?.score).toBe(100);
    expect(pairs[1]?.score).toBeLessThan(100);
    expect((await list(laptop, { offset: 1, limit: 1 })).pairs).toEqual([pairs[1]]);
  });

  it('are not proposed again once told apart, until that is taken back', async () => {
    const laptop = await committee();
    const one = await organisation(laptop, { name: 'Association Tissilt' });
    const other = await organisation(laptop, { name: 'Tissilt' });
    await laptop.call('duplicates.dismiss', { kind: 'organisations', one: other, other: one });
    expect((await list(laptop)).total).toBe(0);
    expect(await like(laptop, { name: 'Association Tissilt' }, one)).toEqual([]);
    expect(await laptop.call('changes.undoable', {})).toMatchObject({
      action: 'told_apart',
      title: 'Tissilt',
    });
    await laptop.call('changes.undo', {});
    expect((await list(laptop)).total).toBe(1);
  });

  it('are followed when a sheet changes, goes, and comes back', async () => {
    const laptop = await committee();
    const one = await organisation(laptop, { name: 'Association Tissilt' });
    await organisation(laptop, { name: 'Tissilt' });
    expect((await list(laptop)).total).toBe(1);
    await laptop.call('records.update', {
      entity: 'organisations',
      id: one,
      revision: 1,
      values: { name: 'Réseau Baobab' },
    });
    expect((await list(laptop)).total).toBe(0);
    await laptop.call('changes.undo', {});
    expect((await list(laptop)).total).toBe(1);
    await laptop.call('records.trash', { entity: 'organisations', ids: [one] });
    expect((await list(laptop)).total).toBe(0);
  });

  it('of persons are found by name and phone', async () => {
    const laptop = await committee();
    await laptop.create('persons', { fullName: 'Amal Ben Salah', phone: '98 111 222' });
    await laptop.create('persons', { fullName: 'BEN SALAH Amal', phone: '+216 98 111 222' });
    await laptop.create('persons', { fullName: 'Amal Ben Youssef' });
    const { pairs } = await laptop.call('duplicates.list', { kind: 'persons', offset: 0, limit: 10 });
    expect(pairs.map((pair) => pair.records.map((record) => record.title).sort())).toEqual([
      ['Amal Ben Salah', 'BEN SALAH Amal'],
    ]);
  });

  it('can be stopped on the way, and are whole when asked again', async () => {
    const laptop = await committee();
    const names = Array.from(
      { length: 2_000 },
      (_, index) => `Association Tissilt ${index % 2 === 0 ? 'Atlas' : 'Haouz'} n° ${index}`,
    );
    const { import: id } = await openSheet(
      laptop,
      'liste.csv',
      `Nom;Ville\n${names.join(';Kairouan\n')};Kairouan\n`,
    );
    expect(await laptop.call('spreadsheets.apply', { import: id })).toMatchObject({ created: 2_000 });
    const question = { kind: 'organisations', offset: 0, limit: 5 };
    const asked = laptop.core.answer('duplicates.list', question, 'call-1');
    laptop.core.cancel('call-1');
    expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const whole = await list(laptop);
    expect(whole.compared).toBe(2_000);
    expect(laptop.events.some((event) => event.type === 'progress' && event.call === 'call-1')).toBe(true);
  });
});

describe('a merged sheet that had left in a report', () => {
  it('is told as merged, into which, and never vanishes without notice', async () => {
    const coordination = await coordinationLaptop();
    laptops.push(coordination);
    const tunisia = await committee('TN');
    await enrol(coordination, tunisia, 'TN');
    await typeQuarter(tunisia, '2026-Q3');
    const one = await organisation(tunisia, { name: 'Association Nour' });
    const other = await organisation(tunisia, { name: 'ANAO', acronym: 'ANAO' });
    const need = await tunisia.create('needs', { organisation: other, domain: 'advocacy', level: 3 });
    const receive = async () => {
      const [opened] = await coordination.receive(await sendQuarter(tunisia, '2026-Q3'));
      if (opened?.kind !== 'report') throw new Error(JSON.stringify(opened));
      return opened.submission;
    };
    const first = await receive();
    const slip = await coordination.call('submissions.decide', {
      id: first,
      decision: 'accepted_with_remarks',
      general: '',
      remarks: [
        { table: 'organisations', record: other, field: null, title: 'ANAO', text: 'Doublon de Nour ?' },
      ],
      deadline: null,
      confirmation: 'TN',
      passphrase,
    });
    await tunisia.call('members.merge', {
      kind: 'organisations',
      kept: { id: one, revision: 1 },
      other: { id: other, revision: 1 },
      takes: {},
    });
    await tunisia.receive(await coordination.send(slip.outbox, slip.fileName));
    const overview = await tunisia.call('quarter.overview', { quarter: '2026-Q3' });
    expect(overview.slip?.remarks).toMatchObject([{ record: one, title: 'Association Nour' }]);

    await tunisia.call('quarter.startRectification', { quarter: '2026-Q3', reason: 'Doublons réunis' });
    const { counts } = await coordination.call('submissions.get', { id: await receive() });
    expect(counts.find((count) => count.table === 'organisations')).toMatchObject({
      removed: 1,
      vanished: 0,
      changed: 1,
    });
    expect(counts.find((count) => count.table === 'needs')).toMatchObject({
      changed: 1,
      removed: 0,
      vanished: 0,
    });
    expect(need.revision).toBe(1);
  });
});

describe('a coordination', () => {
  it('sees what two committees both list, and merges nothing of theirs', async () => {
    const coordination = await coordinationLaptop();
    laptops.push(coordination);
    for (const code of ['TN', 'MA']) {
      const laptop = await committee(code);
      await enrol(coordination, laptop, code);
      await typeQuarter(laptop, '2026-Q3');
      await organisation(laptop, { name: 'Réseau Tadamoun des deux rives', acronym: 'RTDR', country: code });
      await organisation(laptop, { name: 'Réseau Tadamoun des deux rives, section', country: code });
      const [opened] = await coordination.receive(await sendQuarter(laptop, '2026-Q3'));
      if (opened?.kind !== 'report') throw new Error(JSON.stringify(opened));
      await coordination.call('submissions.decide', {
        id: opened.submission,
        decision: 'accepted',
        general: '',
        remarks: [],
        deadline: null,
        confirmation: code,
        passphrase,
      });
    }
    const { pairs } = await list(coordination);
    const [best] = pairs;
    expect(pairs.every((pair) => pair.records[0].committee !== pair.records[1].committee)).toBe(true);
    expect(best?.records.map((record) => record.committee).sort()).toEqual(['MA', 'TN']);
    await expect(
      coordination.call('members.merge', {
        kind: 'organisations',
        kept: { id: best?.records[0].id ?? '', revision: 1 },
        other: { id: best?.records[1].id ?? '', revision: 1 },
        takes: {},
      }),
    ).rejects.toMatchObject({ code: 'wrong_role' });
  });
});

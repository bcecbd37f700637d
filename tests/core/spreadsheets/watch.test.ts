import { setImmediate as others } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DomainError } from '../../../main/core/contract/errors';
import { Watch } from '../../../main/core/spreadsheets/watch';

/** What is understood on the thread of the core cannot hold it, whatever a file says. */

/** Two to the number of letters: longer than anybody waits. */
const forEver = () => /(a+)+b/.test('a'.repeat(80));
const late = { code: 'X04', params: { why: 'time' } };
const atOnce = () => Promise.resolve();

it('a pattern that would run for ever is interrupted', () => {
  expect(() => new Watch({ turn: 100, patience: 1_000 }).over(forEver)).toThrow(
    expect.objectContaining(late),
  );
});

it('a loop that would run for ever is interrupted, and the next work is done', () => {
  const watch = new Watch({ turn: 100, patience: 1_000 });
  expect(() =>
    watch.over(() => {
      for (;;);
    }),
  ).toThrow(expect.objectContaining(late));
  expect(watch.over(() => 7)).toBe(7);
});

it('what goes wrong within is passed on as it is', () => {
  const wrong = new DomainError('X01');
  expect(() =>
    new Watch().over(() => {
      throw wrong;
    }),
  ).toThrow(wrong);
});

it('each place is worked at once, in order, and others have their turn between', async () => {
  const places: number[] = [];
  let turns = 0;
  const work = (place: number) => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    places.push(place);
  };
  const breathe = async () => {
    turns += 1;
    await others();
  };
  await new Watch().each(5, 105, work, 'reading', breathe, null);
  expect(places).toEqual(Array.from({ length: 100 }, (_, n) => n + 5));
  expect(turns).toBeGreaterThan(4);
});

it('much work that is quick each time ends when patience is over', async () => {
  const work = () => {
    const until = performance.now() + 1;
    while (performance.now() < until);
  };
  const long = new Watch({ turn: 1_000, patience: 100 }).each(0, 100_000, work, 'reading', atOnce, null);
  await expect(long).rejects.toMatchObject(late);
});

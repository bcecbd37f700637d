import { getTableName } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordCreator } from '../../../main/core/changes/bulk';
import { type Gesture, write } from '../../../main/core/changes/gesture';
import { createRecord } from '../../../main/core/changes/log';
import type { RecordValues } from '../../../main/core/changes/registry';
import type { FieldDescription, FieldValue } from '../../../main/core/contract/fields';
import type { EntityName } from '../../../main/core/contract/records/operations';
import { entities } from '../../../main/core/core';
import type { OpenWorkspace } from '../../../main/core/session';
import { withFiles } from '../../support/installation';
import { committeeLaptop, type Laptop } from '../../support/laptop';

/** Thousands of records are created through other statements than one: the register must not tell them apart. */

let laptop: Laptop;

beforeAll(async () => {
  laptop = await committeeLaptop('TN');
  laptop.core.close();
});

afterAll(() => laptop.throwAway());

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('L’Aube d\'été ; "Nour"', 'جمعية النور', '+21671000000', 'a@b.tn', "');--", '{"x":1}'),
);

function anyOf({ type }: FieldDescription): fc.Arbitrary<FieldValue> {
  switch (type) {
    case 'count':
    case 'year':
      return fc.nat();
    case 'flag':
      return fc.boolean();
    case 'choices':
    case 'labels':
      return fc.array(texts, { maxLength: 4 });
    default:
      return texts;
  }
}

/** A record as a list may give it: fields filled, empty or not spoken of. */
function recordOf(entity: EntityName): fc.Arbitrary<RecordValues> {
  const { fields } = entities[entity].description;
  const values = fields.map((field) => [
    field.name,
    field.required ? anyOf(field) : fc.oneof(anyOf(field), fc.constant(null)),
  ]);
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return fc.record(Object.fromEntries(values), { requiredKeys: required });
}

it.each(['organisations', 'persons'] as const)('%s are created as one by one', (entity) => {
  // The repeatable clock and chance of the tests would begin again, and with them the identifiers.
  const settings = { ...laptop.settings, fixed: null };
  withFiles({ settings, workspaceFolder: laptop.workspaceFolder }, (workspace) => {
    const told = toldBy(workspace, entity);
    fc.assert(
      fc.property(fc.array(recordOf(entity), { minLength: 1, maxLength: 5 }), (records) => {
        const single = write(workspace, (gesture) =>
          records.map((values) => oneByOne(gesture, entity, values)),
        );
        const together = write(workspace, (gesture) => records.map(recordCreator(gesture, entity)));
        expect(together.map(told)).toEqual(single.map(told));
        // A creation is the head of its record without a row.
        expect(together.flatMap((id) => told(id).heads)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

function oneByOne(gesture: Gesture, entity: EntityName, values: RecordValues): string {
  const id = gesture.workspace.environment.newId();
  createRecord(gesture, entity, id, values);
  return id;
}

/** All that the database holds of a record, without what no two records have in common. */
function toldBy({ database: { $client } }: OpenWorkspace, entity: EntityName) {
  const row = $client.prepare(`SELECT * FROM ${getTableName(entities[entity].table)} WHERE id = ?`);
  const entries = $client.prepare('SELECT * FROM change_log WHERE record = ?');
  const heads = $client.prepare('SELECT * FROM change_heads WHERE record = ?');
  // Words and their places: the index keeps no text. The table lives in memory and goes with the connection.
  $client.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search_index, instance)');
  const index = $client.prepare(
    `SELECT r.entity, w.term, w."offset" AS place FROM search_rows r JOIN temp.words w ON w.doc = r.row_id
     WHERE r.record = ? ORDER BY place`,
  );
  const passing = { id: '', batch: '', instant: '', record: '', created_at: '', updated_at: '' };
  const lasting = (found: unknown) => ({ ...(found as object), ...passing });
  return (id: string) => ({
    row: lasting(row.get(id)),
    entries: entries.all(id).map(lasting),
    heads: heads.all(id),
    index: index.all(id),
  });
}

import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { recordColumns } from '../../../db/schema/columns';
import { entities } from '../../../main/core/core';
import fr from '../../../resources/locales/fr/members.json';
import lists from '../../../resources/programme/lists.json';

/** One description of a field serves everything (STYLE.md rule 10); here it is held against what it describes. */

const ownColumns = new Set(Object.keys(recordColumns()));
const derived = new Set(['sortKey', 'completeness']);
const labels: Readonly<Record<string, Readonly<Record<string, unknown>>>> = fr.fields;

describe.each(Object.entries(entities))('the fields of %s', (_entity, rules) => {
  it('are the columns of its table', () => {
    const columns = Object.keys(getTableColumns(rules.table)).filter(
      (name) => !ownColumns.has(name) && !derived.has(name),
    );
    expect([...columns].sort()).toEqual(rules.description.fields.map((field) => field.name).sort());
  });

  it('take their choices from lists of the reference pack', () => {
    const known = new Set([...Object.keys(lists), 'countries', 'regions']);
    for (const field of rules.description.fields) {
      if (field.list !== undefined) expect(known).toContain(field.list);
    }
  });
});

/** Kept beside the register; no sheet shows their fields. */
const withoutSheet = new Set(['aliases', 'distinctPairs']);
const ofRegister = Object.entries(entities).filter(
  ([entity, rules]) => rules.description.area === 'members' && !withoutSheet.has(entity),
);

describe.each(ofRegister)('the sheet of %s', (entity, rules) => {
  it('has a label for every field', () => {
    for (const field of rules.description.fields) expect(labels[entity]).toHaveProperty(field.name);
  });
});

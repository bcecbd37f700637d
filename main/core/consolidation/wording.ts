import type { FieldValue } from '../contract/fields';
import type { ReferencePack } from '../contract/programme/reference-pack';
import { labelIn } from '../contract/programme/text';
import type { Language } from '../contract/values';
import type { Wording } from './difference';
import { personCounts, type RecordTable, type ReportRow, recordTables, type Snapshot } from './tables';

/** Words of a review: titles and hints of records in the coordinator's language. Pure. */

/** The labels that codes are shown with. */
export interface Labels {
  readonly language: Language;
  readonly pack: Pick<ReferencePack, 'logframe'>;
  /** Label of a code of a list; the code itself when nobody knows it. */
  labelOf(list: string, code: string, language: Language): string;
}

/**
 * Names records by the title of their entity; a link is named by its ends. References are read in both snapshots, so
 * that a record which left still has its name.
 */
export function wordingOf(before: Snapshot, after: Snapshot, labels: Labels): Wording {
  const rowOf = (table: string, record: FieldValue) =>
    typeof record === 'string' ? (after[table]?.get(record) ?? before[table]?.get(record) ?? null) : null;

  function referenceName(table: RecordTable, field: string, row: ReportRow): string | null {
    const { of } = fieldOf(table, field) ?? {};
    const target = recordTables.find((other) => other.entity === of);
    const referred = target && rowOf(target.name, row[field] ?? null);
    return target && referred ? titleOf(target, referred) : null;
  }

  function titleOf(table: RecordTable, row: ReportRow): string {
    const title = row[table.description.title] ?? null;
    const list = fieldOf(table, table.description.title)?.list;
    if (typeof title === 'string') return list ? labels.labelOf(list, title, labels.language) : title;
    return endsOf(table, row)[0] ?? '';
  }

  function endsOf(table: RecordTable, row: ReportRow): readonly string[] {
    return table.description.fields
      .filter((field) => field.type === 'reference')
      .map((field) => referenceName(table, field.name, row))
      .filter((name) => name !== null);
  }

  function hintOf(table: RecordTable, row: ReportRow): readonly FieldValue[] {
    switch (table.entity) {
      case 'organisations':
        return [row.acronym ?? null, regionOf(row.region ?? null)];
      case 'persons':
        return [row.nameArabic ?? null];
      case 'activityLines':
        return [activityLabel(labels, row.activity ?? null)];
      default:
        return endsOf(table, row);
    }
  }

  function regionOf(code: FieldValue): string | null {
    return typeof code === 'string' ? labels.labelOf('regions', code, labels.language) : null;
  }

  return {
    name(name, row) {
      if (name === personCounts.name) return { title: groupOfPersons(labels, row), hint: '' };
      const table = recordTables.find((known) => known.name === name);
      if (!table) throw new Error(`No table ${name} in a report`);
      const hint = hintOf(table, row).filter((part) => typeof part === 'string' && part !== '');
      const title = titleOf(table, row);
      return { title, hint: hint.filter((part) => part !== title).join(' · ') };
    },
    value(name, field, value) {
      const table = recordTables.find((known) => known.name === name);
      if (!table || fieldOf(table, field)?.type !== 'reference') return value;
      return referenceName(table, field, { [field]: value }) ?? value;
    },
  };
}

function fieldOf(table: RecordTable, name: string) {
  return table.description.fields.find((field) => field.name === name) ?? null;
}

function activityLabel(labels: Labels, code: FieldValue): string | null {
  const line = labels.pack.logframe.find((candidate) => candidate.code === code);
  return line ? labelIn(line.shortLabel, labels.language) : null;
}

function groupOfPersons(labels: Labels, row: ReportRow): string {
  const { sex = null, ageBand = null } = row;
  return [
    typeof sex === 'string' ? labels.labelOf('sexes', sex, labels.language) : '',
    typeof ageBand === 'string' ? labels.labelOf('ageBands', ageBand, labels.language) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

import type { FieldValue } from '../../contract/fields';
import type { Message } from '../../contract/values';
import { indexOfOrganisations, type OrganisationIndex, organisationsLike } from '../../members/service';
import type { Breathe } from '../../turns';
import { limits } from '../reading/limits';
import { why } from '../values/reading';
import { keyOf } from '../values/words';

/** Which organisations of the register a row may be: those of its name, and those the search for doubles finds. */

export interface RegisterRecord {
  readonly id: string;
  readonly revision: number;
  readonly values: RowValues;
}

export type RowValues = Readonly<Record<string, FieldValue>>;

/** The register as rows are compared with it. */
export interface RegisterIndex {
  /** In the order given. */
  readonly records: readonly RegisterRecord[];
  /** The records of exactly this name, folded. */
  byName(key: string): readonly RegisterRecord[];
  /** Makes the search for doubles ready, in turns with others; done once. Throws cancelled. */
  prepare(breathe: Breathe): Promise<void>;
  readonly isPrepared: boolean;
  /**
   * The record that these values most likely mean, or null. Answers are remembered: most rows stay as they are
   * when a cell is corrected, a word paired or a column told. Asked only once prepared.
   */
  likeliest(values: RowValues): LikelyMatch | null;
}

export interface LikelyMatch {
  readonly record: RegisterRecord;
  /** Worded by `duplicates:reasons.<code>`; its param `speaks` is `for` or `against`. */
  readonly reasons: readonly Message[];
}

/** Memory stays bounded however often columns are told anew. */
const rememberedAtMost = 2 * limits.rows;

/** Builds the index of a register; `before` serves again when it holds the same records at the same revisions. */
export function indexRegister(
  records: readonly RegisterRecord[],
  before: RegisterIndex | null = null,
): RegisterIndex {
  if (before !== null && isSame(before.records, records)) return before;
  const byId = new Map(records.map((record) => [record.id, record]));
  const names = Map.groupBy(records, (record) => nameKey(record.values));
  const remembered = new Map<string, LikelyMatch | null>();
  let doubles: OrganisationIndex | null = null;

  function search(values: RowValues): LikelyMatch | null {
    const named = names.get(nameKey(values)) ?? [];
    if (doubles === null) throw new Error('The search for doubles was not prepared');
    const matches = organisationsLike(doubles, values);
    const best = matches.find(({ id }) => named.some((record) => record.id === id)) ?? matches[0];
    const record = byId.get(best?.id ?? '');
    if (best !== undefined && record !== undefined) {
      return { record, reasons: best.reasons.map(({ code, speaks }) => why(code, { speaks })) };
    }
    // A name without a word that tells anything (`Association`) is no double, and yet the same name.
    const [same] = named;
    return same === undefined ? null : { record: same, reasons: [why('same_name', { speaks: 'for' })] };
  }

  return {
    records,
    byName: (key) => names.get(key) ?? [],
    get isPrepared() {
      return doubles !== null || records.length === 0;
    },
    async prepare(breathe) {
      doubles ??= await indexOfOrganisations(records, (done) => breathe('comparing', done, records.length));
    },
    likeliest(values) {
      if (records.length === 0) return null;
      const key = JSON.stringify(values);
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const match = search(values);
      if (remembered.size >= rememberedAtMost) remembered.clear();
      remembered.set(key, match);
      return match;
    },
  };
}

function isSame(before: readonly RegisterRecord[], now: readonly RegisterRecord[]): boolean {
  return (
    before.length === now.length &&
    before.every((record, index) => record.id === now[index]?.id && record.revision === now[index]?.revision)
  );
}

function nameKey(values: RowValues): string {
  return keyOf(String(values.name ?? ''));
}

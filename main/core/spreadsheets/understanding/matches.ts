import type { FieldValue } from '../../contract/fields';
import type { Message } from '../../contract/values';
import { why } from '../values/reading';
import { keyOf } from '../values/words';

/**
 * Which organisations of the register a row may be. Deliberately simple and behind one function: the full rules of
 * duplicates take its place without a change elsewhere.
 */

export interface RegisterRecord {
  readonly id: string;
  readonly revision: number;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The register as it is compared with: by folded name, acronym, number. */
export interface RegisterIndex {
  readonly size: number;
  byName(key: string): readonly RegisterRecord[];
  by(clue: Clue, key: string): readonly RegisterRecord[];
}

export interface LikelyMatch {
  readonly record: RegisterRecord;
  readonly reasons: readonly Message[];
  readonly score: number;
}

const clues = ['acronym', 'phone', 'email', 'registrationNumber', 'nameArabic', 'core'] as const;
export type Clue = (typeof clues)[number];

const weights: Readonly<Record<Clue, number>> = {
  acronym: 3,
  phone: 4,
  email: 4,
  registrationNumber: 5,
  nameArabic: 5,
  core: 5,
};
/** One strong clue, or an acronym and the region. */
const enough = 4;

/** Builds the index of a register. */
export function indexRegister(records: readonly RegisterRecord[]): RegisterIndex {
  const names = new Map<string, RegisterRecord[]>();
  const byClue = new Map<string, RegisterRecord[]>();
  for (const record of records) {
    put(names, keyOf(String(record.values.name ?? '')), record);
    for (const clue of clues) {
      const key = clueKey(clue, record.values);
      if (key !== null) put(byClue, `${clue} ${key}`, record);
    }
  }
  return {
    size: records.length,
    byName: (key) => names.get(key) ?? [],
    by: (clue, key) => byClue.get(`${clue} ${key}`) ?? [],
  };
}

function put(map: Map<string, RegisterRecord[]>, key: string, record: RegisterRecord): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [record]);
  else list.push(record);
}

const legalForms =
  /\b(association|assoc|asso|ong|ngo|organisation|organization|reseau|collectif|federation|union|groupement|جمعيه|منظمه|de|du|des|la|le|les|l|d|et|pour|the|of|for)\b/g;

/** What one clue says of a record, or null when it says nothing. */
function clueKey(clue: Clue, values: RegisterRecord['values']): string | null {
  if (clue === 'core') {
    const core = keyOf(String(values.name ?? ''))
      .replace(legalForms, ' ')
      .split(' ')
      .filter((word) => word !== '')
      .sort()
      .join(' ');
    return core.length >= 8 ? core : null;
  }
  const value = values[clue];
  if (typeof value !== 'string') return null;
  const key = clue === 'phone' ? value.replace(/\D/g, '').slice(-8) : keyOf(value);
  return key.length >= (clue === 'phone' ? 7 : 2) ? key : null;
}

/** The records that a row's values may mean, the likeliest first, with the reasons. */
export function likelyMatches(values: RegisterRecord['values'], register: RegisterIndex): LikelyMatch[] {
  if (register.size === 0) return [];
  const found = new Map<string, { record: RegisterRecord; reasons: Message[]; score: number }>();
  const note = (record: RegisterRecord, code: string, score: number) => {
    const known = found.get(record.id) ?? { record, reasons: [], score: 0 };
    known.reasons.push(why(code));
    known.score += score;
    found.set(record.id, known);
  };
  for (const record of register.byName(keyOf(String(values.name ?? '')))) note(record, 'same_name', 6);
  for (const clue of clues) {
    const key = clueKey(clue, values);
    if (key === null) continue;
    for (const record of register.by(clue, key).slice(0, 20)) note(record, `same_${clue}`, weights[clue]);
  }
  for (const match of found.values()) {
    if (typeof values.region === 'string' && values.region === match.record.values.region)
      note(match.record, 'same_region', 1);
  }
  return [...found.values()]
    .filter(({ score }) => score >= enough)
    .sort((one, other) => other.score - one.score);
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chain, outbox } from '../../../db/schema';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { countedWrites, readLedger } from '../storage/ledger';
import { readSetting } from '../storage/stored-settings';
import { filesOf } from './folder';

/** Everything that must hold in a workspace that was closed, killed or restored: what `workspace check` reports. */

export interface CheckFinding {
  readonly check:
    | 'integrity'
    | 'foreign_keys'
    | 'strict_tables'
    | 'records_logged'
    | 'revisions'
    | 'heads'
    | 'search_index'
    | 'chain'
    | 'outbox'
    | 'ledger'
    | 'writes'
    | 'blobs'
    | 'leftovers';
  readonly outcome: 'fine' | 'wrong';
  /** What is wrong, for support: table names and counts, never the content of records. */
  readonly detail: string;
}

/** Runs every check; the workspace is only read. */
export function checkWorkspace(workspace: OpenWorkspace): CheckFinding[] {
  const files = filesOf(workspace.folder);
  const { $client } = workspace.database;
  const wrong = (sql: string) => ($client.prepare(sql).get() as { n: number }).n;
  const integrity = $client.pragma('integrity_check', { simple: true });
  const findings: CheckFinding[] = [
    finding('integrity', integrity === 'ok' ? 0 : 1, String(integrity)),
    finding('foreign_keys', ($client.pragma('foreign_key_check') as unknown[]).length, 'rows without owner'),
    finding('strict_tables', looseTables(workspace), 'tables that are not STRICT'),
    ...recordFindings(workspace),
    finding(
      'heads',
      wrong(
        'SELECT count(*) AS n FROM change_heads h LEFT JOIN change_log l ON l.id = h.entry WHERE l.id IS NULL',
      ),
      'heads without entry',
    ),
    finding(
      'search_index',
      wrong(
        'SELECT (SELECT count(*) FROM search_rows WHERE row_id NOT IN (SELECT rowid FROM search_index)) + (SELECT count(*) FROM search_index WHERE rowid NOT IN (SELECT row_id FROM search_rows)) AS n',
      ),
      'entries without partner',
    ),
    finding('chain', brokenSeries(workspace), 'numbers of our own series that are missing or doubled'),
    finding('outbox', unchainedPackages(workspace), 'signed packages missing in the chain'),
    finding('ledger', lostSignatures(workspace, files.ledger), 'signatures the database does not know (B04)'),
    finding(
      'writes',
      (readSetting(workspace.database, 'writes') ?? 0) < countedWrites(files.writes) ? 1 : 0,
      'the database is older than its write counter (B04)',
    ),
    finding('blobs', damagedBlobs(workspace), 'files missing or altered'),
    finding('leftovers', existsSync(`${files.keyring}.part`) ? 1 : 0, 'unfinished files'),
  ];
  return findings;
}

function finding(check: CheckFinding['check'], wrong: number, what: string): CheckFinding {
  return { check, outcome: wrong === 0 ? 'fine' : 'wrong', detail: wrong === 0 ? '' : `${wrong}: ${what}` };
}

function looseTables(workspace: OpenWorkspace): number {
  const tables = workspace.database.$client.pragma('table_list') as {
    name: string;
    type: string;
    strict: number;
    schema: string;
  }[];
  return tables.filter(
    (table) =>
      table.schema === 'main' &&
      table.type === 'table' &&
      table.strict === 0 &&
      !table.name.startsWith('sqlite_') &&
      table.name !== '__drizzle_migrations',
  ).length;
}

/**
 * Own records come with a creation in the log, and their revision is one more than the gestures that changed them.
 * (A coordination's rows of other parties arrive by package and have no creation of their own.)
 */
function recordFindings(workspace: OpenWorkspace): CheckFinding[] {
  const { $client } = workspace.database;
  let unlogged = 0;
  let unequal = 0;
  for (const entity of Object.keys(workspace.entities) as EntityName[]) {
    const name = tableName(entity);
    unlogged += (
      $client
        .prepare(
          `SELECT count(*) AS n FROM ${name} t WHERE committee = ? AND NOT EXISTS (SELECT 1 FROM change_log l WHERE l.entity = ? AND l.record = t.id AND l.field IS NULL)`,
        )
        .get(workspace.code, entity) as { n: number }
    ).n;
    unequal += (
      $client
        .prepare(
          `SELECT count(*) AS n FROM ${name} t WHERE committee = ? AND revision <> (SELECT count(DISTINCT batch) FROM change_log l WHERE l.entity = ? AND l.record = t.id)`,
        )
        .get(workspace.code, entity) as { n: number }
    ).n;
  }
  return [
    finding('records_logged', unlogged, 'records without creation in the log'),
    finding('revisions', unequal, 'records whose revision is not that of the log'),
  ];
}

function tableName(entity: EntityName): string {
  return entity.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function brokenSeries(workspace: OpenWorkspace): number {
  const own = workspace.database
    .select()
    .from(chain)
    .all()
    .filter((row) => row.series.startsWith(`${workspace.code}:`));
  const series = new Map<string, number[]>();
  for (const row of own) {
    const name = `${row.series} ${row.epoch}`;
    series.set(name, [...(series.get(name) ?? []), row.sequence]);
  }
  return [...series.values()].filter((numbers) =>
    numbers.sort((a, b) => a - b).some((number, index) => number !== index + 1),
  ).length;
}

function unchainedPackages(workspace: OpenWorkspace): number {
  const digests = new Set(
    workspace.database
      .select({ digest: chain.digest })
      .from(chain)
      .all()
      .map((row) => row.digest),
  );
  return workspace.database
    .select({ digest: outbox.digest })
    .from(outbox)
    .all()
    .filter((row) => !digests.has(row.digest)).length;
}

function lostSignatures(workspace: OpenWorkspace, ledger: string): number {
  const known = new Set(
    workspace.database
      .select({ digest: chain.digest })
      .from(chain)
      .all()
      .map((row) => row.digest),
  );
  return readLedger(ledger).filter((line) => !known.has(line.digest)).length;
}

function damagedBlobs(workspace: OpenWorkspace): number {
  const named = workspace.database.$client
    .prepare("SELECT sha256 FROM inbox WHERE outcome <> 'refused' UNION SELECT archive FROM submissions")
    .all() as { sha256: string }[];
  return named.filter(({ sha256 }) => {
    const bytes = workspace.blobs.get(sha256);
    return bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256;
  }).length;
}

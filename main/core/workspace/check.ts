import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { expectedSchema, refusal, schemaOf } from '../../../db/open';
import { DomainError } from '../contract/errors';
import type { OpenWorkspace } from '../session';
import { countedWrites } from '../storage/ledger';
import { readSetting } from '../storage/stored-settings';
import {
  brokenSeries,
  damagedFiles,
  decisionsInHalves,
  lostSignatures,
  unequalPackages,
  unledgeredSignatures,
} from './check-packages';
import {
  recordsOffTheirRevision,
  recordsUnlikeTheirLog,
  recordsWithoutCreation,
  wrongHeads,
} from './check-records';
import { searchEntriesAmiss } from './check-search';
import { filesOf } from './folder';

/** Everything that must hold in a workspace that was closed, killed or restored: what `workspace check` reports. */

export interface CheckFinding {
  readonly check:
    | 'integrity'
    | 'foreign_keys'
    | 'schema'
    | 'strict_tables'
    | 'records_logged'
    | 'revisions'
    | 'values'
    | 'heads'
    | 'search_index'
    | 'chain'
    | 'outbox'
    | 'decisions'
    | 'ledger'
    | 'writes'
    | 'blobs'
    | 'permissions'
    | 'leftovers';
  readonly outcome: 'fine' | 'wrong';
  /** What is wrong, for support: table names and counts, never the content of records. */
  readonly detail: string;
}

/** Runs every check; the workspace is only read. A page that cannot be read is a finding, not the end of the check. */
export function checkWorkspace(workspace: OpenWorkspace): CheckFinding[] {
  const files = filesOf(workspace.folder);
  const { $client } = workspace.database;
  const behind = (readSetting(workspace.database, 'writes') ?? 0) < countedWrites(files.writes);
  return [
    finding('integrity', () => integrityErrors(workspace), 'damaged pages or indexes'),
    finding(
      'foreign_keys',
      () => ($client.pragma('foreign_key_check') as unknown[]).length,
      'rows without owner',
    ),
    finding(
      'schema',
      () => schemaDifferences(workspace),
      'tables or indexes that are not those of the application',
    ),
    finding('strict_tables', () => looseTables(workspace), 'tables that are not STRICT'),
    finding('records_logged', () => recordsWithoutCreation(workspace), 'records without creation in the log'),
    finding(
      'revisions',
      () => recordsOffTheirRevision(workspace),
      'records whose revision is not that of the log',
    ),
    finding(
      'values',
      () => recordsUnlikeTheirLog(workspace),
      'records that differ from what the log says of them',
    ),
    finding('heads', () => wrongHeads(workspace), 'heads without entry, or last entries that are no head'),
    finding('search_index', () => searchEntriesAmiss(workspace), 'entries missing, left over or outdated'),
    finding('chain', () => brokenSeries(workspace), 'numbers of our own series that are missing or doubled'),
    finding('outbox', () => unequalPackages(workspace), 'signed packages that are not what the chain says'),
    finding(
      'decisions',
      () => decisionsInHalves(workspace),
      'reports decided without slip, or with half of one',
    ),
    finding(
      'ledger',
      () => lostSignatures(workspace, files.ledger) + unledgeredSignatures(workspace, files.ledger),
      'signatures that only the database or only the ledger knows (B04)',
    ),
    finding('writes', () => (behind ? 1 : 0), 'the database is older than its write counter (B04)'),
    finding('blobs', () => damagedFiles(workspace), 'files missing or altered'),
    finding('permissions', () => closedFiles(workspace), 'files that this person may not read and write'),
    finding('leftovers', () => unfinishedFiles(workspace), 'unfinished files'),
  ];
}

function finding(check: CheckFinding['check'], count: () => number, what: string): CheckFinding {
  try {
    const wrong = count();
    return { check, outcome: wrong === 0 ? 'fine' : 'wrong', detail: wrong === 0 ? '' : `${wrong}: ${what}` };
  } catch (error) {
    // Only what SQLite and the reader of packages refuse: a bug of the check itself must not pass for a damaged workspace.
    if (refusal(error) === error && !(error instanceof DomainError)) throw error;
    return { check, outcome: 'wrong', detail: 'something here cannot be read' };
  }
}

function integrityErrors(workspace: OpenWorkspace): number {
  const answers = workspace.database.$client.pragma('integrity_check') as { integrity_check: string }[];
  const damage = answers.filter((answer) => answer.integrity_check !== 'ok').length;
  return damage + workspace.blobs.damage();
}

/** Statements of the schema that are ours and missing, or there and not ours. */
function schemaDifferences(workspace: OpenWorkspace): number {
  const expected = new Set(expectedSchema(workspace.settings.migrationsFolder));
  const found = new Set(schemaOf(workspace.database.$client));
  const missing = [...expected].filter((statement) => !found.has(statement));
  return missing.length + [...found].filter((statement) => !expected.has(statement)).length;
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

function closedFiles(workspace: OpenWorkspace): number {
  const present = Object.values(filesOf(workspace.folder)).filter((path) => existsSync(path));
  return [workspace.folder, ...present].filter((path) => {
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
      return false;
    } catch {
      // accessSync says no by throwing.
      return true;
    }
  }).length;
}

function unfinishedFiles(workspace: OpenWorkspace): number {
  return readdirSync(workspace.folder).filter((name) => name.endsWith('.part')).length;
}

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Output } from '../../../main/core/contract/operations';
import type { OpenWorkspace } from '../../../main/core/session';
import { keyFor } from '../../../main/core/workspace/opening';
import { keptHashes, withFiles } from '../installation';
import { type Laptop, passphrase } from '../laptop';

/** A laptop at which files are thrown: what it says of them, and that a refused one changed nothing (PACKAGES.md §4). */

type Result = Output<'packages.open'>[number]['result'];

/** What a refusal may change: the inbox tells of it, and the counter of writes counts that. */
const changing = new Set(['inbox']);

export class Target {
  readonly laptop: Laptop;
  /** Where files arrive: outside everything that is the application's. */
  readonly #stick = realpathSync(mkdtempSync(join(tmpdir(), 'concertation-stick-')));

  #key: Uint8Array | null = null;

  constructor(laptop: Laptop) {
    this.laptop = laptop;
  }

  /** Puts a file on the stick. */
  arrive(bytes: Uint8Array, name = 'recu.colis'): string {
    const path = join(this.#stick, name);
    writeFileSync(path, bytes);
    return path;
  }

  async open(path: string): Promise<Result> {
    const [result] = await this.laptop.receive(path);
    if (!result) throw new Error('Nothing was said of the file');
    return result;
  }

  async opens(bytes: Uint8Array, name?: string): Promise<Result> {
    return this.open(this.arrive(bytes, name));
  }

  /** The code of the refusal, after holding that nothing else came of it. */
  async refusalOf(path: string): Promise<string> {
    const [code] = await this.#refusalsOf([path]);
    return code ?? '';
  }

  async refuses(bytes: Uint8Array, name?: string): Promise<string> {
    return this.refusalOf(this.arrive(bytes, name));
  }

  /** The codes of the refusals of many files, opened one after the other, after holding that nothing else came of any. */
  async refusesEach(files: readonly Uint8Array[]): Promise<readonly string[]> {
    return this.#refusalsOf(files.map((bytes, number) => this.arrive(bytes, `recu-${number}.colis`)));
  }

  /** SHA-256 over every row of every table, in any order, but those that tell of the refusal itself. */
  async fingerprint(): Promise<string> {
    return (await this.#contents()).tables;
  }

  async #refusalsOf(paths: readonly string[]): Promise<readonly string[]> {
    const [before, names] = [await this.#contents(), this.#names()];
    const codes: string[] = [];
    for (const path of paths) {
      const result = await this.open(path);
      expect(this.laptop.bugs).toEqual([]);
      if (result.kind === 'refused') codes.push(result.code);
      else codes.push(result.kind === 'known' ? result.notice.code : result.kind);
    }
    const after = await this.#contents();
    expect(after.tables, 'every table is as it was').toBe(before.tables);
    expect(
      after.files.filter((sha256) => !before.files.includes(sha256)),
      'no file was kept',
    ).toEqual([]);
    expect(this.#names(), 'no file appeared or vanished').toEqual(names);
    return codes;
  }

  /** The tables, and the hashes of the files kept as they lie on the disk: opening sweeps what no row names. */
  async #contents(): Promise<{ readonly tables: string; readonly files: readonly string[] }> {
    const { id } = await this.#locked();
    this.#key ??= keyFor(this.laptop.workspaceFolder, passphrase, 'passphrase');
    if (!this.#key) throw new Error('The passphrase does not open the workspace');
    const files = keptHashes(this.laptop, this.#key);
    const tables = withFiles(this.laptop, hashOfTables);
    await this.laptop.call('workspace.unlock', { id, passphrase });
    return { tables, files };
  }

  /** Looks into the workspace's files while the core has locked it. */
  async read<T>(look: (workspace: OpenWorkspace) => T): Promise<T> {
    const state = await this.#locked();
    const seen = withFiles(this.laptop, look);
    await this.laptop.call('workspace.unlock', { id: state.id, passphrase });
    return seen;
  }

  throwAway(): void {
    this.laptop.throwAway();
    rmSync(this.#stick, { recursive: true, force: true });
  }

  async #locked(): Promise<{ readonly id: string }> {
    const state = await this.laptop.call('workspace.state', {});
    if (state.status !== 'open') throw new Error('The workspace is not open');
    await this.laptop.call('workspace.lock', {});
    return state;
  }

  #names(): string[] {
    const inside = readdirSync(this.laptop.root, { recursive: true }).map(String);
    return [...inside.filter((name) => !/-(wal|shm)$/.test(name)), ...readdirSync(this.#stick)].sort();
  }
}

function hashOfTables({ database: { $client } }: OpenWorkspace): string {
  const hash = createHash('sha256');
  const tables = $client
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all() as { name: string }[];
  for (const { name } of tables.filter((table) => !changing.has(table.name))) {
    const rows = $client.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[];
    const told = rows
      .filter((row) => name !== 'settings' || row.key !== 'writes')
      .map((row) => JSON.stringify(row));
    hash.update(`${name}\n${told.sort().join('\n')}\n`);
  }
  return hash.digest('hex');
}

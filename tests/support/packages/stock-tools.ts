import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The tools of other people that must be able to open what we write: ssh-keygen, unzip, Python's zipfile. */

export interface ToolRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a tool in a folder; a tool that is not installed makes the test fail with a sentence that says so. */
export function runTool(tool: string, args: readonly string[], folder: string, input?: Uint8Array): ToolRun {
  const run = spawnSync(tool, [...args], { cwd: folder, input, encoding: 'utf8' });
  if (run.error !== undefined) throw new Error(`This test needs ${tool}: ${run.error.message}`);
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** True when a tool starts at all. */
export function hasTool(tool: string, ...args: readonly string[]): boolean {
  return spawnSync(tool, [...args]).error === undefined;
}

/** Runs a task in a new folder that holds the given files and is removed afterwards. */
export async function inFolder<Result>(
  files: Readonly<Record<string, Uint8Array | string>>,
  task: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'concertation-format-'));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), content, { mode: 0o600 });
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How a run of the command-line tool ended. */
export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What Windows calls a path of this machine: Wine shows the whole file system as drive Z. */
export function windowsPath(place: string): string {
  return `Z:${path.resolve(place).replaceAll('/', '\\')}`;
}

/** Where and with which variables, besides those of this process, the tool runs. */
export interface ToolSurroundings {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const builtTool = path.join(process.cwd(), 'out', 'main', 'tool.js');

/**
 * Plays the built command-line tool in Windows' Node under Wine, to its end.
 *
 * @param words the command and its arguments; paths as Windows writes them, or relative to the folder
 */
export function toolUnderWindows(words: readonly string[], surroundings: ToolSurroundings): Promise<ToolRun> {
  const node = process.env.CONCERTATION_WINDOWS_NODE;
  if (node === undefined) throw new Error('Start these tests with: npm run test:windows');
  return play('wine', [node, windowsPath(builtTool), ...words], surroundings);
}

/** Plays the same tool in this machine's Node, to hold one against the other. */
export function toolHere(words: readonly string[], surroundings: ToolSurroundings): Promise<ToolRun> {
  return play(process.execPath, [builtTool, ...words], surroundings);
}

/** Output goes to files: through a pipe of Linux, Windows' Node fails with `open EBADF`. */
async function play(
  program: string,
  words: readonly string[],
  { folder, environment = {} }: ToolSurroundings,
): Promise<ToolRun> {
  const output = mkdtempSync(path.join(os.tmpdir(), 'concertation-windows-output-'));
  const files = { stdout: path.join(output, 'stdout'), stderr: path.join(output, 'stderr') };
  const stdout = openSync(files.stdout, 'w');
  const stderr = openSync(files.stderr, 'w');
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      const env = { ...process.env, ...environment };
      const child = spawn(program, words, { cwd: folder, env, stdio: ['ignore', stdout, stderr] });
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
    return {
      exitCode,
      stdout: readFileSync(files.stdout, 'utf8'),
      stderr: readFileSync(files.stderr, 'utf8'),
    };
  } finally {
    closeSync(stdout);
    closeSync(stderr);
    rmSync(output, { recursive: true, force: true });
  }
}

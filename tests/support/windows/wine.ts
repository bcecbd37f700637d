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

/**
 * Plays the built command-line tool in Windows' Node under Wine, to its end.
 *
 * Its output goes to files: through a pipe of Linux that Node fails with `open EBADF`.
 *
 * @param words the command and its arguments; paths as Windows writes them, or relative to `folder`
 * @param folder where the tool runs
 * @param environment variables for the tool, besides those of this process
 */
export async function toolUnderWindows(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  const node = process.env.CONCERTATION_WINDOWS_NODE;
  if (node === undefined) throw new Error('Start these tests with: npm run test:windows');
  const output = mkdtempSync(path.join(os.tmpdir(), 'concertation-windows-output-'));
  const files = { stdout: path.join(output, 'stdout'), stderr: path.join(output, 'stderr') };
  try {
    const tool = windowsPath(path.join(process.cwd(), 'out', 'main', 'tool.js'));
    const exitCode = await play('wine', [node, tool, ...words], folder, environment, files);
    return {
      exitCode,
      stdout: readFileSync(files.stdout, 'utf8'),
      stderr: readFileSync(files.stderr, 'utf8'),
    };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function play(
  program: string,
  words: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
  files: Readonly<{ stdout: string; stderr: string }>,
): Promise<number> {
  const stdout = openSync(files.stdout, 'w');
  const stderr = openSync(files.stderr, 'w');
  return new Promise<number>((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(program, words, { cwd, env, stdio: ['ignore', stdout, stderr] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  }).finally(() => {
    closeSync(stdout);
    closeSync(stderr);
  });
}

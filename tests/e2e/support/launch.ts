import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Input, OperationName } from '../../../main/core/contract/operations';

/** The repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A running application with its window. */
export interface Concertation {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** The next open dialogs answer these paths; none = the person gave up. */
  answerOpenDialog(paths: readonly string[]): Promise<void>;
  /** The next save dialogs answer this path; null = the person gave up. */
  answerSaveDialog(path: string | null): Promise<void>;
  /** Calls an operation as the page does and gives the answer. */
  call<N extends OperationName>(operation: N, input: Input<N>): Promise<unknown>;
  /** Saves what the page shows as test-results/screens/NAME.png. */
  screenshot(name: string): Promise<void>;
  /** The text on the system's clipboard. */
  clipboard(): Promise<string>;
  /** Closes the window as a person does and waits for the end of the process. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of this installation, its own for each test. */
  readonly profile: string;
  /** Further words on the command line, such as a package to open. */
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Chromium's own sandbox needs rights that containers and root do not give; elsewhere than in tests it stays on. */
export const sandboxSwitches = process.platform === 'linux' ? ['--no-sandbox'] : [];

/** Starts the built application (out/) on a profile and waits for its window. */
export async function launchConcertation(options: LaunchOptions): Promise<Concertation> {
  const { profile } = options;
  const app = await _electron.launch({
    args: [...sandboxSwitches, root, '--profile', profile, ...(options.words ?? [])],
    cwd: root,
    // Workspaces are proposed in the home folder: each installation has its own, never the user's.
    env: {
      ...environmentWithout('CONCERTATION_PROFILE'),
      HOME: path.dirname(profile),
      ...options.environment,
    },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return {
    app,
    page,
    profile,
    answerOpenDialog: (paths) =>
      app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
        },
        [...paths],
      ),
    answerSaveDialog: (place) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
      }, place),
    call: (operation, input) =>
      page.evaluate(([name, given]) => window.concertation.call(name as OperationName, given as never), [
        operation,
        input,
      ] as const),
    clipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    async screenshot(name) {
      const folder = path.join(root, 'test-results', 'screens');
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
    },
    async close() {
      const ended = app.waitForEvent('close');
      await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      });
      await ended;
    },
  };
}

/** How a program that was started beside the tests ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
}

/** Starts the application beside the tests, without anything of Playwright in it. */
export function startPlainly(words: readonly string[]): {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  stop(): void;
} {
  const child = spawn(electronProgram(), [...sandboxSwitches, root, ...words], {
    cwd: root,
    env: environmentWithout('CONCERTATION_PROFILE'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += String(text);
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout }));
  });
  return { pid: child.pid ?? 0, ended, stop: () => child.kill() };
}

/** The program of the runtime that is installed. */
export function electronProgram(): string {
  const folder = path.join(root, 'node_modules', 'electron');
  return path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'));
}

function environmentWithout(name: string): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[0] !== name && entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { root } from '../e2e/support/launch';

/** The unpacked application as `npm run dist:dir` builds it. */
const program = path.join(root, 'dist', 'linux-unpacked', 'concertation');

/** A running packaged application. */
export interface Packaged {
  readonly page: Page;
  /** Asks it to end, as the system does at logout, and waits until it has. */
  end(): Promise<void>;
}

/**
 * Starts the packaged application and attaches to its page. Its fuses keep Playwright from starting it, so it opens
 * a debugging port of Chromium, whose address it says on stderr.
 */
export async function startPackaged(folder: string): Promise<Packaged> {
  const words = ['--remote-debugging-port=0', '--profile', path.join(folder, 'profile')];
  const child = spawnPackaged(words, folder);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await debuggingAddress(child);
  await pageIsThere(address);
  const browser = await attached(address);
  return {
    page: await firstPage(browser),
    async end() {
      child.kill();
      await ended;
      await browser.close();
    },
  };
}

/** Runs the packaged application to its end with some words and gives what it wrote. */
export function runPackaged(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const child = spawnPackaged(words, folder, environment);
  let stdout = '';
  child.stdout?.on('data', (text) => {
    stdout += String(text);
  });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout }));
  });
}

/** HOME is the test's own folder, so that nothing of the user's is proposed or touched. */
function spawnPackaged(words: readonly string[], folder: string, environment = {}): ChildProcess {
  return spawn(program, ['--no-sandbox', ...words], {
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config'), ...environment },
  });
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text) => {
      said += String(text);
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The application ended with ${code}:\n${said}`)));
  });
}

/** Attaching while the window is still being made can hang: the page is waited for first. */
async function pageIsThere(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  await expect
    .poll(async () => JSON.stringify(await (await fetch(list)).json()), { timeout: 30_000 })
    .toContain('app://concertation');
}

const tries = 4;

/** Even then it sometimes hangs, the application being well: such a connection is given up and another one made. */
async function attached(address: string): Promise<Browser> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 8_000 });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('The application has no page');
  return context.pages()[0] ?? context.waitForEvent('page');
}

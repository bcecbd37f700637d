import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { electronProgram, root, sandboxSwitches } from '../e2e/support/launch';
import { processTree } from '../e2e/support/sockets';

/** Windows that start as on a laptop: nothing waits for the test, which only attaches to the page afterwards. */

/** The application's folder; the bare window that it is measured against. */
export const product = root;
export const bare = path.join(root, 'tests', 'bench', 'bare');

export interface StartedWindow {
  readonly page: Page;
  /** Milliseconds from the start of the process to the first paint with content. */
  readonly firstPaint: number;
  /** Megabytes of memory of all its processes; what they share is divided among them. */
  memory(): number;
  end(): Promise<void>;
}

/** Starts an application's folder on a profile and waits until its page shows this. */
export async function startWindow(folder: string, profile: string, shown: string): Promise<StartedWindow> {
  const start = Date.now();
  const words = [...sandboxSwitches, '--remote-debugging-port=0', folder, '--profile', profile];
  const child = spawn(electronProgram(), words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  const page = await firstPage(browser);
  await page.locator(shown).first().waitFor();
  return {
    page,
    firstPaint: (await instantOfFirstPaint(page)) - start,
    memory: () => processTree(child.pid ?? 0).reduce((sum, pid) => sum + proportionalMemory(pid), 0),
    async end() {
      child.kill();
      await ended;
      await browser.close();
    },
  };
}

/** Milliseconds since 1970 at which the page painted its first content. */
async function instantOfFirstPaint(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => {
    const [painted] = performance.getEntriesByName('first-contentful-paint');
    return painted === undefined ? null : performance.timeOrigin + painted.startTime;
  });
  return Number(await handle.jsonValue());
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
    child.once('close', (code) => reject(new Error(`The window ended with ${code}:\n${said}`)));
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('The window has no page');
  return context.pages()[0] ?? context.waitForEvent('page');
}

/** PSS: the memory of a process, each shared page divided by those who share it (Linux). */
function proportionalMemory(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error(`The memory of process ${pid} cannot be read`);
  return Number(kilobytes) / 1024;
}

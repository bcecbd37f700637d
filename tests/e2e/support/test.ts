import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect as patientExpect } from '@playwright/test';
import { type Concertation, type LaunchOptions, launchConcertation } from './launch';

/** Keys are derived slowly on purpose, and slower on a busy machine: what a person would wait for may take its time. */
export const expect = patientExpect.configure({ timeout: 30_000 });

interface Fixtures {
  /** A folder for this test alone, gone after it. */
  readonly folder: string;
  /** The profile of this test: a folder that does not exist yet. */
  readonly profile: string;
  /** Starts the application, on this test's profile unless told otherwise; what still runs is ended after the test. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Concertation>;
}

/** A test with its own temporary folder, its own profile, and applications that end with it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures out of this pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  profile: async ({ folder }, use) => use(path.join(folder, 'profile')),
  launch: async ({ profile }, use) => {
    const running = new Set<Concertation>();
    await use(async (options) => {
      const concertation = await launchConcertation({ profile, ...options });
      running.add(concertation);
      concertation.app.once('close', () => running.delete(concertation));
      return concertation;
    });
    for (const concertation of running) await concertation.app.close();
  },
});

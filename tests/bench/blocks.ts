import { z } from 'zod';
import { type Concertation, launchConcertation } from '../e2e/support/launch';
import type { Measure } from './measure';

/** The longest time for which window process or page could not answer, while lists are read and a report comes in. */

const longest = 50;
/** Milliseconds that a page may take on a machine that has other work as well. */
const patience = 120_000;

/** Reading, searching and leafing through a list of 100 000. */
export async function measureListBlocks(profile: string, passphrase: string): Promise<Measure[]> {
  const concertation = await launchConcertation({ profile });
  try {
    const { page } = concertation;
    await unlocked(concertation, passphrase);
    await page.locator('[role=grid] [role=gridcell] > button').first().waitFor({ timeout: patience });
    await watch(concertation);
    await page
      .getByLabel('Chercher dans la liste')
      .first()
      .pressSequentially('association femmes', { delay: 80 });
    await page.getByRole('grid').focus();
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageDown');
    return await blocksOf(concertation, 'list of 100 000: searching and leafing');
  } finally {
    await concertation.close();
  }
}

/** Opening a report of 10 000 organisations at the coordination, and accepting it. */
export async function measureImportBlocks(
  profile: string,
  passphrase: string,
  report: string,
): Promise<Measure[]> {
  const concertation = await launchConcertation({ profile });
  try {
    await unlocked(concertation, passphrase);
    await concertation.page.getByRole('navigation').getByRole('link').first().waitFor();
    await concertation.answerOpenDialog([report]);
    await watch(concertation);
    const files = z.array(z.object({ handle: z.string() })).min(1);
    const [file] = await answerOf(concertation.call('shell.chooseFiles', { purpose: 'packages' }), files);
    const opened = z.array(z.object({ result: z.object({ submission: z.string() }) })).min(1);
    const [received] = await answerOf(
      concertation.call('packages.open', { files: [file?.handle ?? ''] }),
      opened,
    );
    const id = received?.result.submission ?? '';
    await answerOf(concertation.call('submissions.get', { id }), z.unknown());
    const decision = {
      decision: 'accepted' as const,
      general: '',
      remarks: [],
      deadline: null,
      confirmation: null,
    };
    await answerOf(concertation.call('submissions.decide', { id, ...decision, passphrase }), z.unknown());
    return await blocksOf(concertation, 'import of 10 000 organisations');
  } finally {
    await concertation.close();
  }
}

async function unlocked({ call, page }: Concertation, passphrase: string): Promise<void> {
  const known = z.array(z.object({ id: z.string() })).min(1);
  const [workspace] = await answerOf(call('workspace.known', {}), known);
  await answerOf(call('workspace.unlock', { id: workspace?.id ?? '', passphrase }), z.unknown());
  await page.getByRole('navigation').waitFor();
}

/** Begins to watch the event loop of the window process and the long tasks of the page. */
async function watch({ app, page }: Concertation): Promise<void> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Object.assign(globalThis, { benchDelay: delay });
  });
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const task of list.getEntries()) tasks.push(task.duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(window, { benchTasks: tasks });
  });
}

async function blocksOf({ app, page }: Concertation, during: string): Promise<Measure[]> {
  const nanoseconds = await app.evaluate(
    () => (globalThis as unknown as { benchDelay: { max: number } }).benchDelay.max,
  );
  const tasks = await page.evaluate(() => (window as unknown as { benchTasks: number[] }).benchTasks);
  const line = (what: string, value: number): Measure => ({
    name: `${during}: longest block of the ${what}`,
    figure: { value, unit: 'ms' },
    baseline: null,
    bound: longest,
  });
  return [line('window process', nanoseconds / 1e6), line('page', Math.max(0, ...tasks))];
}

async function answerOf<T>(answer: Promise<unknown>, schema: z.ZodType<T>): Promise<T> {
  return z.object({ ok: z.literal(true), value: schema }).parse(await answer).value as T;
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startPlainly } from './support/launch';
import { expect, test } from './support/test';

/** The shell around the pages: window, menu, dialogs, printing, files handed over, closing. */

interface ChosenFile {
  readonly handle: string;
  readonly name: string;
}

/** Keeps what the page is told, to be read with `toldOf`. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    window.concertation.on((event) => told.push(event));
  });
}

function toldOf(page: Page, type: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => (Reflect.get(window, 'told') as { type: string }[]).filter((event) => event.type === wanted),
    type,
  );
}

test('the window opens on our page with the size of a usual laptop', async ({ launch }) => {
  const { app, page, screenshot } = await launch();
  expect(page.url()).toMatch(/^app:\/\/concertation\/index\.html/);
  await expect(page).toHaveTitle('Concertation');
  const window = await app.browserWindow(page);
  await expect.poll(() => window.evaluate((shown) => shown.isVisible())).toBe(true);
  const size = await window.evaluate((shown) => shown.getSize());
  // A window as large as the screen is made one pixel smaller by Chromium on X11.
  expect(size[0]).toBeGreaterThanOrEqual(1365);
  expect(size[1]).toBeGreaterThanOrEqual(767);
  expect(await window.evaluate((shown) => shown.getMinimumSize())).toEqual([960, 640]);
  await screenshot('shell-first-window');
});

test('a second start on the same profile hands its package over to the first window and ends', async ({
  launch,
  folder,
  profile,
}) => {
  const { page } = await launch();
  await listen(page);
  const packageFile = path.join(folder, 'CI_2026-Q3_r0_n017.colis');
  writeFileSync(packageFile, 'not a package');
  const second = startPlainly(['--profile', profile, packageFile, path.join(folder, 'missing.colis')]);
  expect((await second.ended).code).toBe(0);
  await expect
    .poll(() => toldOf(page, 'open-files'))
    .toEqual([
      {
        type: 'open-files',
        files: [{ handle: expect.stringMatching(/^file-[0-9a-f-]{36}$/), name: 'CI_2026-Q3_r0_n017.colis' }],
      },
    ]);
});

test('a package given at the start is handed to the page once it listens', async ({ launch, folder }) => {
  const packageFile = path.join(folder, 'SN_2026-Q3_r0_n002.colis');
  writeFileSync(packageFile, 'not a package');
  const { app, page } = await launch({ words: [packageFile] });
  // Loaded anew, the page has not listened to anything yet: what comes now is kept for it.
  await page.reload();
  await listen(page);
  await app.evaluate(({ app: process }, file) => {
    process.emit('open-file', { preventDefault: () => undefined }, file);
  }, packageFile);
  await expect
    .poll(async () => JSON.stringify(await toldOf(page, 'open-files')))
    .toContain('SN_2026-Q3_r0_n002');
});

test('dialogs give handles and names, never paths, and a handle is good for its own use only', async ({
  launch,
  folder,
}) => {
  const { answerOpenDialog, answerSaveDialog, call } = await launch();
  await answerOpenDialog([path.join(folder, 'reçu.colis')]);
  const opened = (await call('shell.chooseFiles', { purpose: 'packages' })) as { value: ChosenFile[] };
  expect(opened).toEqual({
    ok: true,
    value: [{ handle: expect.stringMatching(/^file-/), name: 'reçu.colis' }],
  });
  expect(JSON.stringify(opened)).not.toContain(folder);

  const file = opened.value[0]?.handle ?? '';
  const unknown = { ok: false, error: { code: 'file_handle_unknown', params: {} } };
  expect(await call('shell.saveText', { file, text: 'x' })).toEqual(unknown);

  await answerOpenDialog([]);
  expect(await call('shell.chooseFiles', { purpose: 'packages' })).toEqual({ ok: true, value: [] });
  await answerSaveDialog(null);
  expect(await call('shell.chooseWhereToSave', { purpose: 'pdf', suggestedName: 'x' })).toEqual({
    ok: true,
    value: null,
  });
});

test('a text and an A4 PDF are written where the person chose', async ({ launch, folder }) => {
  const { answerSaveDialog, call } = await launch();
  const choose = async (purpose: 'pdf' | 'text', place: string) => {
    await answerSaveDialog(place);
    const answer = await call('shell.chooseWhereToSave', { purpose, suggestedName: 'x' });
    return (answer as { value: ChosenFile }).value.handle;
  };
  const done = { ok: true, value: {} };

  const text = path.join(folder, 'allowed_signers');
  expect(await call('shell.saveText', { file: await choose('text', text), text: 'été\n' })).toEqual(done);
  expect(readFileSync(text, 'utf8')).toBe('été\n');

  const sheet = await choose('pdf', path.join(folder, 'feuille'));
  expect(await call('shell.savePdf', { file: sheet, landscape: 'portrait' })).toEqual(done);
  const pdf = readFileSync(path.join(folder, 'feuille.pdf'), 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect(Number(width)).toBeCloseTo(595, -1);
  expect(Number(height)).toBeCloseTo(842, -1);

  const refused = await choose('text', path.join(folder, 'no such folder', 'x'));
  expect(await call('shell.saveText', { file: refused, text: 'x' })).toEqual({
    ok: false,
    error: { code: 'file_not_written', params: { reason: 'ENOENT' } },
  });
});

test('the menu speaks the language of the page and its gestures reach the page', async ({ launch }) => {
  const { app, page, call } = await launch();
  await listen(page);
  const titles = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  await call('shell.dress', { scheme: 'dark', language: 'en' });
  expect(await titles()).toEqual(['File', 'Edit', 'View', 'Help']);
  await call('shell.dress', { scheme: 'light', language: 'ar' });
  expect(await titles()).toEqual(['ملف', 'تحرير', 'عرض', 'مساعدة']);
  await call('shell.dress', { scheme: 'light', language: 'fr' });
  expect(await titles()).toEqual(['Fichier', 'Édition', 'Affichage', 'Aide']);

  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    for (const key of ['CmdOrCtrl+K', 'CmdOrCtrl+L', 'F1']) {
      items.find((item) => item.accelerator === key)?.click();
    }
  });
  await expect
    .poll(() => toldOf(page, 'menu'))
    .toEqual(['find', 'lock', 'guide'].map((item) => ({ type: 'menu', item })));
});

test('Alt alone opens the menu, Alt with another key does not', async ({ launch }) => {
  const { app } = await launch();
  await app.evaluate(({ Menu }) => {
    Object.assign(globalThis, { opened: 0 });
    const menu = Menu.getApplicationMenu();
    if (menu) menu.popup = () => Object.assign(globalThis, { opened: Reflect.get(globalThis, 'opened') + 1 });
  });
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'opened') as number);
  const press = (type: 'keyDown' | 'keyUp', keyCode: string) =>
    app.evaluate(({ webContents }, key) => webContents.getAllWebContents()[0]?.sendInputEvent(key), {
      type,
      keyCode,
    } as const);
  await press('keyDown', 'Alt');
  await press('keyDown', 'X');
  await press('keyUp', 'X');
  await press('keyUp', 'Alt');
  await press('keyDown', 'Alt');
  await press('keyUp', 'Alt');
  await expect.poll(opened).toBe(1);
});

test('the window comes back where it was, as large as it was read', async ({ launch }) => {
  const first = await launch();
  const shownFirst = await first.app.browserWindow(first.page);
  await shownFirst.evaluate((shown) => shown.setBounds({ x: 40, y: 30, width: 1100, height: 700 }));
  await first.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    items.find((item) => item.accelerator === 'CmdOrCtrl+Plus')?.click();
  });
  await expect.poll(() => first.page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(1.1);
  await first.close();

  const again = await launch();
  const shown = await again.app.browserWindow(again.page);
  expect(await shown.evaluate((found) => found.getBounds())).toEqual({
    x: 40,
    y: 30,
    width: 1100,
    height: 700,
  });
  expect(await again.page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(1.1);
});

test('preferences of the page come back, and nothing else of its storage', async ({ launch }) => {
  const first = await launch();
  await first.page.evaluate(() => {
    localStorage.setItem('concertation.density', 'comfort');
    localStorage.setItem('concertation.note', 'Jean Dupont, Conakry');
    localStorage.setItem('other', 'word');
  });
  await first.close();
  const again = await launch();
  expect(await again.page.evaluate(() => ({ ...localStorage }))).toMatchObject({
    'concertation.density': 'comfort',
  });
  expect(await again.page.evaluate(() => [localStorage['concertation.note'], localStorage.other])).toEqual([
    undefined,
    undefined,
  ]);
});

test('on closing, the page is told and what it still saves is saved', async ({ launch, folder }) => {
  const { page, answerSaveDialog, call, close } = await launch();
  const drafts = [path.join(folder, 'first'), path.join(folder, 'second')];
  const handles: string[] = [];
  for (const draft of drafts) {
    await answerSaveDialog(draft);
    const answer = await call('shell.chooseWhereToSave', { purpose: 'text', suggestedName: 'draft' });
    handles.push((answer as { value: ChosenFile }).value.handle);
  }
  await page.evaluate(([first = '', second = '']) => {
    window.concertation.on(async (event) => {
      if (event.type !== 'closing') return;
      await window.concertation.call('shell.saveText', { file: first, text: 'one' });
      await window.concertation.call('shell.saveText', { file: second, text: 'two' });
    });
  }, handles);
  await close();
  expect(drafts.map((draft) => existsSync(draft) && readFileSync(draft, 'utf8'))).toEqual(['one', 'two']);
});

test('a page that never answers does not keep the window from closing', async ({ launch }) => {
  const { page, app } = await launch();
  const ended = app.waitForEvent('close');
  await page.evaluate(() => {
    window.concertation.on((event) => {
      while (event.type === 'closing');
    });
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
});

test('a profile folder that cannot be used is refused before anything opens', async ({ folder }) => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, 'kept');
  const { code } = await startPlainly(['--profile', path.join(file, 'profile')]).ended;
  expect(code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe('kept');
});

test('the command-line tool runs without a window', async ({ profile }) => {
  const { code } = await startPlainly(['--profile', profile, '--tool', 'no-such-command']).ended;
  expect(code).toBe(2);
  expect(existsSync(path.join(profile, 'chromium'))).toBe(false);
});

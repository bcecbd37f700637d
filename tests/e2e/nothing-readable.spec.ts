import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Answer } from '../../main/core/contract/operations';
import { phonePhoto } from '../support/attachments/files';
import { filesBelow, filesHolding } from './support/bytes-of-folder';
import { openCommittee, passphrase } from './support/committee';
import type { Concertation } from './support/launch';
import { internetSockets, processTree } from './support/sockets';
import { expect, test } from './support/test';

/**
 * A day in the real window, in which records are typed, searched and shown; then every byte is searched that the
 * application and Chromium left in the profile, the home folder and the temporary folder. Nothing is fetched meanwhile.
 */

const words = {
  typed: 'Coopérative Ñandé de l’Épiphanie 7261',
  shown: 'Fédération des Zébus réunis 7262',
  arabic: 'جمعية النور للتنمية المحلية',
  person: 'Aïssatou Ndiaye-Hervé Kpâkpo',
  narrative: 'Trente-deux associations ont tenu leur assemblée à Fatick',
  attached: 'Procès-verbal de la réunion à huis clos 7263',
  attachedName: 'Récépissé de la préfecture 7264',
  picture: 'visage-devant-la-mairie-de-fatick-7265',
  pictureName: 'Aïssatou devant la mairie 7266',
} as const;
/** Typed in lower case and without accents into the search field. */
const searched = 'cooperative nande de l epiphanie';

async function answered<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(given.error.code);
  return given.value;
}

/** Types one organisation by hand and the rest through the page's own door, and has all of it shown. */
async function liveADay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nouvelle organisation' }).first().click();
  await page.getByLabel('Nom officiel').first().fill(words.typed);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.typed).first()).toBeVisible();
  const { id } = await answered(
    page.evaluate(async ({ shown, arabic, person, narrative }) => {
      const call = window.concertation.call;
      await call('records.create', { entity: 'persons', values: { fullName: person } });
      await call('quarter.saveNarrative', { quarter: '2026-Q3', field: 'highlights', text: narrative });
      return call('records.create', {
        entity: 'organisations',
        values: { name: shown, nameArabic: arabic, type: 'association', country: 'SN', status: 'member' },
      });
    }, words),
  );
  await attachFiles(page, id);
  await page.reload();
  await page.getByRole('link', { name: /^Organisations/ }).click();
  const rows = page.getByRole('main');
  await expect(rows.getByText(words.shown)).toBeVisible();
  await page.getByLabel('Chercher dans la liste').fill(searched);
  await expect(rows.getByText(words.shown)).toHaveCount(0);
  await expect(rows.getByText(words.typed).first()).toBeVisible();
  await page.getByLabel('Chercher dans la liste').fill('');
  await rows.getByText(words.shown).dblclick();
  await lookAtFiles(page);
}

/** Files of an organisation, the largest far beyond what fits into one page of a cache. */
async function attachFiles(page: Page, organisation: string): Promise<void> {
  const files = [
    { name: `${words.attachedName}.txt`, bytes: Buffer.from(words.attached.repeat(2_000)) },
    { name: `${words.pictureName}.jpg`, bytes: phonePhoto({ seed: words.picture.repeat(20_000) }) },
  ];
  for (const file of files) {
    await answered(
      page.evaluate(
        ({ id, name, text }) =>
          window.concertation.call('attachments.add', {
            owner: { entity: 'organisations', id },
            consent: null,
            kind: null,
            fileName: name,
            bytes: Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
          }),
        { id: organisation, name: file.name, text: file.bytes.toString('base64') },
      ),
    );
  }
}

/** Each file opened on the sheet, from the memory of the page. */
async function lookAtFiles(page: Page): Promise<void> {
  const preview = page.getByRole('dialog');
  await page.getByRole('button', { name: `Voir ${words.attachedName}.txt` }).click();
  await expect(preview.getByText(words.attached).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await page.getByRole('button', { name: `Voir ${words.pictureName}.jpg` }).click();
  await expect(preview.getByRole('img', { name: `${words.pictureName}.jpg` })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
}

/** Addresses asked for since, but those of the application's own pages. */
async function recordRequests({ app }: Concertation): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    for (const one of [session.defaultSession, session.fromPartition('concertation')]) {
      one.webRequest.onSendHeaders((details) => asked.push(details.url));
    }
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'asked') as string[]);
}

function readable(folder: string): string[] {
  return [...Object.values(words), searched].flatMap((word) =>
    [...filesHolding(folder, word), ...filesHolding(folder, encodeURIComponent(word))].map(
      (name) => `${word}: ${name}`,
    ),
  );
}

// Two starts, a crash and a kill.
test.slow();

test('a day of typing leaves nothing readable on the disk, closed, crashed or killed', async ({
  launch,
  folder,
  profile,
}) => {
  const temporary = path.join(folder, 'temporary');
  mkdirSync(temporary);
  const environment = {
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    TMPDIR: temporary,
  };
  const first = await launch({ environment });
  await openCommittee(first.page, 'fr', { code: 'SN', name: 'Comité Sénégal' });
  await liveADay(first.page);
  await first.close();
  expect(filesBelow(folder).some((name) => name.endsWith('workspace.db'))).toBe(true);
  expect(filesBelow(profile).length).toBeGreaterThan(3);
  expect(readable(folder)).toEqual([]);

  const second = await launch({ environment });
  const known = await answered(second.page.evaluate(() => window.concertation.call('workspace.known', {})));
  await answered(
    second.page.evaluate(
      ([id, secret]) => window.concertation.call('workspace.unlock', { id, passphrase: secret }),
      [known[0]?.id ?? '', passphrase] as const,
    ),
  );
  await second.page.reload();
  await expect(second.page.getByText(words.shown).first()).toBeVisible();
  const gone = new Promise((resolve) => second.page.once('crash', resolve));
  await second.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
  );
  await gone;
  const ended = second.app.waitForEvent('close');
  second.app.process().kill('SIGKILL');
  await ended;
  expect(readable(folder)).toEqual([]);
  expect(filesBelow(folder).filter((name) => /\.(dmp|core)$/i.test(name))).toEqual([]);
});

// It reads the tables of the Linux kernel.
const onLinux = process.platform === 'linux' ? test : () => undefined;

onLinux('a day of typing asks for nothing outside and opens no socket', async ({ launch, folder }) => {
  const window = await launch({
    environment: { HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config') },
  });
  const requests = await recordRequests(window);
  const pid = window.app.process().pid ?? 0;
  // What is open now belongs to the test that drives the window, on this machine only.
  const driven = localEnds(internetSockets(processTree(pid)));
  await openCommittee(window.page, 'fr', { code: 'SN', name: 'Comité Sénégal' });
  await liveADay(window.page);
  const asked = await requests();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((address) => !address.startsWith('app://concertation/'))).toEqual([]);
  expect(localEnds(internetSockets(processTree(pid)))).toEqual(driven);
});

/** Table, local address and port of sockets, without their counters. */
function localEnds(sockets: readonly string[]): string[] {
  return [
    ...new Set(
      sockets.map((line) =>
        line
          .split(/\s+/)
          .slice(0, 3)
          .join(' ')
          .replace(/ \d+: /, ' '),
      ),
    ),
  ].sort();
}

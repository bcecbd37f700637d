import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { filesBelow, filesHolding } from './support/bytes-of-folder';
import { startPlainly } from './support/launch';
import { internetSockets, processTree, someShowsPage } from './support/sockets';
import { expect, test } from './support/test';

/** What the page cannot do, even if something hostile ran in it (PACKAGES.md §3, threats 19, 23, 26). */

test('the page has no Node and sees one object of ours only', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    door: Object.keys(window.concertation).sort(),
    frozen: Object.isFrozen(window.concertation),
  }));
  expect(seen).toEqual({ node: [], door: ['call', 'cancel', 'handlesOf', 'on'], frozen: true });
});

test('the window is sandboxed, isolated and without webviews', async ({ launch }) => {
  const { app } = await launch();
  const preferences = await app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0] as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('no second window opens and the page cannot be left', async ({ launch }) => {
  const { app, page } = await launch();
  const address = page.url();
  expect(await page.evaluate(() => window.open('app://concertation/index.html'))).toBeNull();
  for (const elsewhere of ['https://example.org/', 'file:///etc/hostname', 'app://concertation/other.html']) {
    // Listened to before anything is clicked; the handle is that of the promise itself.
    const refused = await app.evaluateHandle(({ webContents }) => ({
      answer: new Promise<boolean>((resolve) => {
        webContents
          .getAllWebContents()[0]
          ?.once('will-frame-navigate', (event) => resolve(event.defaultPrevented));
      }),
    }));
    await page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
    }, elsewhere);
    // Chromium itself refuses file: addresses before anyone is asked.
    if (!elsewhere.startsWith('file:')) expect(await refused.evaluate(({ answer }) => answer)).toBe(true);
    expect(page.url()).toBe(address);
  }
  expect(app.windows()).toHaveLength(1);
});

test('every answer carries the strict policy, and only files of the pages are served', async ({ launch }) => {
  const { app } = await launch();
  const ask = (address: string) =>
    app.evaluate(async ({ session }, asked) => {
      const answer = await session.fromPartition('concertation').fetch(asked, { cache: 'no-store' });
      return { status: answer.status, policy: answer.headers.get('content-security-policy') ?? '' };
    }, address);
  const page = await ask('app://concertation/index.html');
  expect(page.status).toBe(200);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(page.policy.split('; ')).toContain(rule);
  }
  for (const elsewhere of [
    'app://concertation/..%2f..%2fpackage.json',
    'app://concertation/%2e%2e/%2e%2e/package.json',
    'app://concertation//etc/hostname',
    'app://concertation/missing.js',
  ]) {
    expect(await ask(elsewhere)).toEqual({ status: 404, policy: page.policy });
  }
});

test('no script but our own files runs in the page', async ({ launch }) => {
  const { page } = await launch();
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.handlerRan = true');
    const failed = new Promise((resolve) => image.addEventListener('error', resolve));
    image.src = '/missing.png';
    document.body.append(image);
    await failed;
    let evaluated: string;
    try {
      evaluated = String(new Function('return 1')());
    } catch (error) {
      evaluated = (error as Error).name;
    }
    return { inline: 'inlineRan' in window, handler: 'handlerRan' in window, evaluated };
  });
  expect(ran).toEqual({ inline: false, handler: false, evaluated: 'EvalError' });
});

test.describe('with a server on this machine', () => {
  let server: Server;
  let asked: string[];

  test.beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  test.afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  test('neither the page nor its session reaches it', async ({ launch }) => {
    const { app, page } = await launch();
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outcomes = await page.evaluate(async (target) => {
      const outcomeOf = (element: HTMLElement) =>
        new Promise<string>((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          document.head.append(element);
        });
      const image = Object.assign(new Image(), { src: `${target}/image` });
      const script = Object.assign(document.createElement('script'), { src: `${target}/script` });
      const style = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: `${target}/style`,
      });
      const socket = (): Promise<string> =>
        new Promise((resolve) => {
          try {
            const opened = new WebSocket(`${target.replace('http', 'ws')}/socket`);
            opened.onopen = () => resolve('loaded');
            opened.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        });
      navigator.sendBeacon(`${target}/beacon`, 'x');
      return Promise.all([
        fetch(`${target}/fetch`).then(
          () => 'loaded',
          () => 'refused',
        ),
        outcomeOf(image),
        outcomeOf(script),
        outcomeOf(style),
        socket(),
      ]);
    }, address);
    expect(outcomes).toEqual(Array(5).fill('refused'));
    const bySession = await app.evaluate(
      ({ session }, target) =>
        session
          .fromPartition('concertation')
          .fetch(`${target}/session`)
          .then(
            () => 'loaded',
            () => 'refused',
          ),
      address,
    );
    expect(bySession).toBe('refused');
    expect(asked).toEqual([]);
  });
});

test('every permission is refused', async ({ launch }) => {
  const { page } = await launch();
  const outcomes = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const camera = await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    );
    return { states, notification: await Notification.requestPermission(), camera };
  });
  expect(outcomes.states).toEqual(Array(6).fill('denied'));
  expect(outcomes.notification).toBe('denied');
  expect(outcomes.camera).toMatch(/^Not(Allowed|Found)Error$/);
});

test('what is not a declared operation with a declared input is refused', async ({ launch }) => {
  const { page } = await launch();
  const refusals = await page.evaluate(async () => {
    const call = window.concertation.call as (...words: unknown[]) => Promise<unknown>;
    return Promise.all([
      call('shell.exec', {}),
      call('constructor', {}),
      call('shell.saveText', { file: '/etc/passwd', text: 'x' }),
      call('shell.openMenu', { x: 'left', y: 0 }),
      call('shell.about', {}, 'a name with blanks'),
    ]);
  });
  const refusal = (where: string) => ({ ok: false, error: { code: 'input_refused', params: { where } } });
  expect(refusals).toEqual(['operation', 'operation', 'file', 'x', 'call'].map(refusal));
});

test('nothing the page keeps reaches the disk', async ({ launch, profile }) => {
  const { page, close } = await launch();
  const needle = 'Associação Ñandé 7261';
  await page.evaluate(async (text) => {
    localStorage.setItem('concertation.search', text);
    sessionStorage.setItem('search', text);
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(text, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(text).put(text, text);
      opening.onsuccess = () => resolve();
      opening.onerror = () => reject(opening.error);
    });
    const cache = await caches.open(text);
    await cache.put('/kept', new Response(text)).catch(() => undefined);
    document.title = text;
  }, needle);
  await close();
  expect(filesBelow(profile).length).toBeGreaterThan(0);
  expect(filesHolding(profile, needle)).toEqual([]);
  expect(filesHolding(profile, encodeURIComponent(needle))).toEqual([]);
  expect(filesBelow(profile).filter((name) => /cookies|history|crashes.*\.dmp/i.test(name))).toEqual([]);
});

// It reads the tables of the Linux kernel.
const onLinux = process.platform === 'linux' ? test : () => undefined;

onLinux('the running application has no internet socket at all', async ({ profile }) => {
  const { pid, stop, ended } = startPlainly(['--profile', profile]);
  try {
    const isShown = () => someShowsPage(processTree(pid));
    await expect.poll(isShown, { timeout: 20_000 }).toBe(true);
    const found = new Set<string>();
    const begun = Date.now();
    await expect
      .poll(
        () => {
          for (const socket of internetSockets(processTree(pid))) found.add(socket);
          return Date.now() - begun;
        },
        { intervals: [20], timeout: 20_000 },
      )
      .toBeGreaterThan(4_000);
    expect([...found]).toEqual([]);
  } finally {
    stop();
    await ended;
  }
});

/**
 * Stands in for Electron's own `default_app`, which the runtime taken from the npm registry does not contain
 * (see ../fallback-runtime.js): `electron [-r MODULE]… [--switch…] FOLDER [argument…]` starts the application
 * in FOLDER.
 *
 * It is an ES module and awaits the application at its top level, because Electron holds back its `ready` event
 * until then; later would be too late for `protocol.registerSchemesAsPrivileged`.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { modules, target } = readCommandLine(process.argv.slice(1));
const require = createRequire(import.meta.url);
for (const module of modules) require(path.resolve(module));
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
await start(path.resolve(target));

/** `-r FILE` (Playwright hands over its loader so) and the first argument that is not a switch. */
function readCommandLine(words) {
  const modules = [];
  const rest = [...words];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === '-r' || word === '--require') modules.push(rest.shift());
    else if (!word.startsWith('-')) return { modules, target: word };
  }
  return { modules, target: process.cwd() };
}

async function start(place) {
  if (statSync(place).isFile()) {
    app.setAppPath(path.dirname(place));
    await import(pathToFileURL(place).href);
    return;
  }
  const description = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  app.setAppPath(place);
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  await import(pathToFileURL(path.join(place, description.main)).href);
}

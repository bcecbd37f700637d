/**
 * `node unzip.js ARCHIVE FOLDER`: unpacks with the extractor that Electron's own installer uses. Node has none,
 * and not every machine has `unzip`. A program of its own because the extractor wants the project's Node.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inProject } from './places.js';

const [archive, folder] = process.argv.slice(2);
const fromElectron = createRequire(inProject('node_modules', 'electron', 'package.json'));
const extractor = fromElectron.resolve('@electron-internal/extract-zip');
const { extract } = await import(pathToFileURL(extractor).href);
await extract(archive, { dir: folder });

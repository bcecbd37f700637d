/**
 * Step 5: a display. Windows open on the one that is there; on a machine without any (a server, a container)
 * they open on a virtual one, which lives as long as the work that needs it.
 */
import { spawn } from 'node:child_process';
import { installPackages } from './debian.js';
import { hasProgram } from './processes.js';
import { StepError, say } from './step.js';

/** Whether windows can be shown to somebody. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Makes sure that windows can open: on the display that is there, or on a virtual one. */
export function ensureDisplayServer() {
  if (!hasDisplay() && !hasProgram('Xvfb')) installPackages('the virtual display', ['xvfb', 'xauth']);
}

/**
 * Does some work with a display.
 *
 * @template T
 * @param {(environment: Record<string, string>) => Promise<T>} work gets the variables to add to the environment
 *   of the programs it starts
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const display = await startVirtualDisplay();
  try {
    return await work({ DISPLAY: display.name });
  } finally {
    display.stop();
  }
}

/** The server chooses a free number itself and writes it to its fourth stream when it is ready. */
function startVirtualDisplay() {
  say('there is no display here: windows open on a virtual one (Xvfb)');
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    const stop = () => server.kill();
    let complaint = '';
    server.stderr.on('data', (text) => {
      complaint += text;
    });
    server.stdio[3].once('data', (number) => {
      process.once('exit', stop);
      resolve({ name: `:${String(number).trim()}`, stop });
    });
    const fail = () => reject(new StepError(`Xvfb did not start: ${complaint}`, 'Try it by hand: Xvfb :99'));
    server.once('error', fail);
    server.once('exit', fail);
  });
}

/**
 * Starting other programs: the same PATH as `npm run` gives (the project's own programs first, among them
 * Node 24), npm on every platform, and output that never lands on our stdout unless asked.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './places.js';

/** The environment of child processes: PATH begins with the project's programs, and files get no colours. */
export function projectEnvironment(additions = {}) {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const programs = inProject('node_modules', '.bin');
  const places = (process.env[pathName] ?? '').split(path.delimiter).filter((place) => place !== programs);
  const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  return { ...process.env, ...colours, [pathName]: [programs, ...places].join(path.delimiter), ...additions };
}

/**
 * Runs a program to its end and gives its exit code and what it wrote.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {{code: number, stdout: string, output: string}} `code` is 127 when the program does not exist;
 *   `output` is both streams, for error messages
 */
export function capture(program, args, options = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    env: projectEnvironment(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    windowsHide: true,
    ...options,
  });
  if (result.error) return { code: 127, stdout: '', output: String(result.error.message) };
  return { code: result.status ?? 128, stdout: result.stdout, output: `${result.stdout}${result.stderr}` };
}

/** Whether a program can be found on the PATH. */
export function hasProgram(program) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((place) => endings.some((ending) => existsSync(path.join(place, program + ending))));
}

/** Runs npm to its end, as {@link capture} does. */
export function captureNpm(args, options = {}) {
  return capture(...npmCommand(args, options));
}

/** On Windows npm is a script of the command shell, which would take spaces apart. */
function npmCommand(args, options) {
  const all = { cwd: root, env: projectEnvironment(), ...options };
  if (process.platform !== 'win32') return ['npm', args, all];
  return ['npm.cmd', args.map((word) => `"${word}"`), { ...all, shell: true }];
}

/**
 * Runs npm without holding up this process, and gives what it wrote, both streams as they came.
 *
 * @returns {Promise<{code: number, output: string}>}
 */
export function captureNpmMeanwhile(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(...npmCommand(args, { stdio: ['ignore', 'pipe', 'pipe'] }));
    let output = '';
    const keep = (text) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Starts npm as {@link hand} does a program. */
export function handNpm(args, options = {}) {
  return hand(...npmCommand(args, options));
}

/**
 * Starts a program that speaks to the person directly and waits for its end.
 *
 * @returns {Promise<number>} its exit code, or 1 when a signal ended it
 */
export function hand(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: projectEnvironment(),
      stdio: 'inherit',
      ...options,
    });
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', passOn);
    process.on('SIGTERM', passOn);
    const stopListening = () => {
      process.off('SIGINT', passOn);
      process.off('SIGTERM', passOn);
    };
    child.on('error', (error) => {
      stopListening();
      reject(error);
    });
    child.on('close', (code) => {
      stopListening();
      resolve(code ?? 1);
    });
  });
}

/** The last lines of a program's output, for an error message. */
export function lastLines(output, count = 15) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

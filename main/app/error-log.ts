import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A bug that stopped something: where it happened, never with what. */
export interface Fault {
  /** The operation, or the part of the shell, in which it happened. */
  readonly where: string;
  /** What was thrown; or its stack as text, when it crossed from the core; or null when nothing was thrown. */
  readonly error: unknown;
}

/** The log of bugs in the profile folder. */
export interface ErrorLog {
  record(fault: Fault): void;
}

export interface ErrorLogSettings {
  readonly folder: string;
  /** The application's own folder: paths below it are written relative to it, all others not at all. */
  readonly applicationFolder: string;
  readonly now: () => Date;
  /** Bytes after which a new file is begun. */
  readonly fileLimit?: number;
}

const keptFiles = 3;
const defaultFileLimit = 256 * 1024;

/**
 * Opens the log `errors.log` (then `errors.1.log`, `errors.2.log`; older ones are deleted). One line of JSON a
 * fault: instant, where, name and code of the error, and the stack without its message, since messages quote
 * what people typed. A log that cannot be written is said on stderr and stops nothing.
 */
export function openErrorLog(settings: ErrorLogSettings): ErrorLog {
  const fileLimit = settings.fileLimit ?? defaultFileLimit;
  const fileNumber = (number: number) =>
    path.join(settings.folder, number === 0 ? 'errors.log' : `errors.${number}.log`);

  const rotate = () => {
    rmSync(fileNumber(keptFiles - 1), { force: true });
    for (let number = keptFiles - 2; number >= 0; number -= 1) {
      if (sizeOf(fileNumber(number)) !== null) renameSync(fileNumber(number), fileNumber(number + 1));
    }
  };

  return {
    record({ where, error }) {
      const line = `${JSON.stringify({
        at: settings.now().toISOString(),
        where,
        ...describeFault(error, settings.applicationFolder),
      })}\n`;
      try {
        mkdirSync(settings.folder, { recursive: true });
        if ((sizeOf(fileNumber(0)) ?? 0) + line.length > fileLimit) rotate();
        appendFileSync(fileNumber(0), line);
      } catch {
        process.stderr.write(`concertation: the error log could not be written: ${line}`);
      }
    },
  };
}

/** What may be kept of an error: its class, its code, and its frames with paths inside the application only. */
export function describeFault(
  error: unknown,
  applicationFolder: string,
): { readonly name: string; readonly code?: string; readonly frames: readonly string[] } {
  const stack = error instanceof Error ? (error.stack ?? '') : typeof error === 'string' ? error : '';
  const code = codeOf(error);
  return {
    name: /^[A-Z]\w{0,50}Error\b/.exec(stack)?.[0] ?? 'Error',
    ...(code === null ? {} : { code }),
    frames: lastLinesLikeFrames(stack).map((line) => frameWithoutPlace(line, applicationFolder)),
  };
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^\w{1,60}$/.test(error.code) ? error.code : null;
}

/** A frame of V8: `at name (place:line:column)` or `at place:line:column`. */
const frameShape =
  /^ {4}at (?:(?:async |new )*([\w$.<>[\] #]{1,120}) \()?(?:async )?(.{1,600}):(\d+):(\d+)\)?$/;
const mostFrames = 20;

/** The frames end the stack; whatever stands before them, of however many lines, is the message. */
function lastLinesLikeFrames(stack: string): string[] {
  const lines = stack.trimEnd().split('\n');
  const lastOther = lines.findLastIndex(
    (line) => !frameShape.test(line) && !/^ {4}at .*<anonymous>\)?$/.test(line),
  );
  return lines.slice(lastOther + 1, lastOther + 1 + mostFrames);
}

function frameWithoutPlace(line: string, applicationFolder: string): string {
  const [, name, place, row, column] = frameShape.exec(line) ?? [];
  if (place === undefined) return '-';
  const inside = placeInside(place, applicationFolder);
  return inside === null ? '-' : `${name ?? '-'} ${inside}:${row}:${column}`;
}

/** @returns null for what does not lie in the application: a path elsewhere can hold a person's name */
function placeInside(place: string, applicationFolder: string): string | null {
  if (/^node:[\w/]+$/.test(place)) return place;
  const relative = path.relative(applicationFolder, place.startsWith('file:') ? pathOfUrl(place) : place);
  const isInside = !relative.startsWith('..') && !path.isAbsolute(relative);
  return isInside ? relative.replaceAll('\\', '/') : null;
}

function pathOfUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return path.parse(process.cwd()).root;
  }
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

import path from 'node:path';

/** What the words behind the program's name ask for. */
export interface CommandLine {
  /** Words of the command-line tool (DESIGN.md §9), or null for the window. */
  readonly tool: readonly string[] | null;
  /** Absolute folder given by `--profile` or by the environment, or null for the user's own. */
  readonly profile: string | null;
  /** Absolute paths of the package files to open. */
  readonly files: readonly string[];
}

/** What the reader of the command line needs to know of the process. */
export interface CommandLineContext {
  /** `process.defaultApp`: the first plain word is then the application's folder, not a file. */
  readonly start: 'packaged' | 'from-folder';
  readonly currentFolder: string;
  /** `CONCERTATION_PROFILE`; `--profile` wins over it. */
  readonly profileVariable: string | undefined;
}

const packageExtension = '.colis';

/**
 * Reads the command line: `[--profile DIR] [FILE.colis …]` or `[--profile DIR] --tool COMMAND …`.
 * Switches of Chromium and words it does not know are left alone, since Electron hands over its own among ours.
 * Whether files exist is not looked at here.
 *
 * @param words `process.argv` without the program itself
 */
export function readCommandLine(words: readonly string[], context: CommandLineContext): CommandLine {
  const absolute = (place: string) => path.resolve(context.currentFolder, place);
  const files: string[] = [];
  let profile = context.profileVariable ? absolute(context.profileVariable) : null;
  let folderPassed = context.start === 'packaged';

  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--tool') return { tool: words.slice(at + 1), profile, files: [] };
    if (word === '--profile') {
      at += 1;
      profile = absolute(words[at] ?? '');
    } else if (word.startsWith('--profile=')) profile = absolute(word.slice('--profile='.length));
    else if (word === '-r' || word === '--require') at += 1;
    else if (word.startsWith('-')) continue;
    else if (!folderPassed) folderPassed = true;
    else if (word.toLowerCase().endsWith(packageExtension)) files.push(absolute(word));
  }
  return { tool: null, profile, files };
}

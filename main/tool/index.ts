import { DomainError } from '../core/contract/errors';
import { systemCode } from '../core/files';
import { readArguments, type ToolCall, UsageError, usage } from './arguments';
import { playDemo } from './demo/play';
import { extractPackage, inspectPackage, printAllowedSigners, verifyPackageFile } from './package-commands';
import { sentenceOf } from './sentences';
import { previewSpreadsheet } from './spreadsheet-commands';
import { checkFolder, importPackage } from './workspace-commands';

type Told = Readonly<Record<string, unknown>>;

const commands: Readonly<Record<string, (call: ToolCall) => Told | Promise<Told>>> = {
  'package inspect': inspectPackage,
  'package verify': verifyPackageFile,
  'package extract': extractPackage,
  'package allowed-signers': printAllowedSigners,
  'package import': importPackage,
  'spreadsheet preview': previewSpreadsheet,
  'workspace check': checkFolder,
  demo: playDemo,
};

/**
 * Runs the command-line tool. Gives the exit code: 0 done, 1 internal error, 2 usage, 3 refused input with its code,
 * 4 input or output failed (DESIGN.md §9).
 */
export async function runTool(argv: readonly string[]): Promise<number> {
  try {
    if (argv.includes('--help') || argv.length === 0) {
      process.stdout.write(usage);
      return argv.length === 0 ? 2 : 0;
    }
    const call = readArguments(argv);
    const command = commands[call.command];
    if (!command) throw new UsageError(`Unknown command: ${call.command}`);
    const told = await command(call);
    process.stdout.write(
      call.options.json ? `${JSON.stringify(told, null, 1)}\n` : forTerminal(asLines(told)),
    );
    return told.sound === false ? 3 : 0;
  } catch (error) {
    return report(error, argv);
  }
}

function report(error: unknown, argv: readonly string[]): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (error instanceof DomainError) {
    const { code, params } = error;
    const sentence = sentenceOf(error, languageIn(argv));
    if (argv.includes('--json'))
      process.stdout.write(`${JSON.stringify({ refused: { code, params, sentence } }, null, 1)}\n`);
    else process.stderr.write(forTerminal(`${code} ${sentence}\n`));
    return code === 'F04' || code === 'B06' || code === 'B08' || code === 'file_not_written' ? 4 : 3;
  }
  const system = systemCode(error);
  process.stderr.write(
    forTerminal(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  );
  return system === null ? 1 : 4;
}

function languageIn(argv: readonly string[]): string {
  const at = argv.indexOf('--lang');
  return argv[at + 1] !== undefined && at >= 0 ? String(argv[at + 1]) : 'fr';
}

/**
 * What is printed for people shows the signs that a hostile file would steer their terminal with: controls but ends of
 * lines and tabs, and the overrides of direction.
 */
export function forTerminal(text: string): string {
  return text.replace(
    /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Plain lines for people: a text as it is, else one `name: value` a line. */
function asLines(told: Told): string {
  if (typeof told.text === 'string') return told.text;
  return `${Object.entries(told)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('\n')}\n`;
}

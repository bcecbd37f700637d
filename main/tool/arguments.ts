import { parseArgs } from 'node:util';

/** Command line of the tool, parsed (DESIGN.md §9). */
export interface ToolCall {
  readonly command: string;
  readonly files: readonly string[];
  readonly options: {
    readonly json: boolean;
    readonly accept: boolean;
    readonly workspace: string | undefined;
    readonly profile: string | undefined;
    readonly register: string | undefined;
    readonly out: string | undefined;
    readonly language: string | undefined;
    readonly area: string | undefined;
    readonly country: string | undefined;
  };
}

/** A mistake on the command line: exit code 2. */
export class UsageError extends Error {}

const twoWords = new Set(['package', 'workspace', 'spreadsheet']);

export const usage = `concertation --tool COMMAND [--json]

  package inspect FILE                          what can be said without keys
  package verify FILE --workspace DIR           full verdict
  package verify FILE --register FILE           the same for a package in clear
  package extract FILE --workspace DIR --out DIR
                                                verified and decrypted content, for stock tools
  package allowed-signers --workspace DIR       trusted keys for ssh-keygen -Y verify
  package import FILE --workspace DIR [--accept]
  spreadsheet preview FILE --area members [--country TN] [--workspace DIR]
                                                what importing a list would do; nothing is written
  workspace check DIR
  demo --out DIR

  --profile DIR    the installation's profile (default: CONCERTATION_PROFILE, else the user's)
  --lang fr|en|ar  language of the sentences (default: fr)
The passphrase comes from CONCERTATION_PASSPHRASE or standard input.
Exit codes: 0 done, 1 internal error, 2 usage, 3 refused input (with its code), 4 input or output failed.
`;

/** Reads the arguments. Throws UsageError. */
export function readArguments(argv: readonly string[]): ToolCall {
  const { values, positionals } = parse(argv);
  const [first, second, ...rest] = positionals;
  if (first === undefined) throw new UsageError('No command');
  const paired = twoWords.has(first);
  return {
    command: paired ? `${first} ${second ?? ''}`.trim() : first,
    files: paired ? rest : positionals.slice(1),
    options: {
      json: values.json ?? false,
      accept: values.accept ?? false,
      workspace: values.workspace,
      profile: values.profile,
      register: values.register,
      out: values.out,
      language: values.lang,
      area: values.area,
      country: values.country,
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        accept: { type: 'boolean' },
        workspace: { type: 'string' },
        profile: { type: 'string' },
        register: { type: 'string' },
        out: { type: 'string' },
        lang: { type: 'string' },
        area: { type: 'string' },
        country: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The one file a command works on. Throws UsageError. */
export function onlyFile(call: ToolCall): string {
  const [file] = call.files;
  if (file === undefined || call.files.length > 1) throw new UsageError(`${call.command} takes one file`);
  return file;
}

/** An option that a command cannot do without. Throws UsageError. */
export function required(call: ToolCall, name: 'workspace' | 'out' | 'register' | 'area'): string {
  const value = call.options[name];
  if (value === undefined) throw new UsageError(`${call.command} needs --${name}`);
  return value;
}

import type { ErrorParams } from '../../main/core/contract/errors';
import { type ErrorCode, errorCodes } from '../../main/core/contract/errors';
import { CallError } from './calls';
import { textOf } from './i18n';

/** Whose turn it is after a refusal (PACKAGES.md §1.12). */
export type Remedy = 'resend' | 'phone' | 'update' | 'here';

const resend =
  /^(F01|F02|F04|F05|T0[1-6]|A0[1-4]|Z\d\d|S0[1236]|J\d\d|M0[1345678]|P\d\d|D04|R01|R02|K01|K07)$/;
const phone = /^(S0[4789]|C0[346789]|K0[2-6]|K08|K09|K10|K13|R0[345]|B04|D0[12])$/;
/** What F03 guesses of a package that mail or a link spoilt: only the sender can help. */
const spoiltOnItsWay: readonly (string | number)[] = ['altered', 'base64', 'nested', 'html'];
const update = /^(M02|M09|B07)$/;

/** Who acts next: ask to send again, phone, update the application, or act on this screen. */
export function remedyOf(code: ErrorCode): Remedy {
  if (resend.test(code)) return 'resend';
  if (phone.test(code)) return 'phone';
  if (update.test(code)) return 'update';
  return 'here';
}

export interface WordedError {
  readonly code: ErrorCode;
  /** What, where and what to do, in the user's language. */
  readonly sentence: string;
  readonly remedy: Remedy;
  /** Where in a package, for whoever helps: `organisations:12 quantity`; empty when it is nowhere in particular. */
  readonly place: string;
}

function placeOf({ table, line, field, row, name }: ErrorParams): string {
  const lines = [table, line].filter((part) => part !== undefined).join(':');
  return [lines, field, row, name].filter(Boolean).join(' ');
}

/** Words a refusal by its code. */
export function wordCode(code: ErrorCode, params: ErrorParams = {}): WordedError {
  const { guess = '', ...values } = params;
  return {
    code,
    // A file that is no package has a sentence for what it seems to be: `F03_picture`.
    sentence: textOf(`errors:${code}`, { ...values, context: guess }),
    remedy: spoiltOnItsWay.includes(guess) ? 'resend' : remedyOf(code),
    place: placeOf(params),
  };
}

/** Words whatever a call threw; what is not a refusal is an internal error, shown honestly as `X00`. */
export function wordError(error: unknown): WordedError {
  if (error instanceof CallError && errorCodes.includes(error.code))
    return wordCode(error.code, error.params);
  return wordCode('X00');
}

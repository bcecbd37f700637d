import type { ErrorParams } from '../../main/core/contract/errors';
import { type ErrorCode, errorCodes } from '../../main/core/contract/errors';
import { CallError } from './calls';
import { textOf } from './i18n';

/** Whose turn it is after a refusal (PACKAGES.md §1.12). */
export type Remedy = 'resend' | 'phone' | 'update' | 'here';

const resend =
  /^(F01|F02|F04|F05|T0[1-6]|A0[1-4]|Z\d\d|S0[1236]|J\d\d|M0[1345678]|P\d\d|D04|R01|R02|K01|K07)$/;
const phone = /^(S0[4789]|C0[346789]|K0[2-6]|K08|K09|K10|K13|R0[345]|B04|D0[12])$/;
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
}

/** Words a refusal by its code. */
export function wordCode(code: ErrorCode, params: ErrorParams = {}): WordedError {
  return { code, sentence: textOf(`errors:${code}`, params), remedy: remedyOf(code) };
}

/** Words whatever a call threw; what is not a refusal is an internal error, shown honestly as `X00`. */
export function wordError(error: unknown): WordedError {
  if (error instanceof CallError && errorCodes.includes(error.code))
    return wordCode(error.code, error.params);
  return wordCode('X00');
}

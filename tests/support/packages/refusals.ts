import { DomainError, type ErrorCode, type ErrorParams } from '../../../main/core/contract/errors';

export interface Refusal {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError) return { code: error.code, params: error.params };
  throw error;
}

/** The code and parameters with which something is refused; fails when it is not refused. */
export async function refusal(attempt: () => unknown): Promise<Refusal> {
  try {
    await attempt();
  } catch (error) {
    return refusalOf(error);
  }
  throw new Error('It was accepted');
}

/** Only the code. */
export async function refusalCode(attempt: () => unknown): Promise<ErrorCode> {
  return (await refusal(attempt)).code;
}

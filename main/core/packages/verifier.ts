import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../contract/errors';
import type { VerifyContext } from './format/verdict';
import { verifyPackage } from './format/verify';
import type { VerifierAnswer } from './verification';

/**
 * Entry of the second worker: steps V1–V14 without database, keys (but the age identity) or network
 * (PACKAGES.md §1.8). Whatever is not a refusal with a code is X00.
 */
const { files, context } = workerData as { files: readonly Uint8Array[]; context: VerifyContext };

async function answer(): Promise<VerifierAnswer> {
  try {
    return { ok: true, verdict: await verifyPackage(files, context) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, params: error.params };
    return { ok: false, code: 'X00', params: {} };
  }
}

void answer().then((verdict) => parentPort?.postMessage(verdict));

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../core/contract/errors';
import { systemCode } from '../core/files';

/** An antivirus or a synchronising folder holds a fresh file for a moment on Windows. */
const pausesBeforeRetry = [50, 200, 800];

/**
 * Writes a file whole or not at all: a temporary file beside it, flushed to the disk, then renamed over it. What
 * `writeForUser` is to the core, without ever holding up the windows' thread while a slow stick is flushed.
 *
 * @throws DomainError `file_not_written` with the system's code as `reason` (disk full, read-only, file in use)
 */
export async function writeWholeFile(file: string, content: string | Uint8Array): Promise<void> {
  const beside = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    const reason = systemCode(error);
    throw reason === null ? error : new DomainError('file_not_written', { reason });
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (const milliseconds of pausesBeforeRetry) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (!isHeld || process.platform !== 'win32') throw error;
      await pause(milliseconds);
    }
  }
  await rename(from, to);
}

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isHeld, pausesWhileHeld } from '../../db/held-files';
import { DomainError } from '../core/contract/errors';
import { systemCode } from '../core/files';

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

/** What `renameHeld` is to the core, without holding up the windows' thread. */
async function renameOver(from: string, to: string): Promise<void> {
  for (const milliseconds of pausesWhileHeld) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
      await pause(milliseconds);
    }
  }
  await rename(from, to);
}

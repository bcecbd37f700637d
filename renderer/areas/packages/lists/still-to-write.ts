import type { OutboxItem } from '../../../../main/core/contract/packages/operations';

/**
 * The signed files that wait to be written to a file. A register that a newer one replaced waits for nothing, and
 * neither does the first, which every invitation carries.
 */
export function stillToWrite(items: readonly OutboxItem[]): readonly OutboxItem[] {
  const newest = Math.max(
    1,
    ...items.filter(({ kind }) => kind === 'register').map(({ sequence }) => sequence),
  );
  return items.filter(
    ({ kind, sequence, writtenAt }) =>
      writtenAt === null && (kind !== 'register' || (sequence === newest && sequence > 1)),
  );
}

import { useCallback, useEffect, useRef } from 'react';
import type { FieldValue } from '../../../main/core/contract/fields';
import type { EntityName } from '../../../main/core/contract/records/operations';
import { call } from '../../app/calls';

type Values = Readonly<Record<string, FieldValue>>;

/**
 * Writes the fields of one record one after the other, each on the revision the one before left, so that quick typing
 * never meets its own change as somebody else's. Throws `CallError`.
 */
export function useRecordWriter(
  entity: EntityName,
  id: string,
  revision: number,
): (values: Values) => Promise<void> {
  const latest = useRef({ id, revision });
  const queue = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const known = latest.current;
    latest.current = { id, revision: known.id === id ? Math.max(known.revision, revision) : revision };
  }, [id, revision]);
  return useCallback(
    (values) => {
      const written = queue.current.then(async () => {
        const answer = await call('records.update', {
          entity,
          id,
          revision: latest.current.revision,
          values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mutable(value)])),
        });
        if (latest.current.id === id) latest.current = { id, revision: answer.revision };
      });
      queue.current = written.catch(() => undefined);
      return written;
    },
    [entity, id],
  );
}

/** A value as the contract's schema types it: lists are plain arrays there. */
export function mutable(value: FieldValue): string | number | boolean | string[] | null {
  return typeof value === 'object' && value !== null ? [...value] : value;
}

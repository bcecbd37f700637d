import { DomainError } from '../contract/errors';
import type { ListName, ListScope } from '../contract/records/lists';
import { todayOf } from '../environment';
import type { CallContext, OpenWorkspace } from '../session';
import { idsOf } from './list-query';
import type { ListReader, ListSource } from './list-source';

/** The records that a gesture over a list is about. */

/** Who reads a list in this call. */
export function readerOf(context: Pick<CallContext, 'language' | 'workspace'>): ListReader {
  const { database, environment } = context.workspace();
  const today = todayOf(environment);
  return { database, language: context.language(), today };
}

/** What the list of an entity is made of. */
export function listSourceOf(workspace: OpenWorkspace, list: ListName): ListSource {
  const { description, table, list: made } = workspace.entities[list];
  if (made === undefined) throw new DomainError('input_refused', { where: list, why: 'unknown' });
  return { description, table, ...made };
}

/** The identifiers in a scope; those of a question in its order. */
export function idsInScope(reader: ListReader, source: ListSource, scope: ListScope): readonly string[] {
  if (scope.kind === 'ids') return [...new Set(scope.ids)];
  const except = new Set(scope.except);
  return idsOf(reader, source, scope.question).filter((id) => !except.has(id));
}

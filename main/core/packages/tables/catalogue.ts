import { fixedSchemas, type SchemaCatalogue } from '../format/kind-tables';
import type { Kind } from '../format/kinds';
import { reportSchemaVersion, reportTables } from './report';

/** Tables of every kind and version that this application reads. */
export const schemaCatalogue: SchemaCatalogue = {
  ...fixedSchemas,
  report: { [reportSchemaVersion]: reportTables },
};

/** Version of a kind's tables that this application writes. */
export function schemaVersionOf(kind: Kind): number {
  return kind === 'report' ? reportSchemaVersion : 1;
}

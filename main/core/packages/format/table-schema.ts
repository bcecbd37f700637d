/**
 * What a table of a package may hold, as a plain value: it crosses to the verifying worker and is the only
 * thing that interprets rows (PACKAGES.md §1.3: the schema embedded in a manifest is for strangers).
 */

/** Types whose values are strings checked by a fixed form (PACKAGES.md §1.4). */
export type PlainFieldType =
  /** Lower-case UUID, 36 characters. */
  | 'id'
  /** Text of several lines. */
  | 'text'
  /** One line. */
  | 'name'
  /** Original name of an attachment: kept as it came, shown through `safeFileName`. */
  | 'filename'
  /** Printable ASCII without surrounding space. */
  | 'code'
  | 'email'
  | 'phone'
  /** Decimal as text, `-?\d{1,15}(\.\d{1,6})?`. */
  | 'decimal'
  | 'date'
  /** `2026-Q3`. */
  | 'quarter'
  /** UTC instant, with or without milliseconds. */
  | 'instant'
  /** Code of a party of the register. */
  | 'party'
  /** SHA-256 as 64 hexadecimal digits. */
  | 'hash'
  /** `sha256:` and 64 hexadecimal digits. */
  | 'digest'
  /** `ssh-ed25519 ` and the base64 of the key blob. */
  | 'key'
  /** age X25519 recipient, `age1…`. */
  | 'recipient';

interface FieldBase {
  readonly name: string;
  /** The value may be null; without it, null is refused (P06). */
  readonly nullable?: true;
}

export type TableField = FieldBase &
  (
    | {
        readonly type: PlainFieldType;
        /** Characters; the default is that of PACKAGES.md §1.11 for the type. */
        readonly max?: number;
        /** For `id`: the value must be the id of a row of this table of the same package (P08). */
        readonly references?: string;
      }
    | { readonly type: 'integer'; readonly min?: number; readonly max?: number }
    | { readonly type: 'boolean' }
    | { readonly type: 'enum'; readonly values: readonly string[] }
    /** A list of distinct codes; with `values`, each must be one of them. */
    | { readonly type: 'codes'; readonly values?: readonly string[]; readonly maxItems?: number }
  );

export interface TableSchema {
  /** Also the name of the file: `data/<name>.ndjson`. */
  readonly name: string;
  /** Fields that order the rows and occur once; never nullable, text or boolean. */
  readonly primaryKey: readonly string[];
  readonly fields: readonly TableField[];
  /** Field (type `party`) that must hold the code of the signer (P09). */
  readonly owner?: string;
  /** Field (type `integer`) that grows with each change of a row (P14). */
  readonly revision?: string;
  /** Field (type `quarter`) that must hold the period of the package (P06). */
  readonly period?: string;
  /** Fewer rows than PACKAGES.md §1.11 allows (M08). */
  readonly maxRows?: number;
}

export type RowValue = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, RowValue>>;

/** Key of a row: its id, or the parts of its natural key. */
export function rowKey(schema: TableSchema, row: Row): string {
  return schema.primaryKey.map((name) => String(row[name])).join(' ');
}

/** The `schema` of a table resource in a manifest, valid against Data Package 2.0. */
export interface ManifestTableSchema {
  readonly $schema: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  readonly primaryKey: readonly string[];
}

export const tableSchemaProfile = 'https://datapackage.org/profiles/2.0/tableschema.json';

/** How a field is announced to strangers: a type of Table Schema 2.0. Decimals stay text. */
function announcedType(field: TableField): string {
  switch (field.type) {
    case 'integer':
    case 'boolean':
    case 'date':
      return field.type;
    case 'instant':
      return 'datetime';
    case 'codes':
      return 'array';
    default:
      return 'string';
  }
}

/** The schema object that stands in the manifest for a table (PACKAGES.md §1.3). */
export function manifestSchemaOf(table: TableSchema): ManifestTableSchema {
  return {
    $schema: tableSchemaProfile,
    fields: table.fields.map((field) => ({ name: field.name, type: announcedType(field) })),
    primaryKey: [...table.primaryKey],
  };
}

/**
 * drizzle-kit writes no STRICT. This appends it to every CREATE TABLE of the generated migrations (temporary
 * `__new_` tables too), so that SQLite refuses a value of the wrong type. Run by `npm run schema`; idempotent.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../db/migrations/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const before = readFileSync(new URL(name, folder), 'utf8');
  const after = before.replace(/(CREATE TABLE [^;]*?\n\))(;)/g, '$1 STRICT$2');
  if (after !== before) writeFileSync(new URL(name, folder), after);
}

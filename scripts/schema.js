/**
 * `npm run schema -- --name what-changes`: drizzle-kit writes the migration, then STRICT, which it does not know, is
 * appended to every CREATE TABLE of the generated files (temporary `__new_` tables too), so that SQLite refuses a value
 * of the wrong type. Idempotent.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const kit = fileURLToPath(new URL('../node_modules/drizzle-kit/bin.cjs', import.meta.url));
const { status } = spawnSync(process.execPath, [kit, 'generate', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

const folder = new URL('../db/migrations/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const before = readFileSync(new URL(name, folder), 'utf8');
  const after = before.replace(/(CREATE TABLE [^;]*?\n\))(;)/g, '$1 STRICT$2');
  if (after !== before) writeFileSync(new URL(name, folder), after);
}

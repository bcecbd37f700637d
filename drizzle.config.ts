import { defineConfig } from 'drizzle-kit';

/** `npm run schema` writes the next migration from the schema, and scripts/strict-tables.js makes its tables STRICT. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/*.ts', out: './db/migrations' });

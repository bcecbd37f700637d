import { defineConfig } from 'drizzle-kit';

/** `npm run schema` writes the next migration from the schema and makes its tables STRICT (scripts/schema.js). */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/*.ts', out: './db/migrations' });

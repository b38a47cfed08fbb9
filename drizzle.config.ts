import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate` writes the next SQL file from the schema; `migrate()` applies it at start. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './lib/server/db/schema/*.ts',
  out: './lib/server/db/migrations',
});

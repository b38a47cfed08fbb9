import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/** One row. `generation` grows at every start, in step with a file in the data folder: a database behind the file was restored. */
export const serverState = pgTable('server_state', {
  id: integer('id').primaryKey(),
  epoch: uuid('epoch').notNull(),
  generation: bigint('generation', { mode: 'number' }).notNull().default(0),
});

/** Layout is rate-limiter-flexible's. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

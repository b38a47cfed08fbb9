import { bigint, pgTable, text } from 'drizzle-orm/pg-core';

/**
 * One change feed: of a centre or of a personal device. The row is the lock under which `last_seq` grows, so that
 * numbers become visible in order. `backup_seq`: everything up to it is in a confirmed backup.
 */
export const streams = pgTable('streams', {
  id: text('id').primaryKey(),
  lastSeq: bigint('last_seq', { mode: 'number' }).notNull().default(0),
  backupSeq: bigint('backup_seq', { mode: 'number' }).notNull().default(0),
});

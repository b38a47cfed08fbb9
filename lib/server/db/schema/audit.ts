import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment';

/**
 * Who did what, and who looked at what: rows are only ever added, by the SQL function `audit_append`, which gives each its number, its
 * time and a hash over itself and the row before it. Triggers refuse UPDATE, DELETE and TRUNCATE (docs/decisions/0017).
 */
export const audit = pgTable(
  'audit',
  {
    /** Several chains, so that one centre's commit does not wait for another's. */
    chain: smallint('chain').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The database's clock; never earlier than that of the row before. */
    at: moment('at').notNull(),
    action: text('action').notNull(),
    outcome: text('outcome', { enum: ['done', 'refused'] }).notNull(),
    /** Signed-in user; null when nobody was. */
    person: text('person'),
    role: text('role').notNull(),
    deviceId: uuid('device_id'),
    /** Numbers of the stream that the change was given. */
    streamId: text('stream_id'),
    firstSeq: bigint('first_seq', { mode: 'number' }),
    lastSeq: bigint('last_seq', { mode: 'number' }),
    cases: uuid('cases').array(),
    /** What the device says when each of `cases` was made. */
    claimedAt: moment('claimed_at').array(),
    /** JSON of what else belongs to it; nothing personal. */
    detail: text('detail'),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.seq] }),
    index('audit_stream').on(table.streamId, table.lastSeq),
    // Not of what came in: two hundred entries for a batch, which is found by the numbers of its stream.
    index('audit_looks').using('gin', table.cases).where(sql`first_seq IS NULL`),
  ],
);

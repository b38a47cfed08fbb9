import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './auth';
import { centres } from './centres';
import { moment } from './moment';
import { streams } from './streams';

/** A browser that may sync. Only a hash of its secret is kept; `code` starts its tracking codes. */
export const devices = pgTable(
  'devices',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    kind: text('kind', { enum: ['centre', 'personal'] }).notNull(),
    name: text('name').notNull(),
    secretHash: text('secret_hash').notNull(),
    streamId: text('stream_id')
      .notNull()
      .references(() => streams.id),
    centreId: text('centre_id').references(() => centres.id),
    enrolledBy: text('enrolled_by').references(() => users.id),
    enrolledAt: moment('enrolled_at').notNull().defaultNow(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [index('devices_stream').on(table.streamId)],
);

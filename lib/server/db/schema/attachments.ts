import { bigint, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment';

/** Announced files of a submission. `sha256` and `bytes` are of the encrypted file as announced. */
export const attachments = pgTable(
  'attachments',
  {
    streamId: text('stream_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    id: text('id').notNull(),
    slot: text('slot').notNull(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    mediaType: text('media_type').notNull(),
    state: text('state', { enum: ['waiting', 'stored', 'refused'] })
      .notNull()
      .default('waiting'),
    /** Of the cleaned file on disk; `path` is below the data folder. */
    path: text('path'),
    storedMediaType: text('stored_media_type'),
    storedBytes: bigint('stored_bytes', { mode: 'number' }),
    storedSha256: text('stored_sha256'),
    problem: text('problem'),
    settledAt: moment('settled_at'),
  },
  (table) => [primaryKey({ columns: [table.streamId, table.submissionId, table.id] })],
);

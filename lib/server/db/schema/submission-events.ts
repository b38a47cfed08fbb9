import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseStatus } from '../../../contract/wire';
import { moment } from './moment';

/**
 * The change feed. Each row is the whole state after the change, so a reader that takes only the newest is right:
 * a `files` row repeats the status, its note and its time.
 */
export const submissionEvents = pgTable(
  'submission_events',
  {
    streamId: text('stream_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    submissionId: uuid('submission_id').notNull(),
    kind: text('kind', { enum: ['status', 'files'] }).notNull(),
    status: text('status').$type<CaseStatus>().notNull(),
    note: text('note'),
    statusAt: moment('status_at').notNull(),
    filesHave: integer('files_have').notNull(),
    filesOf: integer('files_of').notNull(),
    byUserId: text('by_user_id'),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.streamId, table.seq] }),
    index('submission_events_case').on(table.streamId, table.submissionId),
  ],
);

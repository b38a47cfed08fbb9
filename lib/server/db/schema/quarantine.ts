import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ItemProblem } from '../../../contract/wire';
import { moment } from './moment';

/** What was refused, kept for ever as it came. `envelope` is JSON text: jsonb would not take every string. */
export const quarantine = pgTable(
  'quarantine',
  {
    streamId: text('stream_id').notNull(),
    envelopeSha256: text('envelope_sha256').notNull(),
    deviceId: uuid('device_id').notNull(),
    submissionId: text('submission_id'),
    envelope: text('envelope').notNull(),
    problem: jsonb('problem').$type<ItemProblem>().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.streamId, table.envelopeSha256] }),
    index('quarantine_submission').on(table.streamId, table.submissionId),
  ],
);

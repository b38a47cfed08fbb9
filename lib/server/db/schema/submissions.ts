import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { CaseStatus, Plaintext, WireSubmission } from '../../../contract/wire';
import { moment } from './moment';

/** Without `check`, of which only an HMAC is kept. */
export type StoredContent = Omit<Plaintext, 'check'>;

export const submissions = pgTable(
  'submissions',
  {
    streamId: text('stream_id').notNull(),
    id: uuid('id').notNull(),
    deviceId: uuid('device_id').notNull(),
    hash: text('hash').notNull(),
    trackingCode: text('tracking_code').notNull(),
    checkHmac: text('check_hmac').notNull(),
    serviceId: text('service_id').notNull(),
    serviceVersion: integer('service_version').notNull(),
    agencyId: text('agency_id').notNull(),
    maskedName: text('masked_name').notNull(),
    envelope: jsonb('envelope').$type<WireSubmission>().notNull(),
    content: jsonb('content').$type<StoredContent>().notNull(),
    /** Sent again, byte for byte, whenever the same submission comes again. */
    receipt: text('receipt').notNull(),
    receiptSeq: bigint('receipt_seq', { mode: 'number' }).notNull(),
    status: text('status').$type<CaseStatus>().notNull(),
    statusNote: text('status_note'),
    statusAt: moment('status_at').notNull(),
    /** Grows with every decision; the officer's If-Match. */
    version: integer('version').notNull().default(1),
    supersedes: uuid('supersedes'),
    supersededBy: uuid('superseded_by'),
    filesOf: integer('files_of').notNull(),
    filesHave: integer('files_have').notNull().default(0),
    claimedAt: moment('claimed_at').notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.streamId, table.id] }),
    unique('submissions_id').on(table.id),
    unique('submissions_tracking_code').on(table.trackingCode),
    index('submissions_desk').on(table.agencyId, table.status, table.receivedAt, table.id),
  ],
);

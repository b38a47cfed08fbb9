import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { devices } from './devices';
import { moment } from './moment';

/**
 * Applications that a device said it had queued. Whether one arrived is asked of `submissions` by its tracking code,
 * so that the intake has nothing to write here.
 */
export const announced = pgTable(
  'announced',
  {
    streamId: text('stream_id').notNull(),
    trackingCode: text('tracking_code').notNull(),
    serviceId: text('service_id'),
    announcedAt: moment('announced_at').notNull(),
    /** The device that last said it has it; null when it said it no longer has. */
    heldBy: uuid('held_by').references(() => devices.id),
    lostAt: moment('lost_at'),
    settledAt: moment('settled_at'),
    /** `withdrawn`: by its device, before it arrived. */
    decision: text('decision', { enum: ['filed-again', 'not-needed', 'withdrawn'] }),
    settledBy: text('settled_by'),
    /** The device it was moved from, until the one it was moved to is heard of: the answer to an enrolment may be lost. */
    takenFrom: uuid('taken_from').references(() => devices.id),
    /** When it was first seen to have arrived although another was filed in its place; that two count is told until a person closes it. */
    arrivedTooAt: moment('arrived_too_at'),
    closedAt: moment('closed_at'),
    closedBy: text('closed_by'),
  },
  (table) => [
    primaryKey({ columns: [table.streamId, table.trackingCode] }),
    index('announced_held_by').on(table.heldBy),
  ],
);

/** The last check-in of each device. */
export const checkIns = pgTable('check_ins', {
  deviceId: uuid('device_id')
    .primaryKey()
    .references(() => devices.id),
  /** Highest number it has given out. */
  used: bigint('used', { mode: 'number' }).notNull(),
  /** Up to here every number has arrived or stands in `announced`. */
  checkedThrough: bigint('checked_through', { mode: 'number' }).notNull(),
  at: moment('at').notNull(),
  /** The device whose cookie the same browser showed when it enrolled. */
  follows: uuid('follows').references(() => devices.id),
});

import { pgTable, text } from 'drizzle-orm/pg-core';
import { users } from './auth';
import { centres } from './centres';
import { moment } from './moment';

/** What a signed-in person may do. No row or `disabledAt` set: nothing. */
export const staff = pgTable('staff', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  role: text('role', { enum: ['operator', 'officer', 'administrator'] }).notNull(),
  centreId: text('centre_id').references(() => centres.id),
  agencies: text('agencies').array().notNull().default([]),
  disabledAt: moment('disabled_at'),
});

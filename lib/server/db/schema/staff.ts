import { pgTable, text } from 'drizzle-orm/pg-core';
import { STAFF_ROLES } from '../../policy/roles';
import { users } from './auth';
import { centres } from './centres';
import { moment } from './moment';

/** What a signed-in person may do. No row or `disabledAt` set: nothing. */
export const staff = pgTable('staff', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  role: text('role', { enum: STAFF_ROLES }).notNull(),
  centreId: text('centre_id').references(() => centres.id),
  agencies: text('agencies').array().notNull().default([]),
  /** Ids of upazilas and districts that an officer or a supervisor works for. */
  upazilas: text('upazilas').array().notNull().default([]),
  districts: text('districts').array().notNull().default([]),
  disabledAt: moment('disabled_at'),
});

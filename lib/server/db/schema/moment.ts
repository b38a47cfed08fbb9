import { timestamp } from 'drizzle-orm/pg-core';

/** An instant to the millisecond, as ISO strings on the wire carry it. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

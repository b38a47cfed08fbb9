import { pgTable, text } from 'drizzle-orm/pg-core';
import { streams } from './streams';

/** A counter of the public: two entrepreneurs, several devices, one stream of changes. */
export const centres = pgTable('centres', {
  id: text('id').primaryKey(),
  streamId: text('stream_id')
    .notNull()
    .unique()
    .references(() => streams.id),
  nameBn: text('name_bn').notNull(),
  nameEn: text('name_en').notNull(),
  unionId: text('union_id').notNull(),
  upazilaId: text('upazila_id').notNull(),
  districtId: text('district_id').notNull(),
});

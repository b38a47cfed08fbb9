import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Option, OptionSets, ServiceDefinition } from '../../../forms/definition';
import { moment } from './moment';

export const agencies = pgTable('agencies', {
  id: text('id').primaryKey(),
  nameBn: text('name_bn').notNull(),
  nameEn: text('name_en').notNull(),
});

export const optionSets = pgTable('option_sets', {
  id: text('id').primaryKey(),
  options: jsonb('options').$type<readonly Option[]>().notNull(),
});

/**
 * Published versions: a trigger refuses UPDATE and DELETE. `optionSets` is the copy this version is validated
 * against, so that an application filled in weeks ago keeps its meaning.
 */
export const services = pgTable(
  'services',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    agencyId: text('agency_id').notNull(),
    definition: jsonb('definition').$type<ServiceDefinition>().notNull(),
    optionSets: jsonb('option_sets').$type<OptionSets>().notNull(),
    contentHash: text('content_hash').notNull(),
    publishedAt: moment('published_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

/** Which version of a service is offered now, and in which catalogue version that was last changed. */
export const catalogueEntries = pgTable(
  'catalogue_entries',
  {
    serviceId: text('service_id').primaryKey(),
    currentVersion: integer('current_version').notNull(),
    changedIn: integer('changed_in').notNull(),
    removed: boolean('removed').notNull().default(false),
  },
  (table) => [index('catalogue_entries_changed').on(table.changedIn)],
);

export const catalogueVersions = pgTable('catalogue_versions', {
  version: integer('version').primaryKey(),
  contentHash: text('content_hash').notNull(),
  publishedAt: moment('published_at').notNull().defaultNow(),
});

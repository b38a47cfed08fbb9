import { asc, eq } from 'drizzle-orm';
import { inCounterOrder } from '../../catalogue/counter-order';
import { listedService } from '../../catalogue/listed-service';
import type { Agency, ServiceEntry } from '../../contract/wire';
import type { OptionSets, ServiceDefinition } from '../../forms/definition';
import type { Database } from '../db/client';
import { agencies, catalogueEntries, optionSets, services } from '../db/schema/catalogue';
import { partOf } from './catalogue-parts';
import { contentHash } from './content-hash';
import { type CatalogueHead, catalogueHead } from './read-catalogue';

/** The catalogue that is offered now, as the list and the forms are made of it. */
export interface CurrentCatalogue {
  readonly head: CatalogueHead;
  readonly agencies: readonly Agency[];
  readonly agenciesTag: string;
  readonly optionSets: OptionSets;
  readonly setsTag: string;
  /** In counter order. */
  readonly services: readonly OfferedService[];
  readonly removed: readonly { readonly id: string; readonly changedIn: number }[];
}

export interface OfferedService {
  readonly entry: ServiceEntry;
  readonly changedIn: number;
  readonly definition: ServiceDefinition;
}

const keptByDatabase = new WeakMap<
  Database,
  { readonly key: string; readonly read: Promise<CurrentCatalogue> }
>();

/** Read once per published version: every device asks for the same. */
export async function currentCatalogue(db: Database): Promise<CurrentCatalogue> {
  const { version, hash } = await catalogueHead(db);
  const key = `${version}.${hash}`;
  const kept = keptByDatabase.get(db);
  if (kept?.key === key) return kept.read;
  const read = readAll(db);
  keptByDatabase.set(db, { key, read });
  read.catch(() => keptByDatabase.delete(db));
  return read;
}

/** Names one published content of a service. Made of both: a restored server gives out version numbers again. */
export function formTag({ version, contentHash: hash }: { version: number; contentHash: string }): string {
  return `${version}-${hash.slice(0, 7)}`;
}

function readAll(db: Database): Promise<CurrentCatalogue> {
  return db.transaction(
    async (tx) => {
      const head = await catalogueHead(tx);
      const rows = await tx
        .select()
        .from(catalogueEntries)
        .innerJoin(services, eq(services.id, catalogueEntries.serviceId))
        .where(eq(services.version, catalogueEntries.currentVersion));
      const agencyRows = await tx.select().from(agencies).orderBy(asc(agencies.id));
      const setRows = await tx.select().from(optionSets).orderBy(asc(optionSets.id));
      const agencyList = agencyRows.map((row) => ({ id: row.id, name: { bn: row.nameBn, en: row.nameEn } }));
      const sets = Object.fromEntries(setRows.map((row) => [row.id, row.options]));
      const offered = rows.filter((row) => !row.catalogue_entries.removed);
      const byId = new Map(offered.map((row) => [row.services.id, row]));
      const ordered = inCounterOrder(
        offered
          .map(({ services: { definition } }) => definition)
          .sort((a, b) => (a.agency + a.id < b.agency + b.id ? -1 : 1)),
      );
      return {
        head,
        agencies: agencyList,
        agenciesTag: shortTag(agencyList),
        optionSets: sets,
        setsTag: shortTag(sets),
        services: ordered.flatMap((definition, at) => {
          const row = byId.get(definition.id);
          if (!row) return [];
          const { version } = definition;
          const listed = listedService(definition);
          const entry = { ...listed, version, tag: formTag(row.services), part: partOf(at, ordered.length) };
          return [{ entry, definition, changedIn: row.catalogue_entries.changedIn }];
        }),
        removed: rows
          .filter((row) => row.catalogue_entries.removed)
          .map(({ catalogue_entries: { serviceId, changedIn } }) => ({ id: serviceId, changedIn })),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

const shortTag = (value: unknown): string => contentHash(value).slice(0, 12);

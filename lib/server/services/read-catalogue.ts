import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { CatalogueResponse } from '../../contract/wire';
import type { Connection } from '../db/client';
import { agencies, catalogueEntries, catalogueVersions, optionSets, services } from '../db/schema/catalogue';

export interface CatalogueHead {
  /** 0 when none was published yet. */
  readonly version: number;
  /** Name of its content: a restored server gives out version numbers again. */
  readonly hash: string;
}

/** The newest catalogue. */
export async function catalogueHead(db: Connection): Promise<CatalogueHead> {
  const [row] = await db
    .select({ version: catalogueVersions.version, hash: catalogueVersions.contentHash })
    .from(catalogueVersions)
    .orderBy(desc(catalogueVersions.version))
    .limit(1);
  return row ?? { version: 0, hash: '' };
}

/**
 * What changed after version `since`; everything for 0 or for a version this server never had (it was restored from
 * a backup). Agencies and option sets are small and always whole.
 */
export async function readCatalogue(db: Connection, since: number): Promise<CatalogueResponse> {
  const { version } = await catalogueHead(db);
  const from = since > version ? 0 : since;
  const changed = await db
    .select({
      id: catalogueEntries.serviceId,
      removed: catalogueEntries.removed,
      definition: services.definition,
    })
    .from(catalogueEntries)
    .innerJoin(
      services,
      and(eq(services.id, catalogueEntries.serviceId), eq(services.version, catalogueEntries.currentVersion)),
    )
    .where(gt(catalogueEntries.changedIn, from))
    .orderBy(asc(catalogueEntries.serviceId));
  const lists = await Promise.all([
    db.select().from(agencies).orderBy(asc(agencies.id)),
    db.select().from(optionSets).orderBy(asc(optionSets.id)),
  ]);
  return {
    version,
    agencies: lists[0].map((row) => ({ id: row.id, name: { bn: row.nameBn, en: row.nameEn } })),
    optionSets: Object.fromEntries(lists[1].map((row) => [row.id, row.options])),
    services: changed.filter((row) => !row.removed).map((row) => row.definition),
    removed: changed.filter((row) => row.removed).map((row) => row.id),
  };
}

import { eq, sql } from 'drizzle-orm';
import type { Agency } from '../../contract/wire';
import type { OptionSets, ServiceDefinition } from '../../forms/definition';
import type { Connection, Database } from '../db/client';
import { runTransaction } from '../db/run-transaction';
import { agencies, catalogueEntries, catalogueVersions, optionSets, services } from '../db/schema/catalogue';
import { contentHash } from './content-hash';

export interface Catalogue {
  readonly agencies: readonly Agency[];
  readonly optionSets: OptionSets;
  readonly services: readonly ServiceDefinition[];
}

/**
 * Makes `catalogue` the one that is offered. A service whose content changed gets a new version row, one that is gone
 * is marked removed; versions once published stay for ever. The same catalogue again changes nothing.
 * Resolves with the catalogue version.
 */
export function publishCatalogue(db: Database, catalogue: Catalogue): Promise<number> {
  return runTransaction(db, async (tx) => {
    await tx.execute(sql`LOCK TABLE catalogue_versions IN EXCLUSIVE MODE`);
    const [latest] = await tx
      .select({ version: catalogueVersions.version, contentHash: catalogueVersions.contentHash })
      .from(catalogueVersions)
      .orderBy(sql`version DESC`)
      .limit(1);
    const hash = contentHash(catalogue);
    if (latest?.contentHash === hash) return latest.version;
    const version = (latest?.version ?? 0) + 1;
    await tx.insert(catalogueVersions).values({ version, contentHash: hash });
    await writeLists(tx, catalogue);
    await writeServices(tx, catalogue, version);
    return version;
  });
}

async function writeLists(tx: Connection, catalogue: Catalogue): Promise<void> {
  for (const { id, name } of catalogue.agencies) {
    const row = { nameBn: name.bn, nameEn: name.en };
    await tx
      .insert(agencies)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: agencies.id, set: row });
  }
  await tx.delete(optionSets);
  const sets = Object.entries(catalogue.optionSets).map(([id, options]) => ({ id, options: [...options] }));
  if (sets.length > 0) await tx.insert(optionSets).values(sets);
}

async function writeServices(tx: Connection, catalogue: Catalogue, version: number): Promise<void> {
  const entries = await tx.select().from(catalogueEntries);
  const before = new Map(entries.map((entry) => [entry.serviceId, entry]));
  for (const definition of catalogue.services) {
    const entry = before.get(definition.id);
    before.delete(definition.id);
    const current = await publishService(tx, definition, catalogue.optionSets);
    if (entry && !entry.removed && entry.currentVersion === current) continue;
    const row = { currentVersion: current, changedIn: version, removed: false };
    await tx
      .insert(catalogueEntries)
      .values({ serviceId: definition.id, ...row })
      .onConflictDoUpdate({ target: catalogueEntries.serviceId, set: row });
  }
  for (const gone of before.values()) {
    if (gone.removed) continue;
    await tx
      .update(catalogueEntries)
      .set({ removed: true, changedIn: version })
      .where(eq(catalogueEntries.serviceId, gone.serviceId));
  }
}

/** Number of the version that holds this content; a new one only when the content is new. */
async function publishService(
  tx: Connection,
  definition: ServiceDefinition,
  sets: OptionSets,
): Promise<number> {
  const used = usedSets(definition, sets);
  const { version: wished, ...content } = definition;
  const hash = contentHash([content, used]);
  const [newest] = await tx
    .select({ version: services.version, contentHash: services.contentHash })
    .from(services)
    .where(eq(services.id, definition.id))
    .orderBy(sql`version DESC`)
    .limit(1);
  if (newest?.contentHash === hash) return newest.version;
  const version = Math.max(wished, (newest?.version ?? 0) + 1);
  await tx.insert(services).values({
    id: definition.id,
    version,
    agencyId: definition.agency,
    definition: { ...definition, version },
    optionSets: used,
    contentHash: hash,
  });
  return version;
}

function usedSets(definition: ServiceDefinition, sets: OptionSets): OptionSets {
  const names = new Set(definition.fields.flatMap((field) => field.optionSet ?? []));
  return Object.fromEntries(Object.entries(sets).filter(([name]) => names.has(name)));
}

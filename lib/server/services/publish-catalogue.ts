import { asc, sql } from 'drizzle-orm';
import type { Agency } from '../../contract/wire';
import type { OptionSets, ServiceDefinition } from '../../forms/definition';
import { appendAudit } from '../audit/append-audit';
import { SYSTEM } from '../audit/audit-entry';
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
    await appendAudit(tx, 'catalogue', [{ ...SYSTEM, action: 'catalogue.published', detail: { version } }]);
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
  const current = await publishServices(tx, catalogue);
  const changed = catalogue.services.flatMap(({ id }) => {
    const [entry, currentVersion] = [before.get(id), current.get(id)];
    before.delete(id);
    if (currentVersion === undefined || (entry && !entry.removed && entry.currentVersion === currentVersion))
      return [];
    return [{ serviceId: id, currentVersion, changedIn: version, removed: false }];
  });
  const gone = [...before.values()].filter(({ removed }) => !removed);
  const rows = [...changed, ...gone.map((entry) => ({ ...entry, removed: true, changedIn: version }))];
  if (rows.length === 0) return;
  await tx
    .insert(catalogueEntries)
    .values(rows)
    .onConflictDoUpdate({
      target: catalogueEntries.serviceId,
      set: {
        currentVersion: sql`excluded.current_version`,
        changedIn: sql`excluded.changed_in`,
        removed: sql`excluded.removed`,
      },
    });
}

/** By service the number of the version that holds its content; a new one only where the content is new. */
async function publishServices(
  tx: Connection,
  { services: definitions, optionSets: sets }: Catalogue,
): Promise<ReadonlyMap<string, number>> {
  const published = await tx
    .select({ id: services.id, version: services.version, contentHash: services.contentHash })
    .from(services)
    .orderBy(asc(services.version));
  // the last one of an id stays
  const newestById = new Map(published.map((row) => [row.id, row]));
  const rows = definitions.map((definition) => {
    const known = newestById.get(definition.id);
    const used = usedSets(definition, sets);
    const { version: wished, ...content } = definition;
    const hash = contentHash([content, used]);
    const isKnown = known?.contentHash === hash;
    const version = isKnown ? known.version : Math.max(wished, (known?.version ?? 0) + 1);
    const row = {
      id: definition.id,
      version,
      agencyId: definition.agency,
      definition: { ...definition, version },
      optionSets: used,
      contentHash: hash,
    };
    return { isKnown, row };
  });
  const fresh = rows.filter(({ isKnown }) => !isKnown).map(({ row }) => row);
  if (fresh.length > 0) await tx.insert(services).values(fresh);
  return new Map(rows.map(({ row }) => [row.id, row.version]));
}

function usedSets(definition: ServiceDefinition, sets: OptionSets): OptionSets {
  const names = new Set(definition.fields.flatMap((field) => field.optionSet ?? []));
  return Object.fromEntries(Object.entries(sets).filter(([name]) => names.has(name)));
}

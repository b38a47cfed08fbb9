import { asc, inArray } from 'drizzle-orm';
import { type PackingPlan, packingPlan } from '../../contract/packing/packing-plan';
import { type Bytes, utf8 } from '../../crypto/bytes';
import type { OptionSets, ServiceDefinition } from '../../forms/definition';
import { compressionDictionary } from '../../forms/dictionary';
import type { Connection } from '../db/client';
import { services } from '../db/schema/catalogue';

export interface VersionKey {
  readonly serviceId: string;
  readonly serviceVersion: number;
}

export interface PublishedVersion {
  readonly definition: ServiceDefinition;
  readonly agencyId: string;
  /** Where a file may belong: `field:<id>`, `doc:<id>`. */
  readonly slots: ReadonlySet<string>;
  /**
   * Option sets this version may have been filled in with, its own first: a device that refreshed its catalogue has
   * newer ones beside a draft of an older version.
   */
  readonly optionSets: readonly OptionSets[];
  /** The preset dictionaries that go with them. */
  readonly dictionaries: readonly Bytes[];
  /** The packing plans that go with them. */
  readonly plans: readonly PackingPlan[];
}

export type PublishedVersions = ReadonlyMap<string, PublishedVersion>;

export const versionKey = ({ serviceId, serviceVersion }: VersionKey): string =>
  `${serviceId}@${serviceVersion}`;

interface Kept {
  readonly catalogueVersion: number;
  readonly byService: Map<string, PublishedVersions>;
}

// Published versions never change; a new catalogue version may add some.
const keptByDatabase = new WeakMap<object, Kept>();

/** Published versions of the services named, by `versionKey`. At most one query, and none when nothing is new. */
export async function loadVersions(
  db: Connection,
  serviceIds: readonly string[],
  catalogueVersion: number,
): Promise<PublishedVersions> {
  let kept = keptByDatabase.get(db);
  if (kept?.catalogueVersion !== catalogueVersion) {
    kept = { catalogueVersion, byService: new Map() };
    keptByDatabase.set(db, kept);
  }
  const { byService } = kept;
  const missing = [...new Set(serviceIds)].filter((id) => !byService.has(id));
  if (missing.length > 0) {
    const rows = await db
      .select()
      .from(services)
      .where(inArray(services.id, missing))
      .orderBy(asc(services.version));
    for (const id of missing) {
      const found = publishedOf(rows.filter((row) => row.id === id));
      // Unknown names are not kept: anybody could fill the memory with them.
      if (found.size > 0) byService.set(id, found);
    }
  }
  return new Map([...new Set(serviceIds)].flatMap((id) => [...(byService.get(id) ?? [])]));
}

function publishedOf(rows: readonly (typeof services.$inferSelect)[]): PublishedVersions {
  return new Map(
    rows.map((row) => {
      const others = rows
        .filter((other) => other !== row)
        .map((other) => ({ ...row.optionSets, ...other.optionSets }));
      const optionSets = [row.optionSets, ...others];
      const texts = new Set(optionSets.map((sets) => compressionDictionary(row.definition, sets)));
      const dictionaries = [...texts].map(utf8);
      const plans = optionSets.map((sets) => packingPlan(row.definition, sets));
      const key = versionKey({ serviceId: row.id, serviceVersion: row.version });
      const { definition, agencyId } = row;
      return [key, { definition, agencyId, slots: slotsOf(definition), optionSets, dictionaries, plans }];
    }),
  );
}

const slotsOf = ({ fields, documents }: ServiceDefinition): ReadonlySet<string> =>
  new Set([...fields.map(({ id }) => `field:${id}`), ...documents.map(({ id }) => `doc:${id}`)]);

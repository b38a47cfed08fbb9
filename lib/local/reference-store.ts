import type { Agency, CatalogueResponse, ServerKeys } from '../contract/wire';
import type { OptionSets, ServiceDefinition } from '../forms/definition';
import type { DatabaseGate } from './database-gate';
import type { ReferenceDatabase } from './reference-database';

export interface CachedCatalogue {
  readonly version: number;
  readonly etag: string | null;
  readonly agencies: readonly Agency[];
  readonly optionSets: OptionSets;
  readonly services: readonly ServiceDefinition[];
}

/** What can be fetched again. A failure here never stops work: callers go on without. */
export interface ReferenceStore {
  catalogue(): Promise<CachedCatalogue | null>;
  /** Number of the catalogue held, 0 for none: read at every exchange, and without the services. */
  catalogueVersion(): Promise<number>;
  /** Takes over an answer that may hold only what is newer: services replace by id, `removed` goes. */
  mergeCatalogue(answer: CatalogueResponse, etag: string | null): Promise<void>;
  serverKeys(): Promise<ServerKeys | null>;
  putServerKeys(keys: ServerKeys, now: number): Promise<void>;
}

export function createReferenceStore(gate: DatabaseGate<ReferenceDatabase>): ReferenceStore {
  const { db } = gate;
  return {
    catalogue: () =>
      gate.read(() =>
        db.transaction('r', [db.records, db.services], async () => {
          const head = await db.records.get('catalogue');
          if (head?.key !== 'catalogue') return null;
          const services = (await db.services.toArray()).map(({ definition }) => definition);
          const { version, etag, agencies, optionSets } = head;
          return { version, etag, agencies, optionSets, services };
        }),
      ),

    catalogueVersion: () =>
      gate.read(async () => {
        const head = await db.records.get('catalogue');
        return head?.key === 'catalogue' ? head.version : 0;
      }),

    mergeCatalogue: ({ version, agencies, optionSets, services, removed }, etag) =>
      gate.write([db.records, db.services], async () => {
        const known = await db.records.get('catalogue');
        if (known?.key === 'catalogue' && known.version > version) return;
        const before = known?.key === 'catalogue' ? known : null;
        await db.services.bulkDelete([...removed]);
        await db.services.bulkPut(
          services.map((definition) => ({ v: 1, id: definition.id, definition }) as const),
        );
        await db.records.put({
          v: 1,
          key: 'catalogue',
          version,
          etag,
          agencies: merged(before?.agencies ?? [], agencies),
          optionSets: { ...before?.optionSets, ...optionSets },
        });
      }),

    serverKeys: () =>
      gate.read(async () => {
        const row = await db.records.get('server-keys');
        return row?.key === 'server-keys' ? row.keys : null;
      }),

    putServerKeys: (keys, now) =>
      gate.write([db.records], async () => {
        await db.records.put({ v: 1, key: 'server-keys', keys, fetchedAt: now });
      }),
  };
}

function merged(old: readonly Agency[], fresh: readonly Agency[]): readonly Agency[] {
  const ids = new Set(fresh.map(({ id }) => id));
  return [...old.filter(({ id }) => !ids.has(id)), ...fresh];
}

import type { Agency, ServerKeys, ServiceEntry, ServiceList } from '../contract/wire';
import type { OptionSets, ServiceDefinition } from '../forms/definition';
import type { DatabaseGate } from './database-gate';
import type { ReferenceDatabase } from './reference-database';
import type { CachedRecordRow } from './rows';

type OldCatalogue = Extract<CachedRecordRow, { key: 'catalogue' }>;

export interface CachedList {
  readonly version: number;
  readonly etag: string | null;
  readonly agenciesTag: string;
  readonly agencies: readonly Agency[];
  readonly services: readonly ServiceEntry[];
}

/** The whole catalogue as a version of before the list kept it. */
export interface CachedCatalogue {
  readonly version: number;
  readonly agencies: readonly Agency[];
  readonly services: readonly ServiceDefinition[];
}

/** A form with the option sets of this device. */
export interface CachedForm {
  readonly tag: string | null;
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
}

/** What can be fetched again. A failure here never stops work: callers go on without. */
export interface ReferenceStore {
  list(): Promise<CachedList | null>;
  /** What a version of before the list left here; null once there is a list. */
  wholeCatalogue(): Promise<CachedCatalogue | null>;
  /** Number of the catalogue held, 0 for none: read at every exchange, and without the services. */
  catalogueVersion(): Promise<number>;
  /**
   * Takes over a list, or what changed in the one that is here. Forms of services that are offered no more go. False for changes of
   * another list than the one that is here: another window was faster, and asking again mends it.
   */
  mergeList(answer: ServiceList, etag: string | null): Promise<boolean>;
  form(id: string): Promise<CachedForm | null>;
  /** Tag by id of the forms that are here; null for a form whose content has no name. */
  formTags(): Promise<ReadonlyMap<string, string | null>>;
  putForms(
    forms: readonly { readonly id: string; readonly tag: string; readonly definition: ServiceDefinition }[],
    sets: { readonly tag: string; readonly optionSets: OptionSets } | null,
  ): Promise<void>;
  /** Tag of the option sets here; null when there are none, or nameless ones. */
  setsTag(): Promise<string | null>;
  serverKeys(): Promise<ServerKeys | null>;
  putServerKeys(keys: ServerKeys, now: number): Promise<void>;
}

export function createReferenceStore(gate: DatabaseGate<ReferenceDatabase>): ReferenceStore {
  const { db } = gate;
  const record = async <K extends CachedRecordRow['key']>(key: K) => {
    const row = await db.records.get(key);
    return row?.key === key ? (row as Extract<CachedRecordRow, { key: K }>) : null;
  };
  return {
    list: () => gate.read(() => record('service-list')),

    wholeCatalogue: () =>
      gate.read(() =>
        db.transaction('r', [db.records, db.services], async () => {
          const [old, list] = [await record('catalogue'), await record('service-list')];
          if (old === null || list !== null) return null;
          const services = (await db.services.toArray()).map(({ definition }) => definition);
          return { version: old.version, agencies: old.agencies, services };
        }),
      ),

    catalogueVersion: () =>
      gate.read(async () => {
        const head = (await record('service-list')) ?? (await record('catalogue'));
        return head?.version ?? 0;
      }),

    mergeList: (answer, etag) =>
      gate.write([db.records, db.services], async () => {
        const known = await record('service-list');
        const isWhole = answer.since === 0;
        if (!isWhole && known?.version !== answer.since) return false;
        const before = isWhole ? [] : (known?.services ?? []);
        const services = merged(before, answer);
        const ids = new Set(services.map(({ id }) => id));
        const gone = (await db.services.toCollection().primaryKeys()).filter((id) => !ids.has(id));
        await db.services.bulkDelete(gone);
        const { version, agenciesTag } = answer;
        const agencies = answer.agencies ?? known?.agencies ?? [];
        await db.records.put({
          v: 1,
          key: 'service-list',
          version,
          etag,
          agenciesTag,
          agencies,
          services,
        });
        return true;
      }),

    form: (id) =>
      gate.read(() =>
        db.transaction('r', [db.records, db.services], async () => {
          const row = await db.services.get(id);
          if (row === undefined) return null;
          const [old, sets] = [await record('catalogue'), await record('option-sets')];
          return {
            tag: row.tag ?? null,
            definition: row.definition,
            optionSets: { ...oldSets(old), ...sets?.optionSets },
          };
        }),
      ),

    formTags: () =>
      gate.read(async () => {
        const rows = await db.services.toArray();
        return new Map(rows.map(({ id, tag }) => [id, tag ?? null]));
      }),

    putForms: (forms, sets) =>
      gate.write([db.records, db.services], async () => {
        await db.services.bulkPut(
          forms.map(({ id, tag, definition }) => ({ v: 1, id, tag, definition }) as const),
        );
        if (sets === null) return;
        const before = await record('option-sets');
        // A form that is not fetched again yet may use a set that is offered no more.
        const optionSets = { ...before?.optionSets, ...sets.optionSets };
        await db.records.put({ v: 1, key: 'option-sets', tag: sets.tag, optionSets });
      }),

    setsTag: () => gate.read(async () => (await record('option-sets'))?.tag ?? null),

    serverKeys: () => gate.read(async () => (await record('server-keys'))?.keys ?? null),

    putServerKeys: (keys, now) =>
      gate.write([db.records], async () => {
        await db.records.put({ v: 1, key: 'server-keys', keys, fetchedAt: now });
      }),
  };
}

const oldSets = (old: OldCatalogue | null): OptionSets => old?.optionSets ?? {};

/** In the order of the answer when it is whole; otherwise what changed takes the place it had. */
function merged(
  before: readonly ServiceEntry[],
  { services, removed }: Pick<ServiceList, 'services' | 'removed'>,
): readonly ServiceEntry[] {
  const fresh = new Map(services.map((entry) => [entry.id, entry]));
  const kept = before
    .filter(({ id }) => !removed.includes(id))
    .map((entry) => {
      const next = fresh.get(entry.id) ?? entry;
      fresh.delete(entry.id);
      return next;
    });
  return [...kept, ...fresh.values()];
}

import { listedService } from '../catalogue/listed-service';
import type { CatalogueState } from './api';
import { refreshCatalogue } from './catalogue-refresh';
import { earlyCatalogue } from './early-catalogue';
import type { LiveStore } from './live-store';
import { watch } from './watch';
import type { WorkRoom } from './work-room';

/** A list that is here is compared with the server's once, when the page has come to rest. Milliseconds. */
const COMPARE_AFTER = 5_000;
/** Pause before a first list is asked for again, milliseconds. */
const AGAIN_AFTER = 15_000;

/** Keeps the list on the screen as the reference database has it, and fetches it where there is none. */
export function followCatalogue(room: WorkRoom, store: Pick<LiveStore<CatalogueState>, 'get' | 'set'>): void {
  let asking = false;
  let isFresh = false;
  let shown: string | null = null;

  const fetchFirst = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    await keepEarly(room);
    const unkept = await refreshCatalogue(room);
    asking = false;
    isFresh = true;
    if (unkept !== null) store.set(unkept);
    else if (!store.get().ready) setTimeout(() => void fetchFirst(), AGAIN_AFTER);
  };

  const show = async (formsHere: number): Promise<void> => {
    const known = await knownServices(room).catch(() => null);
    if (known === null) return fetchFirst();
    const { name, ...list } = known;
    // A form that came in is no other list: what is made of the list, the search above all, stays.
    store.set(name === shown ? { ...store.get(), formsHere } : { ready: true, ...list, formsHere });
    shown = name;
  };

  watch(
    room.referenceGate,
    (db) =>
      db.transaction('r', [db.records, db.services], async () => {
        await db.records.get('service-list');
        return db.services.count();
      }),
    { onValue: (count) => void show(count), onDown: () => void fetchFirst() },
  );
  // A device that is not enrolled never syncs, and would not hear of a newer one.
  setTimeout(() => store.get().ready && !isFresh && void refreshCatalogue(room), COMPARE_AFTER);
  addEventListener('online', () => !store.get().ready && void fetchFirst());
}

/** The list, or what the forms say that a version of before the list left here. */
async function knownServices(
  room: WorkRoom,
): Promise<(Pick<CatalogueState, 'version' | 'agencies' | 'services'> & { readonly name: string }) | null> {
  const list = await room.reference.list();
  if (list !== null) {
    const { version, etag, agencies, services } = list;
    return { name: `${version} ${etag}`, version, agencies, services };
  }
  const old = await room.reference.wholeCatalogue();
  if (old === null) return null;
  const services = old.services.map((definition) => ({
    ...listedService(definition),
    version: definition.version,
  }));
  return { name: `whole ${old.version}`, version: old.version, agencies: old.agencies, services };
}

/** The list of a first visit is kept, or at least shown where the browser keeps nothing. */
async function keepEarly(room: WorkRoom): Promise<void> {
  const early = await earlyCatalogue();
  if (early !== null) await room.reference.mergeList(early.list, early.etag).catch(() => false);
}

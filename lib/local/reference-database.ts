import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { CachedRecordRow, CachedServiceRow } from './rows';

export const REFERENCE_DATABASE = 'setu-reference';

/** What can be fetched again: catalogue and server keys. May be dropped any time, so nothing typed lies here. */
export class ReferenceDatabase extends Dexie {
  declare readonly services: Table<CachedServiceRow, string>;
  declare readonly records: Table<CachedRecordRow, CachedRecordRow['key']>;

  constructor(name: string = REFERENCE_DATABASE, options: DexieOptions = {}) {
    super(name, { ...options, autoOpen: false });
    this.version(1).stores({ services: 'id', records: 'key' });
  }
}

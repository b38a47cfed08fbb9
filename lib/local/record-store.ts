import type { Centre, NeverArrived } from '../contract/wire';
import type { DatabaseGate } from './database-gate';
import type { DeviceRow, PersonRecord, SettingsRow, StorageRow, TicketRow } from './rows';
import type { WorkDatabase } from './work-database';

export type StorageNotes = Pick<StorageRow, 'persistAskedAt' | 'full'>;
export type SettingsRecord = Pick<SettingsRow, 'locale' | 'chargeBdt'>;

export type TicketRecord = Pick<TicketRow, 'deviceId' | 'ticket' | 'fetchedAt'>;

export interface Enrolled {
  readonly kind: 'centre' | 'personal';
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly centre?: Centre;
}

/** The few things of which a device has one: what it is called, who uses it, its settings. */
export interface RecordStore {
  device(): Promise<DeviceRow | null>;
  /** Names this device. The tracking counter starts at 1 unless the code is the one it had. */
  enrol(enrolled: Enrolled, now: number): Promise<void>;
  person(): Promise<PersonRecord>;
  /** `owesSignOut`: the server could not be told that the last person left. */
  setPerson(person: PersonRecord, owesSignOut?: boolean): Promise<void>;
  owesSignOut(): Promise<boolean>;
  /** The number the next tracking code takes; null on a device without a code. */
  nextCount(): Promise<{ readonly deviceCode: string; readonly next: number } | null>;
  /** The ticket of this very device; null when it has none yet, or one of an earlier enrolment. */
  ticket(): Promise<TicketRecord | null>;
  keepTicket(ticket: TicketRecord): Promise<void>;
  settings(): Promise<SettingsRecord>;
  changeSettings(patch: Partial<SettingsRecord>): Promise<void>;
  /** Adds to what the calls of a day (YYYY-MM-DD) weighed. */
  addBytes(day: string, bytes: { readonly up: number; readonly down: number }): Promise<void>;
  /** What the calls of a day weighed, both directions, bytes. */
  bytesOf(day: string): Promise<number>;
  storageNotes(): Promise<StorageNotes>;
  noteStorage(patch: StorageNotes): Promise<void>;
  /** What never arrived, as far as this device knows; the empty list before it heard of any. */
  neverArrived(): Promise<NeverArrived>;
  keepNeverArrived(list: NeverArrived): Promise<void>;
}

/** Days for which the weight of calls is kept. */
const DAYS_KEPT = 7;

const DEFAULT_SETTINGS: SettingsRecord = { locale: 'bn', chargeBdt: 0 };

export function createRecordStore(gate: DatabaseGate<WorkDatabase>): RecordStore {
  const { db } = gate;
  const readDevice = async () => {
    const row = await db.records.get('device');
    return row?.key === 'device' ? row : null;
  };
  const readSettings = async (): Promise<SettingsRecord> => {
    const row = await db.records.get('settings');
    return row?.key === 'settings' ? { ...DEFAULT_SETTINGS, ...row } : DEFAULT_SETTINGS;
  };
  const readDays = async () => {
    const row = await db.records.get('data-used');
    return row?.key === 'data-used' ? row.days : [];
  };
  const readNotes = async (): Promise<StorageNotes> => {
    const row = await db.records.get('storage');
    return row?.key === 'storage' ? row : {};
  };
  return {
    device: () => gate.read(readDevice),

    enrol: (enrolled, now) =>
      gate.write([db.records], async () => {
        const { kind, deviceId, deviceCode, centre } = enrolled;
        const counter = await db.records.get('counter');
        await db.records.put({
          v: 1,
          key: 'device',
          kind,
          deviceId,
          deviceCode,
          enrolledAt: now,
          ...(centre && { centre }),
        });
        if (counter?.key !== 'counter' || counter.deviceCode !== deviceCode)
          await db.records.put({ v: 1, key: 'counter', deviceCode, next: 1 });
      }),

    person: () =>
      gate.read(async () => {
        const row = await db.records.get('person');
        return row?.key === 'person' ? row.person : { kind: 'nobody' };
      }),

    setPerson: (person, owesSignOut = false) =>
      gate.write([db.records], async () => {
        await db.records.put({ v: 1, key: 'person', person, ...(owesSignOut && { owesSignOut }) });
      }),

    owesSignOut: () =>
      gate.read(async () => {
        const row = await db.records.get('person');
        return row?.key === 'person' && row.owesSignOut === true;
      }),

    nextCount: () =>
      gate.read(async () => {
        const row = await db.records.get('counter');
        return row?.key === 'counter' ? { deviceCode: row.deviceCode, next: row.next } : null;
      }),

    ticket: () =>
      gate.read(async () => {
        const [row, device] = [await db.records.get('ticket'), await readDevice()];
        return row?.key === 'ticket' && row.deviceId === device?.deviceId ? row : null;
      }),

    keepTicket: ({ deviceId, ticket, fetchedAt }) =>
      gate.write([db.records], async () => {
        await db.records.put({ v: 1, key: 'ticket', deviceId, ticket, fetchedAt });
      }),

    settings: () => gate.read(readSettings),

    changeSettings: (patch) =>
      gate.write([db.records], async () => {
        const { locale, chargeBdt } = { ...(await readSettings()), ...patch };
        await db.records.put({ v: 1, key: 'settings', locale, chargeBdt });
      }),

    addBytes: (day, { up, down }) =>
      gate.write([db.records], async () => {
        const days = await readDays();
        const known = days.find((one) => one.day === day) ?? { up: 0, down: 0 };
        const sum = { day, up: known.up + up, down: known.down + down };
        const kept = [...days.filter((one) => one.day !== day), sum].slice(-DAYS_KEPT);
        await db.records.put({ v: 1, key: 'data-used', days: kept });
      }),

    storageNotes: () => gate.read(readNotes),

    noteStorage: (patch) =>
      gate.write([db.records], async () => {
        await db.records.put({ v: 1, key: 'storage', ...(await readNotes()), ...patch });
      }),

    neverArrived: () =>
      gate.read(async () => {
        const row = await db.records.get('never-arrived');
        return row?.key === 'never-arrived' ? { tag: row.tag, items: row.items } : { tag: '0', items: [] };
      }),

    keepNeverArrived: ({ tag, items }) =>
      gate.write([db.records], async () => {
        await db.records.put({ v: 1, key: 'never-arrived', tag, items });
      }),

    bytesOf: (day) =>
      gate.read(async () => {
        const known = (await readDays()).find((one) => one.day === day);
        return known === undefined ? 0 : known.up + known.down;
      }),
  };
}

/** Whose drafts a person sees. A citizen begins before the phone is enrolled, so nobody and citizen are one. */
export function ownerOf(person: PersonRecord): string {
  return person.kind === 'operator' || person.kind === 'staff' ? `user:${person.userId}` : 'citizen';
}

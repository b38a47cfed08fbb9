import type { DatabaseGate } from './database-gate';
import type { DraftRow, PersonRecord } from './rows';
import { upcastDraftRow } from './upcast-draft';
import type { WorkDatabase } from './work-database';

/** What queueing a draft leans on, as it was at one moment. */
export interface ToQueue {
  readonly row: DraftRow | null;
  /** The number the next tracking code takes; null on a device without a code. */
  readonly count: { readonly deviceCode: string; readonly next: number } | null;
  readonly person: PersonRecord;
  /** What an operator asks for the help, whole taka. */
  readonly chargeBdt: number;
}

/** Draft, counter, person and settings in one reading: asked for one by one they would take a slow phone four times as long. */
export function readToQueue(gate: DatabaseGate<WorkDatabase>, id: string): Promise<ToQueue> {
  return gate.read((db) =>
    db.transaction('r', [db.drafts, db.records], async () => {
      const [row, [counter, person, settings]] = await Promise.all([
        db.drafts.get(id),
        db.records.bulkGet(['counter', 'person', 'settings']),
      ]);
      return {
        row: upcastDraftRow(row),
        count: counter?.key === 'counter' ? { deviceCode: counter.deviceCode, next: counter.next } : null,
        person: person?.key === 'person' ? person.person : { kind: 'nobody' as const },
        chargeBdt: settings?.key === 'settings' ? (settings.chargeBdt ?? 0) : 0,
      };
    }),
  );
}

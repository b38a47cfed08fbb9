import type { NeverArrived, NeverArrivedItem } from '../contract/wire';
import type { DeviceRow } from '../local/rows';
import type { LedgerEntry, QueueLedger } from './queue-ledger';
import type { WorkRoom } from './work-room';

/**
 * What this device lost, for who is here now: of one place only. Before anybody is known it is what was filed on a personal
 * device: the codes of a centre are for the centre.
 */
export function lostHere(
  { lost }: Pick<QueueLedger, 'lost'>,
  device: Pick<DeviceRow, 'centre'> | null,
): readonly LedgerEntry[] {
  const here = device?.centre?.id ?? null;
  return lost.filter(({ centreId }) => centreId === here);
}

/** What this device lost itself is shown at once, before any server has heard of it. */
export async function keepLost(room: WorkRoom, lost: readonly LedgerEntry[]): Promise<void> {
  if (lost.length === 0) return;
  const known = await room.records.neverArrived();
  const list = withOwn(known, lost);
  if (list !== known) await room.records.keepNeverArrived(list);
}

/** The list, and what of `lost` it does not name; then its name is `own`, because no server has it so. */
export function withOwn(known: NeverArrived, lost: readonly LedgerEntry[]): NeverArrived {
  const codes = new Set(known.items.map(({ trackingCode }) => trackingCode));
  const fresh = lost.filter(({ trackingCode }) => !codes.has(trackingCode));
  return fresh.length === 0 ? known : { tag: 'own', items: [...known.items, ...fresh.map(itemOf)] };
}

const itemOf = ({ trackingCode, serviceId, queuedAt }: LedgerEntry): NeverArrivedItem => ({
  trackingCode,
  ...(serviceId !== null && { serviceId }),
  announcedAt: new Date(queuedAt).toISOString(),
  state: 'lost',
});

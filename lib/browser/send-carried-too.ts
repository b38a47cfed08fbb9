import type { WorkRoom } from './work-room';

/**
 * Whatever a flush does for this device's own work, work of others that lies here goes as well. Hardly any device
 * carries some, so that its code comes only when there is a package. Never fails: what does not go now goes with the next flush.
 */
export async function sendCarriedToo(room: WorkRoom): Promise<void> {
  const packages = await room.gate.read((db) => db.carriedPackages.count()).catch(() => 0);
  if (packages === 0) return;
  await import('./carry-run').then(({ runCarrier }) => runCarrier(room)).catch(() => undefined);
}

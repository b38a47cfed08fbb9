import { fetchTicket } from '../remote/http-relay';
import type { WorkRoom } from './work-room';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Sees to it that this device holds its own ticket, at most a day old while there is a line. An old one is as good: it
 * is renewed so that a server restored or with new keys knows it. Never fails: what is not had today is had tomorrow.
 */
export async function keepTicket({ records, line, now }: WorkRoom): Promise<void> {
  const [device, held] = [await records.device(), await records.ticket()];
  if (device === null || (held !== null && Math.abs(now() - held.fetchedAt) < DAY)) return;
  const fresh = await fetchTicket(line);
  if (!fresh.ok) return;
  await records.keepTicket({ deviceId: device.deviceId, ticket: fresh.value, fetchedAt: now() });
}

import { eq } from 'drizzle-orm';
import { TICKET_HEADER, ticketSchema } from '../../contract/relay-schema';
import { devices } from '../db/schema/devices';
import type { ServerContext } from '../server-context';
import type { DeviceActor } from './actor';
import { actorOf } from './read-device';

/** Whether somebody calls on behalf of another device. Then the cookie of the one who calls does not count. */
export const hasTicket = (request: Request): boolean => request.headers.has(TICKET_HEADER);

/**
 * The device a ticket speaks for; null when the ticket is none of ours or names a device nobody knows. A revoked one is
 * named as such. Whoever calls may hand in for it and read nothing: only routes that answer with receipts ask here.
 */
export async function readTicketDevice(
  { db, keys }: ServerContext,
  request: Request,
): Promise<DeviceActor | null> {
  const jws = request.headers.get(TICKET_HEADER) ?? '';
  if (!ticketSchema.safeParse(jws).success) return null;
  const claims = await keys.readTicket(jws);
  if (claims === null) return null;
  const [row] = await db.select().from(devices).where(eq(devices.id, claims.device));
  return row ? actorOf(row) : null;
}

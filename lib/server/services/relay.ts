import type { RelayResponse } from '../../contract/wire';
import type { Result } from '../../shared/result';
import type { DeviceActor } from '../auth/actor';
import { type Limited, rateLimit } from '../auth/rate-limiter';
import type { ServerContext } from '../server-context';
import type { NamedItem } from './intake/answer-sheet';
import { takeIn } from './intake/take-in';
import { readPosition } from './read-position';

/**
 * Requests under the ticket of one device, whoever makes them. Counted by ticket, because an address can be invented:
 * a carrier with fifty files of one device is nothing, a script that has found a ticket is.
 */
const relays = rateLimit({ name: 'relay', points: 300, seconds: 60 });

/** Counts one request under a device's ticket. */
export const limitRelay = ({ deviceId }: DeviceActor): Promise<Result<void, Limited>> =>
  relays.consume(deviceId);

/**
 * Takes work in that somebody else brought, into the stream and under the name of the device it comes from: that
 * device's next sync brings the changes down, and what it sends itself later is a duplicate with the same receipt.
 */
export async function relay(
  context: ServerContext,
  origin: DeviceActor,
  items: readonly NamedItem[],
): Promise<RelayResponse> {
  const position = await readPosition(context.db, origin.streamId);
  return { receipts: await takeIn(context, origin, items, position) };
}

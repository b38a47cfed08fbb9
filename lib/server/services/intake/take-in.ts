import type { ItemProblem, SyncReceipt } from '../../../contract/wire';
import type { DeviceActor } from '../../auth/actor';
import { isDataFailure } from '../../db/failures';
import { log } from '../../log';
import type { ServerContext } from '../../server-context';
import { loadVersions } from '../load-versions';
import type { ServerPosition } from '../read-position';
import type { NamedItem } from './answer-sheet';
import { createAnswerSheet } from './answer-sheet';
import { commitItems } from './commit-items';
import { knownReceipts } from './known-receipts';
import type { OpenedItem } from './open-item';
import { openItems } from './open-items';
import { quarantineItems } from './quarantine-items';
import { readItem } from './read-item';

/** Takes items in, each by itself: a bad one is refused and kept in quarantine, and never stops another. */
export async function takeIn(
  context: ServerContext,
  device: DeviceActor,
  items: readonly NamedItem[],
  position: ServerPosition,
): Promise<readonly SyncReceipt[]> {
  if (items.length === 0) return [];
  const answers = createAnswerSheet(items);
  const read = await answers.each(
    items.map((named, place) => ({ place, named })),
    ({ named }) => readItem(named.item),
  );
  const unique = answers.withoutTwins(read);
  for (const [id, receipt] of await knownReceipts(
    context.db,
    unique.map(({ value }) => value),
  ))
    answers.give(id, receipt);
  const fresh = unique.filter(({ value }) => !answers.has(value.submission.id));
  const versions = await loadVersions(
    context.db,
    fresh.map(({ value }) => value.submission.serviceId),
    position.catalogueVersion,
  );
  const open = await openItems(
    context,
    fresh.map(({ value }) => value),
    versions,
  );
  const opened = await answers.each(fresh, ({ value }) => open(value));
  // Before the commit: a correction may name an item that was refused in this same request.
  await quarantineItems(context.db, device, context.now(), answers.refusals());
  const committed = await commit(
    context,
    device,
    opened.map(({ value }) => value),
    position.epoch,
  );
  for (const [id, receipt] of committed) answers.give(id, receipt);
  return answers.receipts();
}

const ATTEMPTS = 3;

/**
 * Commits all at once. When a row itself is at fault (or another stream wrote the same one in this moment), all is
 * done again, and at last one by one, so that only the guilty one is refused.
 */
async function commit(
  context: ServerContext,
  device: DeviceActor,
  items: readonly OpenedItem[],
  epoch: string,
): Promise<ReadonlyMap<string, SyncReceipt>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await commitItems(context, device, items, epoch);
    } catch (error) {
      if (!isDataFailure(error)) throw error;
      if (attempt < ATTEMPTS) continue;
      const [only] = items;
      if (only && items.length === 1) return refuseAsDefect(context, device, only, error);
      const parts = [];
      for (const item of items) parts.push(...(await commit(context, device, [item], epoch)));
      return new Map(parts);
    }
  }
}

async function refuseAsDefect(
  context: ServerContext,
  device: DeviceActor,
  { submission }: OpenedItem,
  error: unknown,
) {
  log.error({ err: error }, 'an item could not be written');
  const problem: ItemProblem = { code: 'internal' };
  await quarantineItems(context.db, device, context.now(), [
    { item: submission, submissionId: submission.id, problem },
  ]);
  return new Map([[submission.id, { id: submission.id, outcome: 'refused' as const, problem }]]);
}

import { ok, type Result } from '../../../shared/result';
import type { ServerContext } from '../../server-context';
import { type PublishedVersions, versionKey } from '../load-versions';
import { type OpenedItem, openItem } from './open-item';
import { openingThread } from './opening-thread';
import type { ItemFailure, ReadItem } from './read-item';

/** So few are opened sooner than a second thread has heard of them. */
const FEW = 4;

/**
 * A way to open one of these items after the other. Many are opened on a second thread, together; what that one does not answer is
 * opened here, when its turn comes.
 */
export async function openItems(
  { keys, now, config }: ServerContext,
  items: readonly ReadItem[],
  versions: PublishedVersions,
): Promise<(item: ReadItem) => Promise<Result<OpenedItem, ItemFailure>>> {
  const at = now();
  const published = (item: ReadItem) => versions.get(versionKey(item.submission));
  const thread = items.length > FEW ? openingThread(config.dataDir) : undefined;
  const opened = await thread?.open(
    items.map((item) => ({ item, published: published(item) })),
    at,
  );
  const answers = new Map(items.map((item, place) => [item, opened?.[place]]));
  return async (item) => {
    const answer = answers.get(item);
    if (!answer) return openItem(item, published(item), keys, at);
    return answer.ok ? ok({ ...item, ...answer.value }) : answer;
  };
}

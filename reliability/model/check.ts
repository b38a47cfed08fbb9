import { createDexieOutboxStore } from '../../lib/local/dexie-outbox-store';
import { upcastDraftRow } from '../../lib/local/upcast-draft';
import type { OutboxItem } from '../../lib/outbox/item';
import { epochOf, type World } from './world';

type State = OutboxItem['state'];

/** How an item may go on while the server keeps its books (I7). */
const NEXT: Record<State, ReadonlySet<State>> = {
  queued: new Set(['queued', 'sending', 'waiting', 'received', 'needs-attention']),
  sending: new Set(['sending', 'queued', 'waiting', 'received', 'needs-attention']),
  waiting: new Set(['waiting', 'queued', 'sending', 'received', 'needs-attention']),
  'needs-attention': new Set(['needs-attention', 'queued', 'received', 'sending', 'waiting']),
  received: new Set(['received']),
};

/** What an item was at the last look. */
export type Seen = Map<string, State>;

function insist(holds: boolean, problem: string): asserts holds {
  if (!holds) throw new Error(problem);
}

/** What holds after every single action. Throws with the invariant's name. */
export async function check(world: World, seen: Seen): Promise<void> {
  for (const task of world.tasks) {
    const error = task.failure as Error | undefined;
    if (error !== undefined && error.name !== 'StoreError') throw error;
  }
  const items = new Map(
    (await createDexieOutboxStore(world.tabs[0].gate).all()).map((item) => [item.id, item]),
  );
  for (const [id, bytes] of world.saved) {
    if (world.evicted.has(id)) continue;
    const item = items.get(id);
    insist(item !== undefined, `I1: ${id} was saved and is gone`);
    checkItem(world, item, bytes);
    checkWay(world, seen, item);
  }
  for (const [id, item] of items)
    insist(
      item.submission.sealed.ct === '' || world.tried.get(id)?.has(JSON.stringify(item.submission)) === true,
      `I4: ${id} lies in the queue and nobody put it there so`,
    );
  checkServer(world);
  world.tasks.splice(0, world.tasks.length, ...world.tasks.filter((task) => !task.isOver));
}

function checkItem(world: World, item: OutboxItem, bytes: string): void {
  const { id, submission } = item;
  insist(item.v === 1 && Number.isFinite(item.attempts) && Number.isFinite(item.queuedAt), `shape of ${id}`);
  const isReadable = submission.sealed.ct !== '';
  if (isReadable) insist(JSON.stringify(submission) === bytes, `I1: the bytes of ${id} changed`);
  else insist(world.server.isBackedUp(id), `I1: the only copy of ${id} was let go`);
  if (item.state === 'received' && item.receipt.epoch === epochOf(world))
    insist(world.server.bytesOf(id) === bytes, `I3: ${id} is received and the server lacks it`);
}

function checkWay(world: World, seen: Seen, { id, state }: OutboxItem): void {
  const before = seen.get(id) ?? 'queued';
  // Once books were lost, an answer of the old ones may come late and send an item round again (OB-21).
  const mayGoBack = before === 'received' && world.restores > 0;
  insist(mayGoBack || NEXT[before].has(state), `I7: ${id} went from ${before} to ${state}`);
  seen.set(id, state);
}

function checkServer({ server, tried }: World): void {
  for (const [id, offered] of server.offered) {
    insist(offered.size <= 1, `I2: ${id} was offered as other bytes`);
    insist(server.effectsOf(id) <= 1, `I2: ${id} had its effect twice`);
    for (const bytes of offered)
      insist(tried.get(id)?.has(bytes) === true, `I4: ${id} was offered and never queued`);
  }
}

/** What also holds when everything has settled: I6, the change feed, the files, the drafts. */
export async function checkSettled(world: World): Promise<void> {
  const { gate } = world.tabs[0];
  const store = createDexieOutboxStore(gate);
  const cases = new Map((await store.caseStates()).map((one) => [one.submissionId, one]));
  const books = world.server.answer({ protocol: 1, cursor: 0, catalogueVersion: 1, submissions: [] });
  insist(books.epoch === epochOf(world), 'the model counts epochs as the server does');
  for (const item of await store.all()) {
    const { id, state } = item;
    insist(state === 'received' || state === 'needs-attention', `I6: ${id} is still ${state}`);
    if (state === 'needs-attention') {
      insist(item.problem.code !== 'damaged', `I1: ${id} cannot be read any more`);
      continue;
    }
    insist(world.server.has(id), `I1: ${id} is received and the server lacks it`);
    insist(
      item.receipt.epoch === epochOf(world) || item.released === true,
      `I3: ${id} has a receipt of lost books`,
    );
    const status = world.server.statusOf(id);
    insist(
      cases.get(id)?.status === status,
      `I8: ${id} is ${status} and the device says ${cases.get(id)?.status}`,
    );
    for (const file of await gate.read((db) => db.files.where('submissionId').equals(id).toArray()))
      checkFile(world, file);
  }
  for (const known of world.drafts) {
    const row = upcastDraftRow(await gate.read((db) => db.drafts.get(known.id)));
    insist(row !== null, `I1: the draft ${known.id} is gone`);
    insist(row.owner === known.owner, `I5: the draft ${known.id} changed hands`);
    insist(row.serviceVersion === known.version, `the draft ${known.id} changed its form`);
    const pinned = await gate.read((db) => db.definitions.get([row.serviceId, row.serviceVersion]));
    insist(pinned?.definition.version === known.version, `the form of ${known.id} is gone`);
    const isQueued = (await store.get(known.id)) !== undefined;
    insist(
      (row.state === 'kept') === isQueued,
      `I1: the draft ${known.id} is ${row.state}, queued: ${isQueued}`,
    );
  }
}

function checkFile(
  world: World,
  { attachmentId, state }: { readonly attachmentId: string; readonly state: string },
): void {
  insist(state === 'sent', `I6: the file ${attachmentId} is still ${state}`);
  insist(world.serverFiles.has(attachmentId), `I3: the file ${attachmentId} is sent and the server lacks it`);
}

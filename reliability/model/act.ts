import { createDexieOutboxStore } from '../../lib/local/dexie-outbox-store';
import { askAgain } from '../../lib/outbox/ask-again';
import type { OutboxItem } from '../../lib/outbox/item';
import { idOf } from '../../lib/outbox/testing/make-item';
import type { Action, ModelFault, TabIndex } from './action';
import { openTab, runnerOf } from './device';
import { attachFile, beginDraft, editDraft, submitDraft } from './person';
import { Task } from './task';
import { openDevice, type World } from './world';

/** Does one action, and everything that follows from it up to the next stop. */
export async function act(world: World, action: Action): Promise<void> {
  world.history.push(JSON.stringify(action));
  switch (action.do) {
    case 'new-draft':
      return begin(world, action, (task) => beginDraft(world, task));
    case 'edit':
      return begin(world, action, (task) => editDraft(world, task, action.n));
    case 'attach':
      return begin(world, action, (task) => attachFile(world, task, action.n));
    case 'submit':
      return begin(world, action, (task) => submitDraft(world, task, action.n));
    case 'submit-twice':
      return submitTwice(world, action);
    case 'flush':
      world.faults.push(...action.faults);
      return begin(world, action, (task) => flush(world, task, action.hurry));
    case 'step':
      return stepTask(world, action.task, action.calls);
    case 'quota':
      Object.assign(world.storeFaults, { left: action.nth, how: action.how });
      return;
    case 'clock':
      world.now += action.ms;
      return;
    case 'deploy':
      return writeOtherVersion(world, action.n, action.shape);
    case 'ask-again':
      world.server.refusals.delete(nth(world, action.n));
      await tolerating(askAgain({ store: storeOf(world), clock: () => world.now }, nth(world, action.n)));
      return;
    default:
      return happen(world, action);
  }
}

/** What happens to a device, a line or a server by itself. */
async function happen(
  world: World,
  action: Exclude<
    Action,
    {
      do:
        | 'new-draft'
        | 'edit'
        | 'attach'
        | 'submit'
        | 'submit-twice'
        | 'flush'
        | 'step'
        | 'quota'
        | 'clock'
        | 'deploy'
        | 'ask-again';
    }
  >,
): Promise<void> {
  switch (action.do) {
    case 'crash':
      return crash(world, action.tab);
    case 'freeze':
      world.tabs[action.tab].isFrozen = !world.tabs[action.tab].isFrozen;
      return;
    case 'evict':
      return evict(world);
    case 'publish-form':
      world.formVersion += 1;
      return;
    case 'revoke-device':
      world.isRevoked = !world.isRevoked;
      return;
    case 'switch-user':
      world.user = world.user === 'citizen' ? 'user:shiuli' : 'citizen';
      return;
    case 'deliver-late': {
      const request = world.late.shift();
      if (request) world.server.answer(request);
      return;
    }
    case 'server-down':
      world.downFor += action.requests;
      return;
    case 'back-up':
      world.backedUpFiles = new Map(world.serverFiles);
      return world.server.backUp();
    case 'restore-backup':
      world.restores += 1;
      world.serverFiles = new Map(world.backedUpFiles);
      return world.server.restore();
    case 'decide':
      return world.server.decide(nth(world, action.n), 'accepted');
    case 'refuse':
      world.server.refusals.set(nth(world, action.n), { code: 'validation-failed' });
      return;
  }
}

async function begin(
  world: World,
  { do: name, tab, calls }: { readonly do: string; readonly tab: TabIndex; readonly calls: number },
  work: (task: Task) => Promise<unknown>,
): Promise<void> {
  const task = new Task(tab, name);
  world.tasks.push(task);
  await task.begin(work);
  if (!world.tabs[tab].isFrozen) await task.run(calls);
}

/** A double click that reaches two tabs: their calls come one after the other in turn. */
async function submitTwice(
  world: World,
  { n, first }: { readonly n: number; readonly first: TabIndex },
): Promise<void> {
  const tabs: TabIndex[] = first === 0 ? [0, 1] : [1, 0];
  for (const tab of tabs)
    await begin(world, { do: 'submit-twice', tab, calls: 0 }, (task) => submitDraft(world, task, n));
  const pair = world.tasks.slice(-2);
  for (let step = 0; step < 60 && pair.some((task) => !task.isOver); step += 1)
    for (const task of pair) if (!world.tabs[task.tab as TabIndex].isFrozen) await task.step();
}

async function flush(world: World, task: Task, hurry: boolean): Promise<void> {
  const tab = world.tabs[task.tab as TabIndex];
  await runnerOf(world, tab, task).flushOnce({ hurry });
}

async function stepTask(world: World, n: number, calls: number): Promise<void> {
  const alive = world.tasks.filter((task) => !task.isOver && !world.tabs[task.tab as TabIndex].isFrozen);
  await alive[n % Math.max(1, alive.length)]?.run(calls);
}

function crash(world: World, index: TabIndex): void {
  for (const task of world.tasks) if (task.tab === index) task.kill();
  world.tabs[index].gate.db.close();
  world.tabs[index] = openTab(world, index);
}

/** The browser takes everything: the one loss that a device cannot prevent. */
async function evict(world: World): Promise<void> {
  crash(world, 0);
  crash(world, 1);
  for (const id of world.saved.keys()) world.evicted.add(id);
  world.drafts.length = 0;
  world.evictions += 1;
  world.storeFaults.left = 0;
  await openDevice(world);
}

/** A tab of another build was here: the row is as that build wrote it. */
async function writeOtherVersion(world: World, n: number, shape: 'older' | 'newer'): Promise<void> {
  const { gate } = world.tabs[0];
  const left = world.storeFaults.left;
  world.storeFaults.left = 0;
  await gate.write([gate.db.outbox], async (db) => {
    const row = await db.outbox.get(nth(world, n));
    if (row === undefined) return;
    await db.outbox.put(shape === 'newer' ? newerRow(row) : olderRow(row));
  });
  world.storeFaults.left = left;
}

const newerRow = (row: OutboxItem): OutboxItem => ({ ...row, v: 2, mood: 'good' }) as never;

/** Before version 1 rows had neither `v` nor `attempts`, and a lease was not kept with them. */
function olderRow(row: OutboxItem): OutboxItem {
  const { v: _, attempts: __, ...old } = row;
  const { lease: ___, ...rest } = old as typeof old & { lease?: unknown };
  return rest as never;
}

const storeOf = (world: World) => createDexieOutboxStore(world.tabs[0].gate);

/** Id of the n-th application that was ever tried; of an invented one when there is none. */
export function nth(world: World, n: number): string {
  const ids = [...world.tried.keys()];
  return ids[n % Math.max(1, ids.length)] ?? idOf(999);
}

/** A planned failure of the store is a fine answer to a person's wish. */
async function tolerating(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if ((error as Error).name !== 'StoreError') throw error;
  });
}

export type { ModelFault };

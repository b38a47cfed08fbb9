/*
 * Runs inside a page of our own origin: the app's own road from an application to a verified receipt that is stored, on the
 * real IndexedDB. Bundled by `bundle-page.ts`. The page is otherwise empty, so nothing else of the app uses the line.
 */
import { refreshCatalogue } from '../../../lib/browser/catalogue-refresh';
import { answerSet } from '../../../lib/browser/draft-mutation';
import { writeDraft } from '../../../lib/browser/draft-writer';
import { enrolIn } from '../../../lib/browser/enrol-device';
import { prepareToQueue, queueDraft } from '../../../lib/browser/queue-draft';
import { createWindowSync, type WindowSync } from '../../../lib/browser/window-sync';
import { createWorkRoom, type WorkRoom } from '../../../lib/browser/work-room';
import { ownerOf } from '../../../lib/local/record-store';
import type { BenchDocument } from '../documents';
import { attachPhotos, type PhotoPlan } from './attach-photos';

let room: WorkRoom | undefined;
let sync: WindowSync | undefined;
const waiting: { readonly isOver: (room: WorkRoom) => Promise<boolean>; readonly resolve: () => void }[] = [];

/** The app's room; after each answer that was stored it is looked whether what somebody waits for has come. */
function watchedRoom(): WorkRoom {
  const made = createWorkRoom();
  const look = async () => {
    for (const one of [...waiting])
      if (await one.isOver(made)) {
        waiting.splice(waiting.indexOf(one), 1);
        one.resolve();
      }
  };
  return {
    ...made,
    outbox: {
      ...made.outbox,
      async commitSync(commit) {
        await made.outbox.commitSync(commit);
        await look();
      },
    },
    files: {
      ...made.files,
      async change(id, patch) {
        await made.files.change(id, patch);
        if (patch.state === 'sent') await look();
      },
    },
  };
}

const theRoom = (): WorkRoom => {
  if (room === undefined) throw new Error('not opened');
  return room;
};

/** An own phone that the server knows, with catalogue and keys, as after a first visit. */
async function open(): Promise<void> {
  room = watchedRoom();
  const enrolled = await enrolIn(room, 'personal', 'bench');
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.problem.type}`);
  await refreshCatalogue(room);
  await theRoom().keys.keyOf(ownerOf(await room.records.person()));
  sync = createWindowSync(room);
}

/** Drafts in the vault, then each checked, sealed and queued in one durable transaction. Milliseconds of the latter, one each. */
async function save(documents: readonly BenchDocument[], photos?: PhotoPlan): Promise<readonly number[]> {
  const { drafts, reference, records } = theRoom();
  const owner = ownerOf(await records.person());
  const times: number[] = [];
  for (const { id, serviceId, answers, consent, fee } of documents) {
    const form = await reference.form(serviceId);
    if (!form) throw new Error(`no service ${serviceId} on this device`);
    const { definition, optionSets } = form;
    const content = { answers, consent, fee, fileKeys: {}, attachments: [] };
    const withFiles = await attachPhotos(id, content, photos);
    await drafts.create({ id, owner, definition, optionSets, ...withFiles }, Date.now());
    // As the page does on which a person reads it back.
    await prepareToQueue(theRoom(), id);
    const begun = performance.now();
    const queued = await queueDraft(theRoom(), id);
    times.push(performance.now() - begun);
    if (!queued.ok) throw new Error(`not queued: ${JSON.stringify(queued.problem)}`);
  }
  return times;
}

/** Each document's draft with one answer after the other written into it, as typing does. Milliseconds of each write. */
async function writeAnswers(documents: readonly BenchDocument[]): Promise<readonly number[]> {
  const { drafts, reference, records, now } = theRoom();
  const owner = ownerOf(await records.person());
  const times: number[] = [];
  for (const { serviceId, answers } of documents) {
    const form = await reference.form(serviceId);
    if (!form) throw new Error(`no service ${serviceId} on this device`);
    const { definition, optionSets } = form;
    const content = { answers, fileKeys: {}, attachments: [] };
    const id = theRoom().newId();
    const row = await drafts.create({ id, owner, definition, optionSets, content }, now());
    const mutations = [answerSet('applicant_phone', '+8801700000000')];
    const begun = performance.now();
    const written = await writeDraft(drafts, { row, content }, { mutations, now: now() });
    times.push(performance.now() - begun);
    if (!written.ok) throw new Error(`not written: ${written.problem.type}`);
    await drafts.remove(id);
  }
  return times;
}

const allReceived = async ({ outbox }: WorkRoom): Promise<boolean> =>
  (await outbox.all()).every(({ state }) => state === 'received');

const allSent = async ({ gate }: WorkRoom): Promise<boolean> =>
  (await gate.read(() => gate.db.files.where('state').notEqual('sent').count())) === 0;

function until(isOver: (room: WorkRoom) => Promise<boolean>): Promise<void> {
  return new Promise((resolve) => waiting.push({ isOver, resolve }));
}

/** As "send now": resolves when the last receipt is verified and stored. The app goes on by itself after a failure. */
async function send(): Promise<void> {
  const over = until(allReceived);
  void sync?.flush({ hurry: true });
  await over;
}

/** As the form does it when an application has just been queued: sends, and does not wait for it. */
const sendSoon = (): void => void sync?.flush();

/** As "send now", until the last file is with the server as well. */
async function sendWithFiles(): Promise<void> {
  const over = until(async (all) => (await allReceived(all)) && allSent(all));
  void sync?.flush({ hurry: true });
  await over;
}

/** Resolves when everything is received, without asking for anything: the app is left to itself. */
const received = (): Promise<void> => until(allReceived);

/** What the app does by itself from its start on. */
const start = (): void => sync?.start();

/** Bytes of all encrypted files on this device. */
const storedBytes = (): Promise<number> =>
  theRoom().gate.read(async () => {
    const rows = await theRoom().gate.db.files.toArray();
    return rows.reduce((sum, { bytes }) => sum + bytes, 0);
  });

/** How the queue stands, for a run that did not end. */
async function state(): Promise<unknown> {
  const counts: Record<string, number> = {};
  for (const item of await theRoom().outbox.all()) {
    const why = item.state === 'waiting' ? `waiting ${item.reason}` : item.state;
    counts[why] = (counts[why] ?? 0) + 1;
  }
  return counts;
}

const peer = {
  open,
  save,
  writeAnswers,
  send,
  sendSoon,
  sendWithFiles,
  received,
  start,
  state,
  storedBytes,
};

export type QueuePage = typeof peer;

Object.assign(globalThis, { peer });

// Every page of the app is served with this policy; the empty one, which is none of them, is not.
const policy = document.createElement('meta');
policy.name = 'referrer';
policy.content = 'no-referrer';
document.head.append(policy);

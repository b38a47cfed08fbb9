/*
 * Runs inside a page: the app's own way from a draft to the queue and to the server, without a form to walk through.
 * Bundled and put into a page by put-app-in-page.ts.
 */
import { sealFile } from '../../lib/browser/attached-file';
import { beginDraft } from '../../lib/browser/begin-draft';
import { answerSet, fileAttached, partSet } from '../../lib/browser/draft-mutation';
import { createDraftSession } from '../../lib/browser/draft-session';
import { writeDraft } from '../../lib/browser/draft-writer';
import { queueDraft } from '../../lib/browser/queue-draft';
import { askForKey } from '../../lib/browser/shared-keys';
import { createWindowSync } from '../../lib/browser/window-sync';
import { createWorkRoom } from '../../lib/browser/work-room';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';

const SERVICE = 'nationality-character-certificate';

const room = createWorkRoom({ askElsewhere: (_, kid) => askForKey(kid) });
let sync: ReturnType<typeof createWindowSync> | undefined;

/** A page has its sender only once it asks for it: each one shows that it lives. */
function sender() {
  sync ??= createWindowSync(room);
  return sync;
}

/** A finished application of an invented person, its files as small as `picture`, ready to be handed in. */
async function writeApplication(nth: number, picture: string): Promise<string> {
  const begun = await beginDraft(room, SERVICE);
  if (!begun.ok) throw new Error(begun.problem.type);
  const { id } = begun.value;
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  const pinned = row && (await room.drafts.pinned(row.serviceId, row.serviceVersion));
  if (!row || !content || !pinned) throw new Error('the draft is not there');
  const at = new Date(room.now()).toISOString();
  const { answers, attachments } = generateAnswers({
    ...pinned,
    chance: seededChance(nth),
    today: at.slice(0, 10),
    fullness: 0,
  });
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const files = await Promise.all(
    attachments.map(async ({ slot }) => {
      const about = { slot, submissionId: id, attachmentId: room.newId(), mediaType: 'image/jpeg' as const };
      const { attachment, key, file } = await sealFile(bytes, { ...about, name: 'paper.jpg' });
      return fileAttached(attachment, key, file);
    }),
  );
  const words = Object.entries(answers).filter(([key]) => !isFileAnswer(answers[key]));
  const consent = { textVersion: '2026-1', lang: 'bn', given: 'tick', forWhom: 'self', at } as const;
  const written = await writeDraft(
    room.drafts,
    { row, content },
    {
      mutations: [
        ...words.map(([key, answer]) => answerSet(key, answer)),
        ...files,
        partSet('consent', consent),
      ],
      now: room.now(),
    },
  );
  if (!written.ok) throw new Error(written.problem.type);
  return id;
}

const isFileAnswer = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'attachmentIds' in answer;

/** Writes and hands in so many; resolves with their tracking codes. */
async function handIn(count: number, picture: string): Promise<readonly string[]> {
  const codes: string[] = [];
  for (let nth = 1; nth <= count; nth += 1) {
    const queued = await queueDraft(room, await writeApplication(nth, picture));
    if (!queued.ok) throw new Error(JSON.stringify(queued.problem));
    codes.push(queued.value.trackingCode);
  }
  return codes;
}

/** What a working counter does all at once until it is killed; what it was told is kept says `say`, word by word. */
async function workUntilKilled(draftId: string, picture: string): Promise<void> {
  await Promise.all([typeInto(draftId), handInOneByOne(picture), sendAgainAndAgain()]);
}

/** Types 1, 2, 3 … in one field. `typed` before, `saved` when the screen may say so. */
async function typeInto(draftId: string): Promise<void> {
  const session = createDraftSession(draftId, async () => room);
  session.subscribe(() => {
    const { saveState, answers } = session.get();
    if (saveState === 'saved') say({ saved: Number(answers.purpose ?? 0) });
  });
  await until(() => session.get().status === 'open');
  for (let letter = Number(session.get().answers.purpose ?? 0) + 1; ; letter += 1) {
    say({ typed: letter });
    session.get().setAnswer('purpose', String(letter));
    await pause(Math.random() * 30);
  }
}

async function handInOneByOne(picture: string): Promise<void> {
  for (let nth = 1; ; nth += 1) {
    const queued = await queueDraft(room, await writeApplication(nth, picture));
    if (!queued.ok) throw new Error(JSON.stringify(queued.problem));
    say({ queued: queued.value.id });
  }
}

async function sendAgainAndAgain(): Promise<void> {
  for (;;) {
    await sender().flush({ hurry: true });
    await pause(50);
  }
}

/** What lies on the device after a death, and what does not fit together there. */
async function inspect(draftId: string) {
  const { db } = room.gate;
  await room.gate.open();
  const [drafts, items, files, counter] = await Promise.all([
    db.drafts.toArray(),
    db.outbox.toArray(),
    db.files.toArray(),
    db.records.get('counter'),
  ]);
  const torn: string[] = [];
  let typed = -1;
  for (const row of drafts) {
    const content = await room.drafts.open(row);
    const item = items.find(({ id }) => id === row.id);
    if (content === null) torn.push(`${row.id} cannot be read`);
    if (row.id === draftId) typed = Number(content?.answers.purpose ?? 0);
    if ((row.state === 'kept') !== Boolean(item)) torn.push(`${row.id} is ${row.state} and ${item?.state}`);
    for (const { id, bytes } of content?.attachments ?? []) {
      const file = files.find(({ attachmentId }) => attachmentId === id);
      if (!file || (row.state === 'kept' && file.state === 'draft')) torn.push(`${id} is ${file?.state}`);
      else if (file.state !== 'sent' && !(await room.files.readSlice(id, 0, bytes)))
        torn.push(`${id} has no bytes`);
    }
  }
  const codes = new Set(items.map(({ submission }) => submission.trackingCode));
  if (codes.size !== items.length) torn.push('a code was given twice');
  const next = counter?.key === 'counter' ? counter.next : 0;
  if (items.length > 0 && next !== items.length + 1) torn.push(`${items.length} items and ${next} is next`);
  return { typed, torn, items: items.map(({ id, state }) => ({ id, state })) };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

/** Heard outside at once, also when the page dies behind it. */
function say(word: { readonly typed?: number; readonly saved?: number; readonly queued?: string }): void {
  console.log(`SAID ${JSON.stringify(word)}`);
}

const appInPage = {
  handIn,
  writeApplication,
  workUntilKilled,
  inspect,
  sendNow: () => sender().flush({ hurry: true, afterFailure: true }),
};
export type AppInPage = typeof appInPage;

Object.assign(globalThis, { appInPage });

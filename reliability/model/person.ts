import { createHash } from 'node:crypto';
import { makeTrackingCode } from '../../lib/contract/tracking-code';
import type { WireSubmission } from '../../lib/contract/wire';
import { commitQueued } from '../../lib/local/commit-queued';
import type { DraftContent, FileRow } from '../../lib/local/rows';
import { SAMPLE_SERVICE } from '../../lib/local/testing/sample-items';
import { idOf } from '../../lib/outbox/testing/make-item';
import type { TabIndex } from './action';
import { roomOf } from './device';
import type { Task } from './task';
import type { KnownDraft, World } from './world';

const contentOf = (answer: string, files: readonly string[]): DraftContent => ({
  answers: { name: answer },
  fileKeys: Object.fromEntries(files.map((id) => [id, 'key'])),
  attachments: files.map((id) => ({ ...headerOf(id), name: 'photo.jpg' })),
});

const FILE_BYTES = 24;
const headerOf = (id: string) => {
  const sha256 = createHash('sha256').update(fileContent(id)).digest('hex');
  return { id, slot: 'field:photo', mediaType: 'image/jpeg', bytes: FILE_BYTES, sha256 } as const;
};

/** Bytes of a file by its id, so that the server's copy can be told right from wrong. */
export function fileContent(id: string): Uint8Array {
  return new TextEncoder().encode(id.slice(-FILE_BYTES).padEnd(FILE_BYTES, '-'));
}

const roomFor = (world: World, task: Task) => roomOf(world.tabs[task.tab as TabIndex], task);

/** A person begins an application. */
export async function beginDraft(world: World, task: Task): Promise<void> {
  const { drafts } = roomFor(world, task);
  const known: KnownDraft = {
    id: idOf(world.nextName++),
    owner: world.user,
    version: world.formVersion,
    answer: 'begun',
    files: [],
  };
  const definition = { ...SAMPLE_SERVICE, version: known.version };
  await drafts.create(
    { id: known.id, owner: known.owner, definition, optionSets: {}, content: contentOf(known.answer, []) },
    world.now,
  );
  world.drafts.push(known);
}

/** A person writes one word into an open draft. */
export async function editDraft(world: World, task: Task, n: number): Promise<void> {
  const known = world.drafts[n % Math.max(1, world.drafts.length)];
  if (!known) return;
  const { drafts } = roomFor(world, task);
  const row = await drafts.row(known.id);
  const content = row && (await drafts.open(row));
  if (!row || !content || row.state !== 'open') return;
  const answer = `word ${world.nextName++}`;
  const saved = await drafts.save(
    row,
    { content: { ...content, answers: { ...content.answers, name: answer } } },
    world.now,
  );
  if (saved.type === 'saved') known.answer = answer;
}

/** A person adds a photograph to an open draft. */
export async function attachFile(world: World, task: Task, n: number): Promise<void> {
  const known = world.drafts[n % Math.max(1, world.drafts.length)];
  if (!known) return;
  const { drafts } = roomFor(world, task);
  const row = await drafts.row(known.id);
  const content = row && (await drafts.open(row));
  if (!row || !content || row.state !== 'open') return;
  const id = `file-${world.nextName++}`.padStart(FILE_BYTES, '0');
  const file: FileRow = {
    ...headerOf(id),
    v: 1,
    attachmentId: id,
    submissionId: known.id,
    state: 'draft',
    offset: 0,
  };
  const next: DraftContent = {
    ...content,
    attachments: [...content.attachments, { ...headerOf(id), name: 'photo.jpg' }],
  };
  const saved = await drafts.save(
    row,
    { content: next, addFiles: [{ row: file, box: fileContent(id) }] },
    world.now,
  );
  if (saved.type === 'saved') known.files.push(id);
}

/** What `lib/browser/queue-draft.ts` does, with a seal that costs nothing: the answers lie open in `ct`. */
export async function submitDraft(world: World, task: Task, n: number): Promise<void> {
  const known = world.drafts[n % Math.max(1, world.drafts.length)];
  if (!known) return;
  const { drafts, records, gate } = roomFor(world, task);
  for (let tries = 0; tries < 5; tries += 1) {
    const row = await drafts.row(known.id);
    const content = row && (await drafts.open(row));
    const count = await records.nextCount();
    if (!row || !content || !count || row.state === 'kept') return;
    const submission: WireSubmission = {
      id: row.id,
      trackingCode: makeTrackingCode(count.deviceCode, count.next),
      serviceId: row.serviceId,
      serviceVersion: row.serviceVersion,
      queuedAt: '2026-11-22T04:42:00.000Z',
      sealed: { kid: 'seal-1', enc: 'E', ct: String(content.answers.name), z: 'deflate' },
      attachments: content.attachments.map(({ id }) => headerOf(id)),
    };
    const bytes = JSON.stringify(submission);
    world.tried.set(row.id, (world.tried.get(row.id) ?? new Set()).add(bytes));
    await task.turn();
    const outcome = await commitQueued(gate, {
      item: { v: 1, id: row.id, submission, queuedAt: world.now, attempts: 0, state: 'queued' },
      base: row,
      keptBox: row.box,
      counter: { deviceCode: count.deviceCode, used: count.next },
      now: world.now,
    });
    if (outcome === 'queued') told(world, known, submission);
    if (outcome === 'queued' || outcome === 'missing') return;
  }
}

function told(world: World, known: KnownDraft, submission: WireSubmission): void {
  if (world.saved.has(known.id)) throw new Error(`I2: ${known.id} was queued twice`);
  if (submission.sealed.ct !== known.answer)
    throw new Error(`I8: ${known.id} was queued with "${submission.sealed.ct}", not "${known.answer}"`);
  if (submission.attachments.map(({ id }) => id).join() !== known.files.join())
    throw new Error(`I8: ${known.id} was queued without a file of its draft`);
  if (world.trackingCodes.has(submission.trackingCode))
    throw new Error(`I2: ${submission.trackingCode} was given twice`);
  world.trackingCodes.add(submission.trackingCode);
  world.saved.set(known.id, JSON.stringify(submission));
}

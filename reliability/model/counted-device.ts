import { sealFile } from '../../lib/browser/attached-file';
import { beginDraft } from '../../lib/browser/begin-draft';
import { answerSet, type DraftMutation, fileAttached, partSet } from '../../lib/browser/draft-mutation';
import { writeDraft } from '../../lib/browser/draft-writer';
import { createFileSender } from '../../lib/browser/file-sender';
import { createReceiptVerifier } from '../../lib/browser/receipt-verifier';
import { createFakeDevice } from '../../lib/browser/testing/fake-device';
import { createWorkRoom } from '../../lib/browser/work-room';
import { verifyReceipt } from '../../lib/crypto/receipt';
import { submissionHash } from '../../lib/crypto/submission-hash';
import { SAMPLE_SERVICE } from '../../lib/local/testing/sample-items';
import { createOutboxRunner } from '../../lib/outbox/run-outbox';
import { createHttpSyncSender } from '../../lib/remote/http-sync-sender';
import { uploadFile } from '../../lib/remote/tus-uploader';
import { assert } from '../../lib/shared/assert';
import { CallCounter, countDatabaseCalls, type DatabaseFailure } from './failing-calls';

export type CountedDevice = Awaited<ReturnType<typeof openCountedDevice>>;

/** The app's own code on a device whose every call of a port is counted, and a server in memory with real keys. */
export async function openCountedDevice(failure: DatabaseFailure) {
  const { server, room: plain } = await createFakeDevice();
  const counter = new CallCounter();
  const refused = new Set<string>();
  const device = { now: Date.now(), isPortal: false };
  countDatabaseCalls(plain.gate.db, counter, failure);
  const line = {
    origin: '',
    now: () => device.now,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      counter.count('line.fetch', () => new TypeError('fetch failed'));
      if (device.isPortal)
        return new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } });
      const response = await server.fetch(input, init);
      return refused.size > 0 && String(input).endsWith('/sync') ? refusing(response, refused) : response;
    },
  };
  const room = createWorkRoom({
    work: plain.gate,
    reference: plain.referenceGate,
    line,
    now: () => device.now,
  });
  const keys = async () => server.keys;
  const runner = createOutboxRunner({
    store: room.outbox,
    sender: createHttpSyncSender(line),
    verifier: counter.around(
      'verifier',
      createReceiptVerifier({
        tools: () => ({ verifyReceipt, submissionHash }),
        keys,
        freshKeys: keys,
      }),
    ),
    files: createFileSender({
      files: room.files,
      upload: (job, signal) => uploadFile(line, job, signal),
      now: () => device.now,
    }),
    clock: () => device.now,
    chance: () => {
      counter.count('chance');
      return 0.5;
    },
    owner: 'tab',
    catalogueVersion: () => 1,
  });
  return { server, counter, refused, device, room, runner };
}

/** The server's answer, with these ids refused. */
async function refusing(response: Response, refused: ReadonlySet<string>): Promise<Response> {
  const answer = (await response.json()) as { receipts: { id: string }[] };
  const receipts = answer.receipts.map((receipt) =>
    refused.has(receipt.id)
      ? { id: receipt.id, outcome: 'refused', problem: { code: 'validation-failed' } }
      : receipt,
  );
  return Response.json({ ...answer, receipts });
}

/** Writes into a draft as the form does. */
export async function write(
  { room }: Pick<CountedDevice, 'room'>,
  id: string,
  mutations: readonly DraftMutation[],
) {
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  assert(row && content, 'the draft is there');
  return writeDraft(room.drafts, { row, content }, { mutations, now: room.now() });
}

export const named = (name: string) => answerSet('name', name);

/** A photograph of an invented child, sealed for a draft. */
export async function photograph(id: string): Promise<DraftMutation> {
  const about = {
    submissionId: id,
    attachmentId: crypto.randomUUID(),
    slot: 'field:photo',
    mediaType: 'image/jpeg',
    name: 'a',
  } as const;
  const sealed = await sealFile(new Uint8Array(700).fill(7), about);
  return fileAttached(sealed.attachment, sealed.key, sealed.file);
}

/** A draft that lacks nothing. */
export async function filledDraft(
  device: Pick<CountedDevice, 'room'>,
  { withFile = false } = {},
): Promise<string> {
  const draft = await beginDraft(device.room, SAMPLE_SERVICE.id);
  assert(draft.ok, 'a draft can be begun');
  const consent = {
    textVersion: '1',
    lang: 'bn',
    given: 'tick',
    forWhom: 'child',
    at: '2026-11-22T04:00:00.000Z',
  } as const;
  const { id } = draft.value;
  // Consent comes last: what is changed after it needs it again.
  const file = withFile ? [await photograph(id)] : [];
  await write(device, id, [named('রহিমা খাতুন'), ...file, partSet('consent', consent)]);
  return id;
}

import sharp from 'sharp';
import { sealFile } from '../../lib/browser/attached-file';
import { beginDraft } from '../../lib/browser/begin-draft';
import { answerSet, fileAttached, partSet } from '../../lib/browser/draft-mutation';
import { writeDraft } from '../../lib/browser/draft-writer';
import { queueDraft } from '../../lib/browser/queue-draft';
import { createWorkRoom, type WorkRoom } from '../../lib/browser/work-room';
import { importReceiptPrivateKey, signReceipt } from '../../lib/crypto/sign-receipt';
import { submissionHash } from '../../lib/crypto/submission-hash';
import type { OptionSets, ServiceDefinition } from '../../lib/forms/definition';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';
import { createFakeProfile } from '../../lib/local/testing/fake-databases';
import { leaveWholeCatalogue } from '../../lib/local/testing/leave-whole-catalogue';
import type { OutboxItem } from '../../lib/outbox/item';
import type { KeyFile } from '../../lib/server/keys/key-file';
import type { OldWork } from './fixture';
import { packRow, vaultKey } from './row-text';

interface Given {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly serverKeys: KeyFile;
}

/** A device with something of everything: drafts, items in every state, files, receipts, settings; by the app's own code. */
export async function leaveWork({
  definition,
  optionSets,
  serverKeys,
}: Given): Promise<Pick<OldWork, 'databaseVersion' | 'tables' | 'expected'>> {
  const noLine = { fetch: () => Promise.reject(new TypeError('no line')), origin: '', now: Date.now };
  const profile = createFakeProfile();
  const room = createWorkRoom({ work: profile.openWork(), reference: profile.openReference(), line: noLine });
  const rawVaultKey = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');
  const key = await vaultKey(rawVaultKey);
  await room.gate.write([room.gate.db.vault], (db) =>
    db.vault.add({ v: 1, owner: 'citizen', kid: room.newId(), key }),
  );
  await room.records.enrol({ kind: 'personal', deviceId: room.newId(), deviceCode: 'K7M2' }, Date.now());
  await room.records.changeSettings({ locale: 'bn', chargeBdt: 40 });
  const [seal, receipt] = [serverKeys.seal[0], serverKeys.receipt[0]];
  await room.reference.putServerKeys(
    {
      seal: { kid: seal.kid, publicKey: seal.publicKey },
      receipt: { kid: receipt.kid, publicKey: receipt.publicKey },
    },
    Date.now(),
  );
  await leaveWholeCatalogue(room.referenceGate, { optionSets, services: [definition] });

  const queued: string[] = [];
  for (let n = 1; n <= 7; n += 1) {
    const { id } = await filledDraft(room, definition, n);
    const done = await queueDraft(room, id);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    queued.push(id);
  }
  const open = await filledDraft(room, definition, 99);
  const [, waiting = '', sending = '', refused = '', unsure = '', received = '', released = ''] = queued;
  const sign = await signer(serverKeys);
  await change(room, waiting, (item) => ({
    ...item,
    state: 'waiting',
    attempts: 3,
    wasSent: true,
    retryAt: Date.now() + 60_000,
    reason: 'no-line',
  }));
  await change(room, sending, (item) => ({
    ...item,
    state: 'sending',
    attempts: 1,
    wasSent: false,
    lease: { owner: 'a tab of long ago', until: Date.now() },
  }));
  await change(room, refused, (item) => ({
    ...item,
    state: 'needs-attention',
    attempts: 1,
    wasSent: true,
    problem: { code: 'validation-failed', errors: [{ pointer: '/applicant_name', code: 'required' }] },
  }));
  await change(room, unsure, (item) => ({
    ...item,
    state: 'waiting',
    attempts: 1,
    wasSent: true,
    retryAt: Date.now(),
    reason: 'server-busy',
  }));
  for (const [seq, id] of [received, released].entries()) {
    const item = await room.outbox.get(id);
    if (!item) throw new Error('not queued');
    const stored = await sign(item, seq + 1);
    const files = { have: 0, of: item.submission.attachments.length };
    await change(room, id, (base) => ({ ...base, wasSent: true, state: 'received', receipt: stored, files }));
  }
  await change(room, released, (item) =>
    item.state === 'received'
      ? {
          ...item,
          released: true,
          submission: { ...item.submission, sealed: { ...item.submission.sealed, enc: '', ct: '' } },
        }
      : item,
  );
  const { db } = room.gate;
  await room.gate.write([db.records], () =>
    db.records.put({
      v: 1,
      key: 'position',
      position: {
        cursor: 2,
        epoch: 'e1',
        backupSeq: 2,
        lastContact: { serverTime: new Date().toISOString(), deviceTime: Date.now() },
      },
    }),
  );
  const tables: Record<string, { schema: string; rows: unknown[] }> = {};
  for (const table of db.tables) {
    const rows = await room.gate.read(() => table.toArray());
    const { primKey, indexes } = table.schema;
    const schema = [primKey.src, ...indexes.map(({ src }) => src)].join(', ');
    tables[table.name] = { schema, rows: rows.map((row) => packRow(row, () => rawVaultKey)) };
  }
  return {
    databaseVersion: db.verno,
    tables,
    expected: {
      drafts: { [open.id]: open.answers as Record<string, unknown> },
      // the server of the test has never heard of any of them: those that were received are offered again
      sends: [queued[0] ?? '', waiting, sending, unsure],
      received: [received, released],
      needsAttention: [refused],
    },
  };
}

async function filledDraft(room: WorkRoom, definition: ServiceDefinition, n: number) {
  const draft = await beginDraft(room, definition.id);
  if (!draft.ok) throw new Error(draft.problem.type);
  const { id } = draft.value;
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  const pinned = row && (await room.drafts.pinned(row.serviceId, row.serviceVersion));
  if (!row || !content || !pinned) throw new Error('the draft is not there');
  const today = new Date().toISOString().slice(0, 10);
  const made = generateAnswers({ definition, optionSets: pinned.optionSets, chance: seededChance(n), today });
  const photograph = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#7aa' } })
    .jpeg()
    .toBuffer();
  const files = await Promise.all(
    made.attachments.map(({ id: attachmentId, slot }) =>
      sealFile(new Uint8Array(photograph), {
        submissionId: id,
        attachmentId,
        slot,
        mediaType: 'image/jpeg',
        name: 'paper',
      }),
    ),
  );
  const mutations = [
    ...Object.entries(made.answers).map(([field, answer]) => answerSet(field, answer)),
    ...files.map((one) => fileAttached(one.attachment, one.key, one.file)),
    partSet('consent', {
      textVersion: '2026-1',
      lang: 'bn',
      given: 'tick',
      forWhom: 'self',
      at: new Date().toISOString(),
    }),
  ];
  await writeDraft(room.drafts, { row, content }, { mutations, now: Date.now() });
  const saved = await room.drafts.row(id);
  const answers = saved && (await room.drafts.open(saved))?.answers;
  return { id, answers };
}

async function change(room: WorkRoom, id: string, to: (item: OutboxItem) => OutboxItem): Promise<void> {
  await room.outbox.update([id], to);
}

async function signer(keys: KeyFile) {
  const [pair] = keys.receipt;
  const privateKey = await importReceiptPrivateKey(pair.privateKey);
  return async (item: OutboxItem, seq: number) => {
    const at = new Date().toISOString();
    const sha256 = await submissionHash(item.submission);
    const jws = await signReceipt(
      { id: item.id, sha256, seq, epoch: 'e1', at },
      { kid: pair.kid, privateKey },
    );
    return { jws, seq, epoch: 'e1', at };
  };
}

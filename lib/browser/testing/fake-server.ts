import { gunzipSync } from 'node:zlib';
import { expandSubmissions } from '../../contract/expand-submissions';
import type { ServerKeys, ServiceList, SyncReceipt, SyncRequest, WireSubmission } from '../../contract/wire';
import { generateReceiptKeyPair, generateSealKeyPair } from '../../crypto/server-keyring';
import { importReceiptPrivateKey, signReceipt } from '../../crypto/sign-receipt';
import { submissionHash } from '../../crypto/submission-hash';
import type { OptionSets, ServiceDefinition } from '../../forms/definition';

/** A server in memory that speaks enough of the protocol: it knows each id once and signs real receipts. */
export async function createFakeServer(services: readonly ServiceDefinition[], optionSets: OptionSets = {}) {
  const [seal, receipt] = await Promise.all([generateSealKeyPair(), generateReceiptKeyPair()]);
  const privateKey = await importReceiptPrivateKey(receipt.privateKey);
  const keys: ServerKeys = {
    seal: { kid: seal.kid, publicKey: seal.publicKey },
    receipt: { kid: receipt.kid, publicKey: receipt.publicKey },
  };
  const known = new Map<string, { readonly submission: WireSubmission; readonly seq: number }>();
  const uploads = new Map<string, { readonly length: number; readonly about: string | null; data: Buffer }>();
  const state = {
    sent: 0,
    requests: 0,
    isDown: false,
    losesAnswers: false,
    losesUploads: false,
    epoch: 'e1',
    delayMs: 0,
  };

  async function receiptFor(submission: WireSubmission): Promise<SyncReceipt> {
    const { id } = submission;
    const before = known.get(id);
    const seq = before?.seq ?? known.size + 1;
    if (before === undefined) known.set(id, { submission, seq });
    const sha256 = await submissionHash(submission);
    const claims = { id, sha256, seq, epoch: state.epoch, at: '2026-11-22T04:42:00.000Z' };
    const jws = await signReceipt(claims, { kid: receipt.kid, privateKey });
    return { id, outcome: before === undefined ? 'accepted' : 'duplicate', receipt: jws };
  }

  async function sync(body: Buffer, packed: boolean): Promise<Response> {
    const request = JSON.parse((packed ? gunzipSync(body) : body).toString()) as SyncRequest;
    const expanded = expandSubmissions(request.submissions);
    if (!expanded.ok) throw new TypeError(expanded.code);
    const submissions = expanded.items.map(({ item }) => item as WireSubmission);
    state.requests += 1;
    state.sent += submissions.length;
    if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs));
    const receipts = await Promise.all(submissions.map(receiptFor));
    if (state.losesAnswers) throw new TypeError('fetch failed');
    return json({
      receipts,
      changes: [],
      cursor: known.size,
      epoch: state.epoch,
      backupSeq: 0,
      serverTime: '2026-11-22T04:42:00.000Z',
      catalogueVersion: 1,
    });
  }

  function upload(method: string, path: string, headers: Headers, body: Buffer): Response {
    const tus = { 'tus-resumable': '1.0.0' };
    if (method === 'POST') {
      const about = headers.get('upload-metadata');
      const before = [...uploads].find(([, one]) => one.about === about);
      const url = before?.[0] ?? `/api/v1/attachments/${uploads.size + 1}`;
      const length = Number(headers.get('upload-length'));
      const data = before?.[1].data ?? body;
      uploads.set(url, { length, about, data });
      if (state.losesUploads) throw new TypeError('fetch failed');
      const isWhole = data.length === length && { 'upload-length': String(length) };
      const said = { ...tus, location: url, 'upload-offset': String(data.length), ...isWhole };
      return new Response(null, { status: 201, headers: said });
    }
    const one = uploads.get(path);
    if (one === undefined) return new Response(null, { status: 404, headers: tus });
    if (method === 'PATCH') one.data = Buffer.concat([one.data, body]);
    const said = { ...tus, 'upload-offset': String(one.data.length) };
    return new Response(null, { status: method === 'PATCH' ? 204 : 200, headers: said });
  }

  const answer: typeof fetch = async (input, init = {}) => {
    if (state.isDown) throw new TypeError('fetch failed');
    const path = String(input).split('?')[0] ?? '';
    const headers = new Headers(init.headers);
    const raw = init.body as Uint8Array | string | undefined;
    const body = Buffer.from(raw ?? '');
    if (path === '/api/v1/sync') return sync(body, headers.get('content-encoding') === 'gzip');
    if (path === '/api/v1/server-keys') return json(keys);
    if (path === '/api/v1/catalogue/list') return json(listOf(services));
    if (path === '/api/v1/catalogue/forms') {
      const forms = services.map((definition) => ({ id: definition.id, tag: TAG, definition }));
      return json({ setsTag: TAG, optionSets, forms });
    }
    if (path.startsWith('/api/v1/attachments')) return upload(init.method ?? 'GET', path, headers, body);
    return new Response('not here', { status: 404 });
  };
  return { fetch: answer, keys, known, uploads, state, sealPrivateKey: seal.privateKey };
}

const TAG = '1-fake';

function listOf(services: readonly ServiceDefinition[]): ServiceList {
  const entries = services.map(({ id, version, name, agency, category, keywords }) => {
    const fee = { kind: 'unknown' } as const;
    return { id, version, tag: TAG, part: 0, name, agency, category, keywords, fee, time: null };
  });
  return { version: 1, since: 0, agenciesTag: TAG, agencies: [], services: entries, removed: [] };
}

export type FakeServer = Awaited<ReturnType<typeof createFakeServer>>;

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
}

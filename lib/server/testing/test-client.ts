import { gzipSync } from 'node:zlib';
import { expandSubmissions } from '../../contract/expand-submissions';
import type { CompactSyncResponse, EnrolResponse, SyncResponse, WireSubmission } from '../../contract/wire';
import { expandAnswer } from '../../crypto/expand-answer';
import { assert } from '../../shared/assert';

export interface Said<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

interface SendOptions {
  readonly json?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly gzip?: boolean;
}

/** A browser as far as the server can tell: it keeps cookies and sends them back. */
export class TestClient {
  readonly cookies = new Map<string, string>();
  deviceCode = '';

  constructor(readonly origin: string) {}

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    options: SendOptions = {},
  ): Promise<Said<T>> {
    const { json, raw, gzip } = options;
    const text = json === undefined ? raw : JSON.stringify(json);
    const body = gzip && text !== undefined ? new Uint8Array(gzipSync(text)) : text;
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(gzip ? { 'content-encoding': 'gzip' } : {}),
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }
          : {}),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = bytes.length > 0 && (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(new TextDecoder().decode(bytes)) : bytes) as T,
    };
  }

  async signIn(username: string, password = 'setu-demo-2026'): Promise<Said> {
    return this.send('POST', '/api/auth/sign-in/username', { json: { username, password } });
  }

  async enrol(kind: 'centre' | 'personal'): Promise<EnrolResponse> {
    const said = await this.send<EnrolResponse>('POST', '/api/v1/devices', {
      json: { kind, name: 'Counter' },
    });
    assert(said.status === 201, `enrolled, not ${said.status}`);
    this.deviceCode = said.body.deviceCode;
    return said.body;
  }

  /** With protocol 2 the submissions may be groups as well; the answer is given as protocol 1 says it. */
  async sync(submissions: readonly unknown[], cursor = 0, protocol = 1): Promise<Said<SyncResponse>> {
    const json = { protocol, cursor, catalogueVersion: 0, submissions };
    const said = await this.send<CompactSyncResponse>('POST', '/api/v1/sync', { json });
    if (said.status !== 200) return said;
    const sent = expandSubmissions(submissions);
    assert(sent.ok, 'what was answered can be read');
    const items = sent.items.map(({ item }) => item as WireSubmission);
    const body = await expandAnswer(said.body, items);
    assert(body, 'an answer speaks of its request');
    return { ...said, body };
  }

  /** Sends one submission that the server takes. */
  async file(submission: WireSubmission): Promise<void> {
    const { body } = await this.sync([submission]);
    assert(body.receipts[0]?.outcome === 'accepted', JSON.stringify(body));
  }
}

import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

/** One request, exactly as it is to go out. */
export interface Wire {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Sent in pieces, without a length. */
  readonly chunked?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends with `node:http`, which adds nothing but Host, Connection and the length. */
export function sendHttp(port: number, wire: Wire): Promise<Answer> {
  const began = performance.now();
  const body = wire.body === undefined ? null : Buffer.from(wire.body as Uint8Array);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method: wire.method,
        path: wire.path,
        headers: {
          ...(body && !wire.chunked ? { 'content-length': String(body.byteLength) } : {}),
          ...wire.headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        const done = () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode = 0, headers } = incoming;
          resolve({
            status: statusCode,
            headers,
            bytes,
            text: bytes.toString('utf8'),
            ms: performance.now() - began,
          });
        };
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', done);
        incoming.on('error', done);
      },
    );
    // A server that refuses early may close while the rest is still going out; its answer counts.
    outgoing.on('error', reject);
    if (body) outgoing.write(body);
    outgoing.end();
  });
}

/** Sends bytes that no HTTP library would send, and reads one answer. */
export function sendBytes(port: number, raw: string | Uint8Array, waitMs = 2000): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(raw));
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(parse(Buffer.concat(chunks), performance.now() - began));
    };
    const timer = setTimeout(done, waitMs);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks))) done();
    });
    socket.on('close', done);
    socket.on('error', (error) => (chunks.length > 0 ? done() : reject(error)));
  });
}

function split(bytes: Buffer): { readonly head: string; readonly body: Buffer } | null {
  const end = bytes.indexOf('\r\n\r\n');
  return end < 0 ? null : { head: bytes.subarray(0, end).toString('latin1'), body: bytes.subarray(end + 4) };
}

function isWhole(bytes: Buffer): boolean {
  const parts = split(bytes);
  const length = /\r\ncontent-length: (\d+)/i.exec(parts?.head ?? '')?.[1];
  if (parts && /\r\ntransfer-encoding: chunked/i.test(parts.head)) return parts.body.includes('0\r\n\r\n');
  return parts !== null && length !== undefined && parts.body.byteLength >= Number(length);
}

function parse(bytes: Buffer, ms: number): Answer {
  const parts = split(bytes);
  const [first = '', ...lines] = (parts?.head ?? '').split('\r\n');
  const headers: IncomingHttpHeaders = {};
  for (const line of lines) {
    const at = line.indexOf(':');
    headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
  }
  let body = parts?.body ?? Buffer.alloc(0);
  if (headers['transfer-encoding'] === 'chunked') body = unchunk(body);
  return { status: Number(first.split(' ')[1] ?? 0), headers, bytes: body, text: body.toString('utf8'), ms };
}

function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, end).toString('latin1'), 16);
    if (end < 0 || !(size > 0)) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

export type Answer = (request: Request) => Promise<Response>;

/** A real HTTP server in front of a web handler, on a free port of this machine. */
export async function listen(answer: Answer): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer((incoming, outgoing) => {
    void respond(incoming, outgoing, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer): Promise<void> {
  const aborted = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) aborted.abort();
  });
  const { method = 'GET', headers, url = '/' } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
    signal: aborted.signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
  const response = await answer(request);
  const cookies = response.headers.getSetCookie();
  const plain = [...response.headers].filter(([name]) => name !== 'set-cookie');
  outgoing.writeHead(
    response.status,
    [...plain, ...cookies.map((cookie) => ['set-cookie', cookie])].flat() as string[],
  );
  if (!response.body) {
    outgoing.end();
    return;
  }
  Readable.fromWeb(response.body as NodeReadableStream)
    .on('error', () => outgoing.destroy())
    .pipe(outgoing);
}

import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { CuttingProxy } from './cutting-proxy';

test('a slow line brings the whole answer of a server that closes at once', async () => {
  const answer = Buffer.alloc(20_000, 'ক');
  const server = createServer((socket) => {
    socket.on('data', () => {
      socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const line = await CuttingProxy.listen(() => port);
  line.shape({ bitsPerSecond: 1_000_000, roundTripMs: 40 });
  try {
    const received = await new Promise<number>((resolve, reject) => {
      let bytes = 0;
      const socket = connect(line.port, '127.0.0.1', () => socket.write('hello'));
      socket.on('data', (data) => {
        bytes += data.length;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(bytes));
    });
    expect(received).toBe(answer.length);
  } finally {
    await line.close();
    await new Promise((resolve) => server.close(resolve));
  }
});
